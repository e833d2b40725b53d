import { addMonths, toDay, toIso } from '../../src/core/days.ts'
import type { BundleFile, CatalogueInUse } from '../../src/dossier/dossier.ts'
import type { Manifest } from '../../src/dossier/manifest.ts'
import type { Outcome } from '../../src/rules/answer.ts'

/** What an oracle judges a rule on. `asOf` is `YYYY-MM-DD`; `params` are those a profile sets. */
export interface OracleInput {
  manifest: Manifest
  catalogue: CatalogueInUse
  files: ReadonlyMap<string, BundleFile>
  asOf: string
  params?: Record<string, string | number | boolean | readonly string[]>
}

/** What a rule must come to; `low` and `high` are its credit, absent when it is left out of the score. */
export interface OracleAnswer {
  outcome: Outcome
  low?: number
  high?: number
}

/** An answer with the credit of a rule without part credit. */
export function plain(outcome: Outcome): OracleAnswer {
  if (outcome === 'pass') return { outcome, low: 1, high: 1 }
  if (outcome === 'fail') return { outcome, low: 0, high: 0 }
  return outcome === 'missingEvidence' || outcome === 'needsReview' ? { outcome, low: 0, high: 1 } : { outcome }
}

/** An answer for which the profile demands a paper: without it, what was done is not shown. */
export function shownBy(answer: OracleAnswer, path: string | undefined, files: OracleInput['files']): OracleAnswer {
  const rests = answer.outcome === 'pass' || answer.outcome === 'notYetDue'
  const isThere = path !== undefined && files.get(path)?.state === 'ok'
  return rests && !isThere ? plain('missingEvidence') : answer
}

const STRONGEST_FIRST = ['fail', 'missingEvidence', 'needsReview', 'notYetDue', 'pass'] as const

/** An answer from the items of a list: the strongest outcome, and the share of the items that pass. */
export function ofItems(items: readonly Outcome[], empty: Outcome): OracleAnswer {
  const outcome = STRONGEST_FIRST.find((one) => items.includes(one))
  if (outcome === undefined) return plain(empty)
  if (outcome !== 'fail' && outcome !== 'missingEvidence' && outcome !== 'needsReview') return plain(outcome)
  const count = (wanted: Outcome) => items.filter((one) => one === wanted).length
  const [passed, missing] = [count('pass'), count('missingEvidence') + count('needsReview')]
  const over = passed + missing + count('fail')
  return { outcome, low: passed / over, high: (passed + missing) / over }
}

/** The date so many months later, by the calendar. */
export function monthsLater(date: string, months: number): string {
  return toIso(addMonths(toDay(date), months))
}
