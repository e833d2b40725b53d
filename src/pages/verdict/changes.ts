import type { Outcome } from '../../rules/outcome.ts'
import { changesBetween } from '../../service/changes-between.ts'
import type { Change } from '../../service/entry.ts'
import type { Verdict } from '../../verdict/verdict.ts'

/** Outcomes from what asks for most to what asks for nothing; the others say neither good nor ill. */
const RANK: Partial<Record<Outcome, number>> = { fail: 0, missingEvidence: 1, needsReview: 2, pass: 3 }

/** Rules that came to another outcome, sorted by what that means to the agency. */
export interface SortedChanges {
  better: Change[]
  worse: Change[]
  otherwise: Change[]
}

/** What got better and what got worse from one verdict to the next, in the order of the rules. */
export function sortedChanges(before: Verdict, after: Verdict): SortedChanges {
  const sorted: SortedChanges = { better: [], worse: [], otherwise: [] }
  for (const change of changesBetween(before, after)) sorted[meaningOf(change)].push(change)
  return sorted
}

function meaningOf({ from, to }: Change): keyof SortedChanges {
  const [was, is] = [from && RANK[from], to && RANK[to]]
  if (typeof was !== 'number' || typeof is !== 'number') return 'otherwise'
  return is > was ? 'better' : 'worse'
}
