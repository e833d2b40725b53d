import type { WriteSheet } from 'hucre'
import { columnsOf } from '../bundle/manifest/xlsx/layout/columns.ts'
import { FORM_HEADINGS, type Section } from '../bundle/manifest/xlsx/layout/section.ts'
import type { Choices } from './choices.ts'
import { heightOf } from './layout-sizes.ts'
import { type SectionContent, valueIn } from './section-rows.ts'
import { writeTop } from './section-top.ts'
import { SheetWriter } from './sheet-writer.ts'
import { inputStyle, STYLES } from './styles.ts'

const WIDTHS = [40, 56, 60] as const

/** The sheet of one object: a row for each value, with its hint beside it. */
export function formSheet(section: Section, content: SectionContent, choices: Choices): WriteSheet {
  const writer = new SheetWriter()
  const top = writeTop(writer, section, content.state, choices)
  for (const [at, text] of [FORM_HEADINGS.label, FORM_HEADINGS.value, 'Hướng dẫn'].entries())
    writer.put(top, at, text, STYLES.heading)
  writer.height(top, 22)
  for (const [at, column] of columnsOf(section).entries()) {
    const row = top + 1 + at
    const [filled] = content.rows
    const value = filled === undefined ? null : valueIn(column, filled)
    const label = `${column.heading}${column.required ? ' *' : ''}`
    writer.put(row, 0, label, STYLES.name)
    writer.put(row, 1, value, {
      ...inputStyle(column),
      alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
    })
    writer.put(row, 2, column.hint, STYLES.hint)
    writer.validate(choices.of(column, `B${row + 1}`))
    const texts = [label, String(value ?? ''), column.hint]
    writer.height(row, heightOf(texts.map((text, i) => ({ text, width: WIDTHS[i] ?? 1 }))))
  }
  return writer.finish({
    name: section.sheet,
    columns: WIDTHS.map((width) => ({ width })),
    freezePane: { rows: top + 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
}
