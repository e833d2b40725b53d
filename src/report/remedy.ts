import type { Outcome } from '../rules/outcome.ts'
import type { Finding } from '../verdict/verdict.ts'
import type { Renderer } from './render.ts'
import { TEXT_REMEDIES } from './words/texts.ts'

/** Outcomes that leave the agency, or who looks, something to do. A fault of ours leaves the agency nothing. */
const TO_DO: readonly Outcome[] = ['fail', 'missingEvidence', 'needsReview', 'notYetDue']

/** What to do or correct after a finding; empty where there is nothing to do. Where documents decided, it is they that are to be put right. */
export function remedyText({ rule, outcome, message }: Finding, renderer: Renderer): string {
  if (!TO_DO.includes(outcome)) return ''
  return TEXT_REMEDIES[message]?.[renderer.lang] ?? renderer.remedy(rule)
}
