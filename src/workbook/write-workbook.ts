import type { WriteSheet } from 'hucre'
import { SECTIONS } from '../bundle/manifest/xlsx/layout/sections.ts'
import { Choices } from './choices.ts'
import { formSheet } from './form-sheet.ts'
import { guideSheet } from './guide-sheet.ts'
import { contentOf } from './section-rows.ts'
import { tableSheet } from './table-sheet.ts'

// biome-ignore lint/style/noRestrictedGlobals: a fixed day and no clock: the same content has the same bytes.
const MODIFIED = new Date('2026-01-01T00:00:00Z')

/**
 * The workbook (ho-so.xlsx) in which an agency fills in its manifest: one sheet for each section, with drop-downs, hints
 * and examples; filled in with `stated` where it is given, which may be a manifest that is not finished.
 * @param notes sheets for people, after those of the sections; they are not read back
 */
export async function writeWorkbook(stated?: object, notes: readonly WriteSheet[] = []): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const choices = new Choices()
  const sheets = SECTIONS.map((section) => {
    const write = section.shape === 'table' ? tableSheet : formSheet
    return write(section, contentOf(section, stated), choices)
  })
  return writeXlsx({
    properties: { title: 'Bảng kê hồ sơ', modified: MODIFIED },
    sheets: [guideSheet(), ...sheets, ...notes, choices.sheet()],
    defaultFont: { name: 'Times New Roman', size: 12 },
  })
}
