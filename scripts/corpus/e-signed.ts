import type { PdfEngine } from '../../src/documents/pdf/engine.ts'
import { type Authority, type Look, type Signatory, signed } from '../samples/office/sign.ts'
import type { Made } from './layout.ts'
import { type Letter, lettersOn } from './letters.ts'

/** How an e-office prints number and day: the whole strings, or the figures into blanks that were typed. */
export type Printing = 'whole' | 'figures'

/** The letters of a stamp that the signature prints. */
function printedOf(stamp: string, how: Printing): string[] {
  // Of the year and the sign behind the number nothing is filled in.
  const end = how === 'whole' ? stamp.length : stamp.search(stamp.includes('/') ? /\// : / năm/u)
  return [...stamp].map((letter, at) =>
    at < end && (how === 'whole' ? letter !== ' ' : /\d/.test(letter)) ? letter : '',
  )
}

/** The source of a paper without what its signature prints: a figure is as wide as two spaces. */
export function withoutStamps({ source, stamps }: Pick<Made, 'source' | 'stamps'>, how: Printing): Made['source'] {
  const xml = stamps.reduce((text, stamp) => {
    const printed = printedOf(stamp, how)
    const blank = [...stamp].map((letter, at) => (printed[at] === '' ? letter : '\u00a0\u00a0')).join('')
    return text.replace(stamp, blank)
  }, source.xml)
  return { ...source, xml }
}

/**
 * Signs a paper as an e-office does: what the blanks lack is drawn in the widget of the signature, where it stands on the
 * whole paper.
 */
export function eSigned(
  engine: PdfEngine,
  paper: {
    pdf: Uint8Array
    /** The same without its stamps. */
    blank: Uint8Array
    stamps: readonly string[]
    printing: Printing
  },
  by: { to: Signatory; authority: Authority; at: string },
): Promise<Uint8Array> {
  const letters = firstPage(engine, paper.pdf)
  const printed = paper.stamps.flatMap((stamp) => {
    const close = [...stamp]
      .map((letter, at) => ({ letter, printed: printedOf(stamp, paper.printing)[at] !== '' }))
      .filter(({ letter }) => letter !== ' ')
    const from = letters
      .map(({ text }) => text)
      .join('')
      .indexOf(close.map(({ letter }) => letter).join(''))
    if (from < 0) throw new Error(`${stamp} does not stand on the paper`)
    return close.flatMap((one, at) => (one.printed ? [letters[from + at]] : []))
  })
  const shown = printed.filter((letter) => letter !== undefined)
  return signed(paper.blank, by.to, by.authority, by.at, shown.length === 0 ? undefined : lookOf(shown))
}

function firstPage(engine: PdfEngine, bytes: Uint8Array): Letter[] {
  const { call } = engine
  const data = engine.put(bytes)
  const document = call.FPDF_LoadMemDocument(data, bytes.length, 0)
  const page = call.FPDF_LoadPage(document, 0)
  const letters = lettersOn(engine, page)
  call.FPDF_ClosePage(page)
  call.FPDF_CloseDocument(document)
  call.free(data)
  return letters
}

/** Letters drawn each at its place, in a font of their own whose codes are told in Unicode. */
function lookOf(letters: readonly Letter[]): Look {
  const codes = new Map([...new Set(letters.map(({ text }) => text))].map((text, at) => [text, at + 1]))
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  const drawn = letters.map(
    ({ text, x, y, size }) =>
      `/F0 ${size.toFixed(2)} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${hex(codes.get(text) ?? 0, 2)}> Tj`,
  )
  const unicode = [...codes].map(([text, code]) => `<${hex(code, 2)}> <${hex(text.codePointAt(0) ?? 0, 4)}>`)
  const widths = [...codes.keys()].map((text) => {
    const { x = 0, right = 0, size = 12 } = letters.find((letter) => letter.text === text) ?? {}
    return Math.round(((right - x) / size) * 1_000)
  })
  const [xs, ys] = [letters.flatMap(({ x, right }) => [x, right]), letters.map(({ y }) => y)]
  return {
    rectangle: [Math.min(...xs) - 2, Math.min(...ys) - 5, Math.max(...xs) + 2, Math.max(...ys) + 14],
    contents: `BT 0 g ${drawn.join(' ')} ET`,
    widths,
    unicode: `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange ${unicode.length} beginbfchar ${unicode.join(' ')} endbfchar endcmap end end`,
  }
}
