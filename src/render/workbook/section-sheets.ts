import type { WriteSheet } from 'hucre'
import { columnsOf } from '../../intake/manifest-xlsx/layout/columns.ts'
import {
  FORM_HEADINGS,
  type Section,
  STATE_HINT,
  STATE_LABEL,
  STATES,
  type State,
} from '../../intake/manifest-xlsx/layout/section.ts'
import { columnName } from '../../intake/sheet.ts'
import type { Choices } from './choices.ts'
import { type SectionContent, valueIn } from './section-rows.ts'
import { BLANK_ROWS, FORMATTED_ROWS, heightOf, inputStyle, LAST_ROW, SheetWriter, STYLES, widthOf } from './sheet.ts'

/** Room for the label of the state, which stands in the first column. */
const STATE_WIDTH = 24

/** The sheet of a list: headings, a row of hints, then a row for each element. */
export function tableSheet(section: Section, content: SectionContent, choices: Choices): WriteSheet {
  const writer = new SheetWriter()
  const columns = columnsOf(section)
  const top = writeTop(writer, section, content.state, choices)
  const first = top + 2
  for (const [at, column] of columns.entries()) {
    const mark = column.required && !(column.kind === 'field' && column.form.kind === 'list') ? ' *' : ''
    writer.put(top, at, `${column.heading}${mark}`, STYLES.heading)
    writer.put(top + 1, at, column.hint, STYLES.hint)
    const style = inputStyle(column)
    const unseen = { numFmt: style.numFmt ?? 'General' }
    const drawn = content.rows.length + BLANK_ROWS
    for (let row = 0; row < drawn + FORMATTED_ROWS; row++) {
      const filled = content.rows[row]
      writer.put(first + row, at, filled === undefined ? null : valueIn(column, filled), row < drawn ? style : unseen)
    }
    const letters = columnName(at)
    writer.validate(choices.of(column, `${letters}${first + 1}:${letters}${LAST_ROW + content.rows.length}`))
  }
  const widths = columns.map((column, at) => (at === 0 ? Math.max(STATE_WIDTH, widthOf(column)) : widthOf(column)))
  const heights = (texts: readonly string[], perLine?: number) =>
    heightOf(
      texts.map((text, at) => ({ text, width: widths[at] ?? 1 })),
      perLine,
    )
  writer.height(top, heights(columns.map(({ heading }) => `${heading} *`)))
  writer.height(
    top + 1,
    heights(
      columns.map(({ hint }) => hint),
      13,
    ),
  )
  for (const [at, row] of content.rows.entries())
    writer.height(first + at, heights(columns.map((column) => String(valueIn(column, row) ?? ''))))
  return writer.finish({
    name: section.sheet,
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: first },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${top + 1}:$${top + 1}`,
    },
  })
}

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

/**
 * The title, the note and the cell Có / Không có / Chưa khai of a section's sheet.
 * @returns the row under them, from 0
 */
function writeTop(writer: SheetWriter, section: Section, state: State | undefined, choices: Choices): number {
  writer.put(0, 0, section.sheet.toUpperCase(), STYLES.title)
  writer.height(0, 24)
  let row = 1
  if (section.note !== undefined) writer.put(row++, 0, section.note, STYLES.note)
  if (section.always || section.rowsOf !== undefined) return row + 1
  writer.put(row, 0, STATE_LABEL, STYLES.label)
  writer.put(row, 1, state === undefined ? null : STATES[state], STYLES.state)
  writer.put(row, 2, STATE_HINT, STYLES.note)
  writer.validate(choices.states(`B${row + 1}`))
  writer.height(row, 22)
  return row + 2
}
