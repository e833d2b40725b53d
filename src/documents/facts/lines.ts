import type { Box, Found } from '../../dossier/reading.ts'
import type { CellBox, DocumentText, TextLine } from '../document-text.ts'
import { inCapitals, wording } from './wording.ts'

/** A line of a document in the form it is matched in, and its place. */
export interface Line {
  /** NFC, single spaces, the look-alike Ð (U+00D0) written Đ. */
  text: string
  /** What stands apart on the line, left to right; the whole line where it is one run. */
  cells: readonly string[]
  page?: number
  cell?: string
  /** Where its cells stand on the page. */
  boxes?: readonly CellBox[]
  /** The line below on the same page, where boxes are known. */
  below?: Line
}

/**
 * Longest line in characters. A paragraph of an office file is one line; what is matched over lines (a name, a day, a
 * heading) is far shorter, and some of it takes quadratic time over the length of its line.
 */
export const LONGEST_LINE = 4_000

/** Every line of the document that says something, in order; a longer one than is matched is parted at its spaces. */
export function linesOf(text: Pick<DocumentText, 'content'>): Line[] {
  return text.content.flatMap(({ page, lines }) => {
    const told = lines.flatMap((line) => toldBy(line, page))
    for (const [at, line] of told.entries()) {
      const below = told[at + 1]
      if (line.boxes !== undefined && below?.boxes !== undefined) line.below = below
    }
    return told
  })
}

function toldBy(line: TextLine, page: number | undefined): Line[] {
  const cells = (line.cells.length > 1 ? line.cells : [line.text]).flatMap((cell) => cell.split('\n'))
  const told = cells.map(plainWords).filter((cell) => cell !== '')
  if (told.length === 0) return []
  const boxes = line.boxes?.length === told.length ? { boxes: line.boxes } : {}
  const text = told.join(' ')
  const said = { page, cell: line.cell }
  if (text.length <= LONGEST_LINE) return [{ text, cells: told, ...said, ...boxes }]
  return told.flatMap(parted).map((part) => ({ text: part, cells: [part], ...said }))
}

/** Pieces of a text that are no longer than a line may be, cut at a space where there is one. */
function parted(text: string): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > LONGEST_LINE) {
    const space = rest.lastIndexOf(' ', LONGEST_LINE)
    const end = space > 0 ? space : LONGEST_LINE
    parts.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? parts : [...parts, rest]
}

/** A text as lines are matched: NFC, single spaces, Ð written Đ, no zero-width characters. */
function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** A sentence, an item of a list or a row, put together from the lines it runs over. */
export interface Statement {
  text: string
  line: Line
  /** The lines it was put together from. */
  lines: readonly Line[]
}

const BEGINS = wording(
  '^(?:«Điều» \\d+|«Căn cứ|Theo đề nghị|Xét|Quyết định|Nơi nhận|Hôm nay|Kính gửi»(?!\\p{L})|[-–+*•]|\\d+(?:\\.\\d+)*[.)] ?|[IVX]+[.)] |[a-zđ][.)] |\\p{Lu}[^.,;:]{1,45}:(?: |$))',
)
/** Shorter lines end where they end: they were not broken by the width of the page. */
const FULL = 45
/** Nobody writes a longer statement: what follows is not looked at. */
const LONGEST = 1500

/** Whether a text begins a statement of its own: an article, an item, a heading, a label. */
export function begins(text: string): boolean {
  return BEGINS.test(text)
}

/**
 * The lines as statements: a line that ends with a stop, is a row of cells, or is followed by the beginning of another,
 * ends one; a short one too, unless the next goes on with a small letter.
 */
export function statementsOf(lines: readonly Line[]): Statement[] {
  const statements: { text: string; line: Line; lines: Line[] }[] = []
  for (const line of lines) {
    const last = statements.at(-1)
    const before = last?.lines.at(-1)
    if (last && before && goesOn(before, line)) {
      last.text = `${last.text} ${line.text}`.slice(0, LONGEST)
      last.lines.push(line)
    } else statements.push({ text: line.text.slice(0, LONGEST), line, lines: [line] })
  }
  return statements
}

