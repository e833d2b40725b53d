import { type CellBox, type TextLine, tidyText } from './document-text.ts'
import { type Letter, type Run, turned } from './pdf/letters.ts'

/** Parts of the font's height: how far base lines of one line differ, how wide a space is, or what parts two cells. */
const SAME_LINE = 0.4
const SPACE = 0.12
/** Behind a letter drawn with another font, which is wider than the room that was left for it. */
const SPACE_BEHIND_WIDE = 0.05
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
    const once = partedAtGaps(withoutDoubles(row))
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

/**
 * Letters that a font lacks are drawn with another one, each into a gap that was left for it; a run that goes on behind a
 * space over such a gap is parted there. A row in which letters stand over others is left as it is.
 */
function partedAtGaps(row: readonly Run[]): readonly Run[] {
  if (!isOverprinted(row)) return row
  const parted: Run[] = []
  const rest: Run[] = []
  let [next, end] = [0, Number.NEGATIVE_INFINITY]
  while (next < row.length || rest.length > 0) {
    const [kept, coming] = [rest.at(-1), row[next]]
    const run = kept && (coming === undefined || kept.left <= coming.left) ? rest.pop() : row[next++]
    const last = parted.at(-1)
    if (run === undefined) break
    if (last && run.left < end - OVERLAP * run.size) {
      const halves = last.right === end ? aroundGap(last, run) : undefined
      if (halves === undefined) return row
      parted[parted.length - 1] = halves[0]
      rest.push(halves[1])
      end = halves[0].right
    }
    parted.push(run)
    end = Math.max(end, run.right)
  }
  return parted
}

/** The two parts of a run beside the space in which another stands. */
function aroundGap(run: Run, { left, right, size }: Run): [Run, Run] | undefined {
  const { text, edges = [] } = run
  for (let at = 0; at < text.length; at++) {
    const [from = 0, to = 0] = [edges[2 * at], edges[2 * at + 1]]
    if (from > right) return undefined
    if (text[at] !== ' ' || from > left + OVERLAP * size || to < right - OVERLAP * size) continue
    return [
      { ...run, text: text.slice(0, at), right: from, edges: edges.slice(0, 2 * at) },
      { ...run, text: text.slice(at + 1), left: to, edges: edges.slice(2 * at + 2) },
    ]
  }
  return undefined
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
  let [end, before]: [number, Run | undefined] = [Number.NEGATIVE_INFINITY, undefined]
  for (const run of row) {
    const gap = run.left - end
    const cell = gap > CELL * run.size ? undefined : cells.pop()
    const space = before && isLent(before) ? SPACE_BEHIND_WIDE : SPACE
    cells.push(cell === undefined ? run : joined(cell, run, gap > space * run.size))
    end = Math.max(end, run.right)
    before = run
  }
  return cells
}

/**
 * Letters beyond Latin-1 alone in a run: the font of the words around lacks them (Liberation Serif has no Ư), and another
 * lent its own, which reach into the space behind.
 */
function isLent({ text }: Run): boolean {
  for (const letter of text) if (letter <= '\u00ff') return false
  return true
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

/** Parts of the font's height: how far a letter may stand from the end of the one before, and a base line from the other. */
const SPACE_WIDTH = 0.12
const BACK = 0.3
const BASE = 0.15
/** A gap that no single space makes, and one that several do: what stands after it is another cell. */
const ONE_SPACE = 3
const SPACES = 1.5
const MARK = /^\p{M}+$/u

/** Letters in the order in which they are drawn, put together to runs; blanks count only as gaps and between letters. */
export function runsOf(letters: readonly Letter[]): Run[] {
  const runs: Run[] = []
  let [open, blanks]: [OpenRun | undefined, number] = [undefined, 0]
  const close = () => {
    if (open !== undefined) runs.push(open.finish())
    open = undefined
    blanks = 0
  }
  for (const letter of letters) {
    if (letter.text.trim() === '') {
      if (open?.blank(letter)) blanks++
      else close()
    } else if (open !== undefined && (isMark(letter.text) || open.fits(letter, blanks))) {
      open.add(letter, blanks)
      blanks = 0
    } else {
      close()
      open = new OpenRun(letter)
    }
  }
  close()
  return runs
}

class OpenRun {
  #text: string
  readonly #edges: number[]
  readonly #first: Letter
  #last: Letter
  /** Where the blanks after the last letter end. */
  #end: number

  constructor(first: Letter) {
    this.#text = first.text
    this.#edges = []
    addEdges(this.#edges, first)
    this.#first = first
    this.#last = first
    this.#end = first.right
  }

  /** Whether a letter goes on with the run. */
  fits({ left, base, size, piece }: Letter, blanks: number): boolean {
    const last = this.#last
    if (Math.abs(base - last.base) > BASE * size || size > 1.25 * last.size || last.size > 1.25 * size) return false
    if (left - this.#end < -BACK * size) return false
    // Letters of one piece may be set apart; the space between words was then drawn.
    if (left - this.#end > SPACE_WIDTH * size && (piece !== last.piece || blanks === 0)) return false
    return left - last.right <= (blanks > 1 ? SPACES : ONE_SPACE) * size
  }

  /** Takes a blank that follows on the line; false where it does not. */
  blank({ left, right, base, size }: Letter): boolean {
    if (Math.abs(base - this.#last.base) > BASE * size || left < this.#last.right - BACK * size) return false
    this.#end = Math.max(this.#end, right)
    return true
  }

  add(letter: Letter, blanks: number): void {
    if (blanks > 0) {
      this.#text += ' '
      this.#edges.push(this.#last.right, Math.max(this.#last.right, letter.left))
    }
    this.#text += letter.text
    addEdges(this.#edges, letter)
    if (isMark(letter.text)) return
    this.#last = letter
    this.#end = letter.right
  }

  finish(): Run {
    const { left, base, size } = this.#first
    return { text: this.#text, left, right: this.#last.right, base, size, edges: this.#edges }
  }
}

/** A letter may be two characters; both stand where it stands. */
function addEdges(edges: number[], { text, left, right }: Letter): void {
  for (let at = 0; at < text.length; at++) edges.push(left, right)
}

/** Marks stand from U+0300 on: nearly no letter has to be asked. */
function isMark(text: string): boolean {
  return text >= '\u0300' && MARK.test(text)
}

/**
 * A vowel alone, then a final consonant alone: no Vietnamese text has that. Some writers put a space after a mark that
 * stands as a character of its own ("á p dụng").
 */
const TORN = /(?<!\p{L})(\p{Lu}?[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY]\p{M}+) (c|ch|m|n|ng|nh|p|t)(?![\p{L}\p{M}])/gu

/** What {@link TORN} ends with; hardly a text has it. */
const TORN_OFF = / (?:c|ch|m|n|ng|nh|p|t)(?!\p{L})/u

/** Text of a PDF in NFC, words that decomposed characters tore apart put together again. */
export function mended(text: string): string {
  const marksJoined = text.normalize('NFC').replace(/ (?=\p{M})/gu, '')
  if (!TORN_OFF.test(marksJoined)) return marksJoined.normalize('NFC')
  return marksJoined.normalize('NFD').replace(TORN, '$1$2').normalize('NFC')
}
