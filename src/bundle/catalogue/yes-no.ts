import type { Cell } from '../sheet/sheet.ts'
import { foldWords } from './fold-words.ts'
import { type Reading, saysNothing } from './reading.ts'

const YES = new Set(['x', 'co', '1', 'true', 'yes', 'dung', 'noi bo', 'v', '✓', '✔'])
const NO = new Set(['khong', '0', 'false', 'no', 'sai', 'khong phai'])

/** Whether a mark in a cell says yes (`x`, `Có`) or no (`Không`). */
export function readYesNo(cell: Cell | undefined): Reading<boolean> {
  if (cell === undefined || saysNothing(cell.text)) return undefined
  const word = foldWords(cell.text) || cell.text
  if (YES.has(word)) return { value: true }
  return NO.has(word) ? { value: false } : 'unclear'
}
