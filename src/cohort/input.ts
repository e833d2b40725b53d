import type { Register } from '../dossier/member.ts'
import type { Profile } from '../rules/registers.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Screening } from '../verdict/screening.ts'
import type { PlanChange } from './plan/changes.ts'
import type { Prescreen } from './prescreen.ts'

/** A bundle that came in, by its name in the folder: judged, or refused for a technical reason. */
export type Submission = { file: string; screening: Screening } | { file: string; refused: string }

/** What the pre-screening of a year is made from. The same inputs give the same document. */
export interface CohortInput {
  register: Register
  submissions: readonly Submission[]
  year: number
  /** `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  ruleSet: { source: RuleSet; sha256: string }
  profile: Profile
  /** Decides the random share of the plan, and nothing else. */
  seed: number
  /** Last year's document. */
  previous?: Prescreen | undefined
  /** Last year's bundles, to find what was handed in again. */
  earlier?: readonly Pick<Screening, 'agency' | 'files'>[] | undefined
  /** What a person decided beside the plan. */
  changes?: readonly PlanChange[] | undefined
}
