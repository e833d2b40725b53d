import type { Outcome } from '../rules/outcome.ts'
import type { Finding } from '../verdict/verdict.ts'
import type { Renderer } from './render.ts'

/** Outcomes that leave the agency, or who looks, something to do. A fault of ours leaves the agency nothing. */
const TO_DO: readonly Outcome[] = ['fail', 'missingEvidence', 'needsReview', 'notYetDue']

/** What to do or correct after a finding; empty where there is nothing to do. */
export function remedyText({ rule, outcome }: Finding, renderer: Renderer): string {
  return TO_DO.includes(outcome) ? renderer.remedy(rule) : ''
}
