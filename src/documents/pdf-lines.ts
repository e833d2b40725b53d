import type { TextLine } from './document-text.ts'
import { tidyText } from './text-lines.ts'

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

/** A piece of text where it stands on a page, in points from the top left corner as the page is looked at. */
export interface Run {
  text: string
  /** Where it begins and ends on its line. */
  left: number
  right: number
  /** Its base line. */
  base: number
  /** Height of its font. */
  size: number
}

/** A text item of pdf.js: `transform` maps its own unit square to the page. */
export interface TextItem {
  str: string
  transform: readonly number[]
  width: number
}

/** Runs of a page from its items, turned as the page is (`viewport`, a matrix of six). Blank items only fill gaps. */
export function runsOf(items: readonly TextItem[], viewport: readonly number[]): Run[] {
  return items.flatMap(({ str, transform, width }) => {
    if (str.trim() === '') return []
    const [a, b, c, d, e, f] = product(viewport, transform)
    // Leading and trailing blanks are part of the width; what stands apart is told from the gaps.
    return [
      { text: str, left: e, right: e + width * Math.sign(a || 1), base: f, size: Math.hypot(c, d) || Math.hypot(a, b) },
    ]
  })
}

type Matrix = [number, number, number, number, number, number]

function product(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/**
 * A vowel alone, then a final consonant alone: no Vietnamese text has that. pdf.js puts a space after a mark that stands
 * as a character of its own ("á p dụng").
 */
const TORN = /(?<!\p{L})(\p{Lu}?[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY]\p{M}+) (c|ch|m|n|ng|nh|p|t)(?![\p{L}\p{M}])/gu

/** Text of a PDF in NFC, words that decomposed characters tore apart put together again. */
export function mended(text: string): string {
  const marksJoined = text.normalize('NFC').replace(/ (?=\p{M})/gu, '')
  return marksJoined.normalize('NFD').replace(TORN, '$1$2').normalize('NFC')
}
