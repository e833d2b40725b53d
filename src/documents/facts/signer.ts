import type { Found, Signer } from '../../dossier/reading.ts'
import { CAPACITY, TITLE_WITHIN } from './agency-words.ts'
import { distinct, found, type Line } from './lines.ts'
import type { Outline } from './outline.ts'
import { mayBeOfName, personIn } from './person-name.ts'
import {
  isOpen,
  isWhole,
  type SignatureColumn,
  type SignatureLine,
  signatureLine,
  signatureWords,
  signerOf,
} from './signature-lines.ts'
import { inCapitals } from './wording.ts'

/**
 * Who signed the document itself: title and capacity above the signature, name below it (NĐ 30/2020, Phụ lục I, II.7).
 * Signatures of annexes, copies (sao y) and forms are not looked at; two signers are two readings.
 */
export function signer({ own, head }: Outline): readonly Found<Signer>[] {
  return distinct(
    signaturesOf(own.slice(head.length)).flatMap((column) => {
      const signed = signerOf(column)
      return signed ? [found(signed, column.line, ...column.above, signed.name)] : []
    }),
  )
}

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
  if (!begun || begun.titles.length === 0 || isOther(begun) || begun.names.length > 0) return undefined
  if (goesOnFrom(lines[from - 1]) || isBelowTitle(lines, from, told)) return undefined
  const columns = begun.titles.map(({ words, name }): SignatureColumn => ({ above: [words], line: first, name }))
  if (columns.every(({ name }) => name !== undefined))
    return runsOn(lines.slice(from + 1, from + 1 + DEPTH).map(told), columns) ? undefined : { columns, end: from }
  for (let at = from + 1; at <= from + DEPTH; at += 1) {
    const line = lines[at]
    const there = line && told(line)
    if (!there || there.other || isMixed(there) || !addCapitals(columns, there)) return undefined
    const { titles, names } = there
    if (titles.length > 0 && !addTitles(columns, titles)) return undefined
    if (names.length > 0 || titles.some(({ name }) => name !== undefined)) {
      if (!addNames(columns, [...titles.flatMap(({ name = '' }) => (name ? [name] : [])), ...names])) return undefined
      return namesEnd(columns, lines[at + 1]) ? { columns, end: at } : undefined
    }
  }
  return undefined
}

function isOther({ other, capitals }: SignatureLine): boolean {
  return other || capitals.length > 0
}

/** Whether a title stands right above, alone or with more words in capitals, that was not understood: this is its rest. */
function isBelowTitle(lines: readonly Line[], from: number, told: (line: Line) => SignatureLine): boolean {
  const [above, further] = [lines[from - 1], lines[from - 2]].map((line) => line && told(line))
  if (!above) return false
  return above.titles.length > 0 || (above.capitals.length > 0 && further !== undefined && further.titles.length > 0)
}

/** The name of one signature beside the title of another: columns that were read one after the other, or set off in height. */
function isMixed({ titles, names }: SignatureLine): boolean {
  return names.length > 0 && titles.length > 0
}

/** The rest of words above a signature that run over several lines; false where they cannot be such. */
function addCapitals(columns: SignatureColumn[], { titles, names, capitals }: SignatureLine): boolean {
  const [words, other] = capitals
  if (words === undefined) return true
  const [column, ...more] = columns
  const fits = column && more.length === 0 && other === undefined && titles.length + names.length === 0
  if (!fits || !isOpen(column)) return false
  column.above = [...column.above, words]
  return true
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

/**
 * A word alone below the only name belongs to it: the column was too narrow. Where that cannot be told, the name may be
 * half of one.
 */
function namesEnd(columns: SignatureColumn[], below: Line | undefined): boolean {
  const [column, ...more] = columns
  const written = columns.map(({ name = '' }) => inCapitals(name))
  const parts = below?.cells.filter((cell) => mayBeOfName(cell) && written.includes(inCapitals(cell))) ?? []
  if (parts.every(signs)) return true
  const [part = ''] = parts
  const alone = below?.cells.length === 1 && !part.includes(' ')
  const whole = alone && more.length === 0 ? personIn(`${column?.name} ${part}`) : undefined
  if (!column || whole === undefined) return false
  column.name = whole
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
