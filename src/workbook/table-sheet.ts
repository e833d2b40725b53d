import type { WriteSheet } from 'hucre'
import { columnsOf } from '../bundle/manifest/xlsx/layout/columns.ts'
import type { Section } from '../bundle/manifest/xlsx/layout/section.ts'
import { columnName } from '../bundle/sheet/sheet.ts'
import type { Choices } from './choices.ts'
import { BLANK_ROWS, FORMATTED_ROWS, heightOf, LAST_ROW, widthOf } from './layout-sizes.ts'
import { type SectionContent, valueIn } from './section-rows.ts'
import { writeTop } from './section-top.ts'
import { SheetWriter } from './sheet-writer.ts'
import { inputStyle, STYLES } from './styles.ts'

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