function goesOn({ cells, text }: Line, next: Line): boolean {
  if (cells.length > 1 || next.cells.length > 1 || /[.;:]$/u.test(text) || begins(next.text)) return false
  // A heading in capitals ends where small letters begin.
  if (inCapitals(text) && !inCapitals(next.text)) return false
  return text.length >= FULL || /^\p{Ll}/u.test(next.text)
}

const QUOTE = 200

/**
 * A reading at a line: `words` are those it was read from, quoted up to 200 characters; parts that do not follow each
 * other in the text have ` … ` between them.
 */
export function found<T>(value: T, line: Line, ...words: readonly string[]): Found<T> {
  const quote = firstCharacters(words.map((part) => part.trim()).join(' … '))
  const box = line.boxes === undefined ? [] : boxesOf(quote.split(' … '), line)
  return {
    value,
    quote,
    ...(line.page !== undefined && { page: line.page }),
    ...(box.length > 0 && { box }),
    ...(line.cell !== undefined && { cell: line.cell }),
  }
}

/** The readings that differ, each as first found. */
export function distinct<T>(readings: readonly Found<T>[]): readonly Found<T>[] {
  const known = new Map<string, Found<T>>()
  for (const reading of readings) {
    const key = JSON.stringify(reading.value)
    if (!known.has(key)) known.set(key, reading)
  }
  return [...known.values()]
}

/** Never half a character at the end. */
function firstCharacters(words: string): string {
  return words.length <= QUOTE
    ? words
    : words
        .slice(0, QUOTE)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()
}

/** Lines from where a quote begins within which the rest of it stands. */
const FAR = 40

/** A cell of a line with its letters, and where these begin among all that are looked at. */
interface Part {
  line: number
  cell: string
  box: CellBox
  from: number
  letters: number
}

/**
 * Where the parts of a quote stand on the page: one box for each line of it. A part that is not found from the line on is
 * left out; nothing is found where the places of words are not known.
 */
function boxesOf(parts: readonly string[], line: Line): readonly Box[] {
  const { text, cells } = lettersFrom(line)
  const byLine = new Map<number, Box>()
  let from = 0
  for (const part of parts) {
    const letters = close(part)
    const further = text.indexOf(letters, from)
    const at = further < 0 ? text.indexOf(letters) : further
    if (at < 0 || letters === '') continue
    const past = at + letters.length
    from = Math.max(from, past)
    for (const cell of cells) {
      const begin = Math.max(at, cell.from)
      const end = Math.min(past, cell.from + cell.letters)
      if (begin >= end) continue
      const box = boxIn(cell, begin - cell.from, end - cell.from)
      const known = byLine.get(cell.line)
      byLine.set(cell.line, known === undefined ? box : around(known, box))
    }
  }
  return [...byLine.values()]
}

function lettersFrom(first: Line): { text: string; cells: Part[] } {
  const cells: Part[] = []
  let text = ''
  let line: Line | undefined = first
  for (let at = 0; at < FAR && line !== undefined; at++) {
    for (const [index, cell] of line.cells.entries()) {
      const [box, letters] = [line.boxes?.[index], close(cell)]
      if (box !== undefined) cells.push({ line: at, cell, box, from: text.length, letters: letters.length })
      text += letters
    }
    line = line.below
  }
  return { text, cells }
}

/** The words of a cell that hold its letters from one to another; the whole cell where words have no places. */
function boxIn({ cell, box }: Part, from: number, to: number): Box {
  const { x, y, width, height, words = [] } = box
  let [left, right, at] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
  for (const [index, word] of cell.split(' ').entries()) {
    const [begin, wide] = [words[2 * index], words[2 * index + 1]]
    if (begin !== undefined && wide !== undefined && at < to && at + word.length > from) {
      left = Math.min(left, begin)
      right = Math.max(right, begin + wide)
    }
    at += word.length
  }
  return right > left ? [left, y, tenth(right - left), height] : [x, y, width, height]
}

function around([x, y, width, height]: Box, [x2, y2, width2, height2]: Box): Box {
  const [left, top] = [Math.min(x, x2), Math.min(y, y2)]
  return [left, top, tenth(Math.max(x + width, x2 + width2) - left), tenth(Math.max(y + height, y2 + height2) - top)]
}

function close(words: string): string {
  return words.replace(/\s+/gu, '')
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
