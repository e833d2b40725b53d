import { foldWords } from '../../catalogue/fold-words.ts'
import { columnName, type Sheet } from '../../sheet/sheet.ts'
import { shownValue } from '../shown-value.ts'
import type { Column } from './layout/columns.ts'
import { FORM_HEADINGS, STATE_LABEL } from './layout/section.ts'
import type { SheetProblems } from './sheet-problems.ts'
import { isOwnHeading, unknownHeading } from './stray.ts'
import { type CellAt, columnOf, type Entry } from './tab.ts'

/** Rows above the first label that are looked through. */
const ROWS_BEFORE_HEADING = 50
const VALUE = foldWords(FORM_HEADINGS.value)

/** A form: the values beside its labels, in whatever rows they stand. An unknown label with a value is told. */
export function formCells(form: {
  sheet: Sheet
  name: string
  columns: readonly Column[]
  problems: SheetProblems
}): Entry {
  const { sheet, name, columns, problems } = form
  const heading = sheet.rows
    .slice(0, ROWS_BEFORE_HEADING)
    .find(({ cells }) => cells.some((cell) => cell && foldWords(cell.text) === VALUE))
  const valueAt = heading?.cells.findIndex((cell) => cell && foldWords(cell.text) === VALUE)
  const cells = new Map<Column, CellAt>()
  for (const row of sheet.rows) {
    if (row.row <= (heading?.row ?? 0)) continue
    const label = row.cells.findIndex((cell) => cell !== undefined)
    const text = row.cells[label]?.text ?? ''
    const at = valueAt ?? label + 1
    const place = `${columnName(at)}${row.row}`
    const column = columnOf(columns, text)
    const first = column && cells.get(column)
    if (column === undefined) {
      if (at > label && row.cells[at] !== undefined && !isOwn(text))
        problems.add(
          { sheet: name, cell: `${columnName(label)}${row.row}` },
          shownValue(text),
          unknownHeading(text, columns),
        )
    } else if (first?.cell === undefined) cells.set(column, { at: place, cell: row.cells[at] })
    else if (row.cells[at] !== undefined)
      problems.add({ sheet: name, cell: place, heading: column.heading }, shownValue(row.cells[at]?.text ?? ''), {
        vi: `mục này đã có ở ô ${first.at}. Chỉ giữ lại một dòng.`,
        en: `this stands in ${first.at} already. Keep one of the two rows.`,
      })
  }
  return { at: `A${(heading?.row ?? 0) + 1}`, cells }
}

function isOwn(label: string): boolean {
  return isOwnHeading(label) || foldWords(label) === foldWords(STATE_LABEL)
}
