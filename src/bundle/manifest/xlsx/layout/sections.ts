import { ACCOUNTABILITY_SECTIONS } from './accountability.ts'
import { AGENCY_SECTIONS } from './agency.ts'
import { DECLARATION_SECTIONS } from './declaration.ts'
import { PROCEDURE_SECTIONS } from './procedures.ts'
import type { Section } from './section.ts'
import { UPKEEP_SECTIONS } from './upkeep.ts'

/** Every sheet of the workbook that holds a part of the manifest, in the order of the tabs. */
export const SECTIONS: readonly Section[] = [
  ...AGENCY_SECTIONS,
  ...PROCEDURE_SECTIONS,
  ...UPKEEP_SECTIONS,
  ...DECLARATION_SECTIONS,
  ...ACCOUNTABILITY_SECTIONS,
]

/** The section of a sheet's name. @throws TypeError when no section has it */
export function sectionOf(sheet: string): Section {
  const found = SECTIONS.find((section) => section.sheet === sheet)
  if (found === undefined) throw new TypeError(`no section has the sheet ${sheet}`)
  return found
}

/** The sections whose rows belong to the rows of this one. */
export function partsOf(section: Section): readonly Section[] {
  return SECTIONS.filter(({ rowsOf }) => rowsOf === section.sheet)
}
