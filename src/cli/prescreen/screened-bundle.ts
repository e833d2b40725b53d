import type { Localized } from '../../base/localized.ts'
import type { Block } from '../../dossier/agency.ts'
import type { Screening } from '../../verdict/screening.ts'
import type { Verdict } from '../../verdict/verdict.ts'

/** A bundle that was judged. Plain data: it goes between threads and into the cache. */
export interface JudgedBundle {
  kind: 'verdict'
  screening: Screening
  verdict: Verdict
  /** The block its manifest says, which the register may know better. */
  saidBlock: Block
  /** Our faults behind `error` findings. */
  faults: { rule: string; said: string }[]
}

/** What came of one bundle. */
export type ScreenedBundle = JudgedBundle | { kind: 'refusal'; code: string; message: Localized }
