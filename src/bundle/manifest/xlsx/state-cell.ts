import { foldWords } from '../../catalogue/fold-words.ts'
import { columnName, type Sheet } from '../../sheet/sheet.ts'
import { shownValue } from '../shown-value.ts'
import { type Section, STATE_HINT, STATE_LABEL, STATES, type State } from './layout/section.ts'
import type { SheetProblems } from './sheet-problems.ts'
import type { Tab } from './tab.ts'

/** Rows at the top of a sheet in which the label is looked for. */
const ROWS_BEFORE_TABLE = 50
const LABEL = foldWords(STATE_LABEL)
const HINT = foldWords(STATE_HINT)

/** The template's own explanation beside the cell, with or without its marks. */
function isHint(text: string): boolean {
  return foldWords(text) === HINT
}

/** The state a word stands for: Có, Không có (or Không), Chưa khai. */
export function stateOf(text: string): State | undefined {
  const said = foldWords(text)
  if (said === 'khong') return 'none'
  return (Object.keys(STATES) as State[]).find((state) => foldWords(STATES[state]) === said)
}

/** The cell beside the label Tình trạng khai báo; undefined where the sheet has none. */
export function readState(sheet: Sheet, section: Section, problems: SheetProblems): Tab['state'] {
  for (const { row, cells } of sheet.rows.slice(0, ROWS_BEFORE_TABLE)) {
    const label = cells.findIndex((cell) => cell?.kind === 'text' && foldWords(cell.text) === LABEL)
    if (label < 0) continue
    const column = cells.findIndex((cell, at) => at > label && cell !== undefined && !isHint(cell.text))
    const cell = cells[column]
    if (cell === undefined) return { at: `${columnName(label + 1)}${row}`, said: undefined }
    const at = `${columnName(column)}${row}`
    const said = stateOf(cell.text)
    if (said === undefined)
      problems.add({ sheet: section.sheet, cell: at, heading: STATE_LABEL }, shownValue(cell.text), {
        vi: `không có trong danh sách. Chọn ${Object.values(STATES).join(', ')}.`,
        en: `this is not in the list. Choose ${Object.values(STATES).join(', ')}.`,
      })
    return { at, said }
  }
  return undefined
}
