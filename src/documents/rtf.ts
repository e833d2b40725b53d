import { type DocumentText, overBounds, plainLines, unreadable } from './document-text.ts'
import { inUnicode } from './legacy.ts'
import { legacyFontOf } from './legacy-encodings.ts'
import type { DocumentBounds } from './settings.ts'

/** What is inside is no text of the document: tables of fonts and styles, pictures, codes of fields, what others wrote of it. */
const UNSEEN = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl info pict object fldinst themedata datastore latentstyles xmlnstbl generator bkmkstart bkmkend revtbl annotation atnid atnauthor'.split(
    ' ',
  ),
)
/** Ends of lines and of cells. */
const SIGNS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
}
const CONTROL = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z']))/y
/** Groups within groups; nobody writes more. */
const DEEPEST = 500

interface Group {
  unseen: boolean
  hidden: boolean
  /** Characters after a Unicode one that stand for it in older readers. */
  instead: number
  font: number
}

/** Whether the bytes are those of a Rich Text file, whatever its name. */
export function isRtf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf'
}

/**
 * The text of a Rich Text file (RTF 1.9): its paragraphs, tables and headers; hidden and deleted text is left out and
 * flagged. Letters of before Unicode are read by the font they stand in.
 */
export function readRtf(bytes: Uint8Array, { characters }: Pick<DocumentBounds, 'characters'>): DocumentText {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const read = new RtfText(raw)
  if (!read.run(characters)) return overBounds('text', 'size')
  if (read.broken) return unreadable('text', 'damaged')
  const text = inUnicode('text', [{ lines: plainLines(read.text.join('')) }], [...read.fonts.values()])
  return text.text === 'read' && read.hidden ? { ...text, flags: [...text.flags, 'hiddenText'] } : text
}

class RtfText {
  readonly text: string[] = []
  readonly fonts = new Map<number, string>()
  hidden = false
  broken = false
  readonly #raw: string
  readonly #decoder = new TextDecoder('windows-1258')
  readonly #groups: Group[] = []
  #group: Group = { unseen: false, hidden: false, instead: 1, font: 0 }
  #inFonts = 0
  #fontName = ''
  #skip = 0

  constructor(raw: string) {
    this.#raw = raw
  }

  /** False when it has more characters than `most`. */
  run(most: number): boolean {
    let [at, length] = [0, 0]
    while (at < this.#raw.length && !this.broken) {
      const sign = this.#raw[at]
      const before = this.text.length
      if (sign === '\\') at = this.#control(at)
      else {
        if (sign === '{') this.#open()
        else if (sign === '}') this.#close()
        else if (sign !== '\r' && sign !== '\n') this.#put(sign ?? '')
        at++
      }
      if (this.text.length > before) length += this.text.at(-1)?.length ?? 0
      if (length > most) return false
    }
    return true
  }

  #open(): void {
    this.#groups.push(this.#group)
    this.#group = { ...this.#group }
    if (this.#groups.length > DEEPEST) this.broken = true
  }

  #close(): void {
    this.#group = this.#groups.pop() ?? this.#group
    if (this.#inFonts > this.#groups.length) this.#inFonts = 0
  }

  #control(at: number): number {
    CONTROL.lastIndex = at
    const match = CONTROL.exec(this.#raw)
    if (match === null) return at + 1
    const [all, word, value, hex, sign] = match
    if (word !== undefined) this.#word(word, value === undefined ? undefined : Number(value))
    else if (hex !== undefined) this.#put(this.#letter(Number.parseInt(hex, 16)))
    else if (sign === '*') this.#group.unseen = true
    else if (sign === '~') this.#put('\u00a0')
    else if (sign === '_') this.#put('-')
    else if (sign === '-') this.#put('\u00ad')
    else if (sign === '\\' || sign === '{' || sign === '}') this.#put(sign)
    else if (sign === '\n' || sign === '\r') this.#put('\n')
    return at + all.length
  }

  #word(word: string, value: number | undefined): void {
    const group = this.#group
    if (word === 'fonttbl') this.#inFonts = this.#groups.length
    if (UNSEEN.has(word)) group.unseen = true
    else if (word === 'u' && value !== undefined) {
      this.#put(String.fromCharCode(value & 0xffff))
      this.#skip = group.instead
    } else if (word === 'uc') group.instead = Math.min(value ?? 1, 10)
    else if (word === 'f') {
      group.font = value ?? 0
      this.#fontName = ''
    } else if (word === 'v' || word === 'deleted') group.hidden = value !== 0
    else if (word === 'plain') group.hidden = false
    else if (word === 'bin') this.broken ||= (value ?? 0) > 0
    else if (Object.hasOwn(SIGNS, word)) this.#put(SIGNS[word] ?? '')
  }

  /** A byte as its font has it: in those of before Unicode as it is, to be turned later. */
  #letter(byte: number): string {
    const name = this.fonts.get(this.#group.font)
    if (name !== undefined && legacyFontOf(name) !== undefined) return String.fromCharCode(byte)
    return this.#decoder.decode(Uint8Array.of(byte))
  }

  #put(text: string): void {
    if (this.#skip > 0 && text !== '\n' && text !== '\t') {
      this.#skip--
      return
    }
    if (this.#inFonts > 0) {
      if (text === ';') this.fonts.set(this.#group.font, this.#fontName.trim())
      else this.#fontName += text
      return
    }
    if (this.#group.unseen) return
    if (this.#group.hidden) this.hidden ||= text.trim() !== ''
    else this.text.push(text)
  }
}
