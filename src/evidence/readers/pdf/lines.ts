import type { TextLine } from '../../document-text.ts'
import { tidyText } from '../tidy-text.ts'
import { mended } from './mend.ts'
import type { Run } from './runs.ts'

/** Parts of the font's height: how far base lines of one line differ, how wide a space is, or what parts two cells. */
const SAME_LINE = 0.4
const SPACE = 0.12
const CELL = 1.5
/** How far a run reaches into the one before it when they are printed over each other. */
const OVERLAP = 0.3

/** In place of the gaps of a line whose letters stand apart from it: any of them may be a letter. */
const UNKNOWN = '\ufffd'

/** The lines of a page, and whether letters stand inside other runs, so that their order in the words is not known. */
export interface PageLines {
  lines: TextLine[]
  overprinted: boolean
}

/** Lines of a page, top to bottom and left to right; a wide gap parts two cells. */
export function linesOf(runs: readonly Run[]): PageLines {
  const rows = rowsOf(runs).map((row) => {
    const once = withoutDoubles(row)
    return { row: once, overprinted: isOverprinted(once) }
  })
  const lines = rows.flatMap(({ row, overprinted }) => {
    const cells = cellsOf(row)
      .map((cell) => tidyText(mended(cell)))
      .filter((cell) => cell !== '')
      .map((cell) => (overprinted ? cell.replaceAll(' ', UNKNOWN) : cell))
    return cells.length === 0 ? [] : [{ text: cells.join(' '), cells }]
  })
  return { lines, overprinted: rows.some(({ overprinted }) => overprinted) }
}

function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = []
  for (const run of [...runs].sort((a, b) => a.base - b.base)) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && run.base - last.base <= SAME_LINE * Math.min(run.size, last.size)) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left))
}

/** Bold letters are sometimes printed twice, a little apart. */
function withoutDoubles(row: readonly Run[]): Run[] {
  return row.filter((run, at) => {
    const before = row[at - 1]
    return before?.text !== run.text || run.left - before.left > OVERLAP * run.size
  })
}

function isOverprinted(row: readonly Run[]): boolean {
  let end = Number.NEGATIVE_INFINITY
  for (const { left, right, size } of row) {
    if (left < end - OVERLAP * size) return true
    end = Math.max(end, right)
  }
  return false
}

function cellsOf(row: readonly Run[]): string[] {
  const cells: string[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const { text, left, right, size } of row) {
    const gap = left - end
    if (gap > CELL * size) cells.push(text)
    else cells.push((cells.pop() ?? '') + (gap > SPACE * size ? ' ' : '') + text)
    end = Math.max(end, right)
  }
  return cells
}
