import type { Localized } from '../base/localized.ts'
import type { Block } from './agency.ts'

/** An agency as the authority's register lists it. */
export interface Member {
  /** In the form of QĐ 20/2020/QĐ-TTg. */
  code: string
  name: string
  block: Block
  /** Commune or ward where it is, as written. */
  commune?: string
  /** Code or name of the agency it became a part of. */
  mergedInto?: string
  /** Its earlier code or name. */
  renamedFrom?: string
  /** Day of the merger or renaming, `YYYY-MM-DD`. */
  changedOn?: string
  /** Calendar year of the last inspection at its office. */
  lastOnSite?: number
}

/** The authority's register of agencies, in its order, and what was passed over while reading it. */
export interface Register {
  members: readonly Member[]
  warnings: readonly Localized[]
}
