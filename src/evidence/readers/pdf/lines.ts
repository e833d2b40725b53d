import type { CellBox, TextLine } from '../../document-text.ts'
import { tidyText } from '../tidy-text.ts'
import { turned } from './letters.ts'
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
    const told = cellsOf(row).flatMap((cell) => {
      const text = tidyText(mended(cell.text))
      return text === '' ? [] : [{ text: overprinted ? text.replaceAll(' ', UNKNOWN) : text, box: boxOf(cell, text) }]
    })
    const cells = told.map(({ text }) => text)
    return cells.length === 0 ? [] : [{ text: cells.join(' '), cells, boxes: told.map(({ box }) => box) }]
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

function cellsOf(row: readonly Run[]): Run[] {
  const cells: Run[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const run of row) {
    const gap = run.left - end
    const cell = gap > CELL * run.size ? undefined : cells.pop()
    cells.push(cell === undefined ? run : joined(cell, run, gap > SPACE * run.size))
    end = Math.max(end, run.right)
  }
  return cells
}

function joined(cell: Run, run: Run, apart: boolean): Run {
  const edges =
    cell.edges && run.edges ? [...cell.edges, ...(apart ? [cell.right, run.left] : []), ...run.edges] : undefined
  return {
    text: `${cell.text}${apart ? ' ' : ''}${run.text}`,
    left: Math.min(cell.left, run.left),
    right: Math.max(cell.right, run.right),
    base: Math.max(cell.base, run.base),
    size: Math.max(cell.size, run.size),
    ...(edges && { edges }),
  }
}

/** Parts of the font's height above and below the base line: what letters with two marks, and tails, take. */
const ABOVE = 0.95
const BELOW = 0.25

function boxOf(cell: Run, text: string): CellBox {
  const { left, right, base, size } = cell
  const words = wordsOf(cell)
  return {
    ...tenths({ x: left, y: base - ABOVE * size, width: right - left, height: (ABOVE + BELOW) * size }),
    ...(words.length === 2 * text.split(' ').length && { words: words.map(tenth) }),
  }
}

/** Beginning and width of each word. */
function wordsOf({ text, edges = [] }: Run): number[] {
  return [...text.matchAll(/\S+/gu)].flatMap(({ 0: word, index }) => {
    const letters = edges.slice(2 * index, 2 * (index + word.length))
    if (letters.length === 0) return []
    const left = Math.min(...letters)
    return [left, Math.max(...letters) - left]
  })
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

function tenths({ x, y, width, height }: CellBox): CellBox {
  return { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) }
}

/** A box in the frame of text that is turned clockwise by so many degrees, on the page. */
export function onPage({ x, y, width, height, words }: CellBox, angle: number): CellBox {
  if (angle === 0) return { x, y, width, height, ...(words && { words }) }
  const corners = [
    turned(x, y, -angle),
    turned(x + width, y, -angle),
    turned(x, y + height, -angle),
    turned(x + width, y + height, -angle),
  ]
  const [xs, ys] = [corners.map(([at]) => at), corners.map(([, at]) => at)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return tenths({ x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top })
}
