import { inCapitals } from './capitals.ts'
import type { Line } from './line.ts'
import { isWhole, type SignatureColumn } from './signature-column.ts'
import { type SignatureLine, signatureLine } from './signature-line.ts'
import { signatureWords } from './signature-words.ts'
import { CAPACITY, TITLE_WITHIN } from './titles.ts'

/** Lines below the first words above a signature within which its name stands. */
const DEPTH = 16
/** No words above a signature are without two capitals together. */
const CAPITALS = /\p{Lu}{2}/u

/**
 * The signatures among the lines: words in capitals above, a name below, one or several beside each other. Where lines
 * between them say something else, or names and titles cannot be paired, there is no signature.
 */
export function signaturesOf(lines: readonly Line[]): SignatureColumn[] {
  const found: SignatureColumn[] = []
  const known = new Map<Line, SignatureLine>()
  const told = (line: Line) => {
    const before = known.get(line) ?? signatureLine(line)
    known.set(line, before)
    return before
  }
  for (let at = 0; at < lines.length; at += 1) {
    const block = CAPITALS.test(lines[at]?.text ?? '') ? blockAt(lines, at, told) : undefined
    if (!block) continue
    found.push(...block.columns)
    at = block.end
  }
  return found
}

function blockAt(
  lines: readonly Line[],
  from: number,
  told: (line: Line) => SignatureLine,
): { columns: SignatureColumn[]; end: number } | undefined {
  const first = lines[from]
  const begun = first && told(first)
  if (!begun || begun.titles.length === 0 || begun.other || begun.names.length > 0) return undefined
  const above = lines[from - 1]
  if (goesOnFrom(above) || (above && told(above).titles.length > 0)) return undefined
  const columns = begun.titles.map(({ words, name }): SignatureColumn => ({ above: [words], line: first, name }))
  if (columns.every(({ name }) => name !== undefined))
    return runsOn(lines.slice(from + 1, from + 1 + DEPTH).map(told), columns) ? undefined : { columns, end: from }
  for (let at = from + 1; at <= from + DEPTH; at += 1) {
    const line = lines[at]
    const { titles, names, other } = line ? told(line) : { titles: [], names: [], other: true }
    if (other || isMixed(titles, names) || (titles.length > 0 && !addTitles(columns, titles))) return undefined
    if (names.length > 0 || titles.some(({ name }) => name !== undefined)) {
      if (!addNames(columns, [...titles.flatMap(({ name = '' }) => (name ? [name] : [])), ...names])) return undefined
      return { columns, end: at }
    }
  }
  return undefined
}

/** The name of one signature beside the title of another: columns that were read one after the other, or set off in height. */
function isMixed(titles: SignatureLine['titles'], names: readonly string[]): boolean {
  return names.length > 0 && titles.length > 0
}

/** Words above that hold a title and are not understood (`THAY MẶT GIÁM ĐỐC`): what stands below is half of them. */
function goesOnFrom(above: Line | undefined): boolean {
  return above?.cells.some((cell) => inCapitals(cell) && !signs(cell) && TITLE_WITHIN.test(cell)) ?? false
}

function signs(cell: string): boolean {
  return signatureWords(cell).is === 'title'
}

/** Title and name in one run are a signature at the end of a document, and a list elsewhere, unless a capacity is told. */
function runsOn(below: readonly SignatureLine[], columns: readonly SignatureColumn[]): boolean {
  return below.some(({ other }) => other) && !columns.some(({ above: [words = ''] }) => CAPACITY.test(words))
}

/** Further words above the signatures, each below its own; one alone belongs to the only column that still needs it. */
function addTitles(columns: SignatureColumn[], titles: SignatureLine['titles']): boolean {
  const open = columns.length === titles.length ? columns : columns.filter((column) => !isWhole(column))
  if (open.length !== titles.length) return false
  titles.forEach(({ words }, index) => {
    const column = open[index]
    if (column) column.above = [...column.above, words]
  })
  return true
}

function addNames(columns: SignatureColumn[], names: readonly string[]): boolean {
  if (names.length !== columns.length) return false
  names.forEach((name, index) => {
    const column = columns[index]
    if (column) column.name = name
  })
  return true
}
