import { Refusal, type RefusalCase } from './refusal.ts'
import { PATH_REFUSALS } from './refusals-path.ts'
import { SIZE_REFUSALS } from './refusals-size.ts'
import { STRUCTURE_REFUSALS } from './refusals-structure.ts'

/** Every reason why a ZIP or a folder is not taken in before its manifest is looked at. The codes are published. */
export const ARCHIVE_REFUSALS = { ...SIZE_REFUSALS, ...PATH_REFUSALS, ...STRUCTURE_REFUSALS }

export type ArchiveRefusalCode = keyof typeof ARCHIVE_REFUSALS

/** The refusal of that code, for this case. To be thrown. */
export function archiveRefusal(code: ArchiveRefusalCode, met: RefusalCase = {}): Refusal {
  return new Refusal(code, ARCHIVE_REFUSALS[code], met)
}
