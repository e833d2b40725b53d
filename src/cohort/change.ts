import { isWorse, type Screening } from '../verdict/screening.ts'
import type { PrescreenAgency } from './prescreen.ts'

export type Change = PrescreenAgency['change']

/**
 * How an agency does against last year: by status, then by the score it surely has. What could not be judged in one of
 * the years is neither better nor worse (null).
 */
export function changeOf(
  now: Pick<Screening, 'status' | 'score'> | undefined,
  before: PrescreenAgency | undefined,
): Change {
  if (before === undefined) return 'new'
  if (now === undefined || before.status === null) return null
  if (isWorse(now.status, before.status)) return 'worse'
  if (isWorse(before.status, now.status)) return 'better'
  if (now.status !== before.status || now.status === 'undetermined') return null
  const [low, lowBefore] = [now.score?.low ?? 0, before.score?.low ?? 0]
  if (low === lowBefore) return 'same'
  return low > lowBefore ? 'better' : 'worse'
}
