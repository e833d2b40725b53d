import { localName, type XmlHandlers } from '../../intake/xlsx/xml.ts'

/** An attribute by its name without prefix; writers are free to choose the prefix, nearly all write `w`. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const usual = attributes[`w:${name}`]
  if (usual !== undefined) return usual
  for (const key in attributes) if (localName(key) === name) return attributes[key]
  return undefined
}

/** Whether an on/off property is on: it is when it stands there, unless it says otherwise (ECMA-376 Part 1, 17.17.4). */
function isOn(attributes: Readonly<Record<string, string>>): boolean {
  return !['0', 'false', 'off'].includes(attribute(attributes, 'val') ?? '')
}

/** Sides that set a cell apart from the one beside it, or rows from each other. */
const DIVIDING = new Set(['left', 'right', 'start', 'end', 'insideH', 'insideV'])

/** Whether an element inside `w:tblBorders` or `w:tcBorders` is a side that divides. */
export function isDividing(name: string): boolean {
  return DIVIDING.has(name)
}

/** Whether an element is a dividing side that is drawn. Margins have sides too, without a kind of line (`w:val`). */
export function isVisibleRule(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (!DIVIDING.has(name)) return false
  const line = attribute(attributes, 'val')
  return line !== undefined && line !== 'none' && line !== 'nil'
}

/** What matters here of how a run of text is formatted; what is not set is inherited. */
export interface RunStyle {
  font?: string
  hidden?: boolean
}

/** Fonts of the theme, for text that has no font of its own name. */
export interface ThemeFonts {
  major?: string
  minor?: string
}

/** Takes one property out of `w:rPr`. The letters of legacy encodings are shown in the font for "high ANSI". */
export function setRunProperty(
  style: RunStyle,
  name: string,
  attributes: Readonly<Record<string, string>>,
  theme: ThemeFonts,
): void {
  if (name === 'vanish') style.hidden = isOn(attributes)
  if (name !== 'rFonts') return
  const ofTheme = attribute(attributes, 'hAnsiTheme') ?? attribute(attributes, 'asciiTheme')
  const themed = ofTheme?.startsWith('major') ? theme.major : theme.minor
  const named = attribute(attributes, 'hAnsi') ?? attribute(attributes, 'ascii')
  const font = (ofTheme === undefined ? undefined : themed) ?? named
  if (font !== undefined) style.font = font
}

interface Level {
  format: string
  /** With `%1` for the number of the outermost level: `%1.%2)`. */
  text: string
  start: number
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  /** Id of the list; `0` is none. */
  list: string
  /** From 0. */
  level: number
}

/** Larger numbers are written plainly: letters and Roman numerals grow long. */
const LARGEST_WRITTEN_OUT = 3_999
const LETTERS = 26
const ROMAN = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

/** The numbers that Word puts before paragraphs of lists and does not store with them. */
export class DocxNumbering implements XmlHandlers {
  readonly #forms = new Map<string, Map<number, Level>>()
  readonly #formOf = new Map<string, string>()
  readonly #counts = new Map<string, number[]>()
  #form: Map<number, Level> | undefined
  #level: Level | undefined
  #list = ''

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attribute(attributes, 'val') ?? ''
    if (name === 'abstractNum') {
      this.#form = new Map()
      this.#forms.set(attribute(attributes, 'abstractNumId') ?? '', this.#form)
    } else if (name === 'num') this.#list = attribute(attributes, 'numId') ?? ''
    else if (name === 'abstractNumId') this.#formOf.set(this.#list, value)
    else if (name === 'lvl') {
      this.#level = { format: 'decimal', text: '', start: 1 }
      this.#form?.set(Number(attribute(attributes, 'ilvl')), this.#level)
    } else if (this.#level !== undefined) {
      if (name === 'numFmt') this.#level.format = value
      else if (name === 'lvlText') this.#level.text = value
      else if (name === 'start') this.#level.start = Number(value) || 0
    }
  }

  close(name: string): void {
    if (name === 'lvl') this.#level = undefined
    if (name === 'abstractNum') this.#form = undefined
  }

  /** Counts the next paragraph of a list. @returns what stands before it, such as `2.1.`; empty for a bullet */
  next({ list, level }: ListPlace): string {
    const id = this.#formOf.get(list) ?? ''
    const form = this.#forms.get(id)
    const here = form?.get(level)
    if (form === undefined || here === undefined) return ''
    const counts = this.#counts.get(id) ?? []
    counts[level] = (counts[level] ?? here.start - 1) + 1
    this.#counts.set(id, counts.slice(0, level + 1))
    if (here.format === 'bullet' || here.format === 'none') return ''
    return here.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = form.get(Number(digit) - 1)
      return written(counts[Number(digit) - 1] ?? at?.start ?? 1, at?.format ?? 'decimal')
    })
  }
}

function written(count: number, format: string): string {
  if (count < 1 || count > LARGEST_WRITTEN_OUT) return String(count)
  if (format === 'lowerLetter') return letter(count)
  if (format === 'upperLetter') return letter(count).toUpperCase()
  if (format === 'lowerRoman') return roman(count)
  if (format === 'upperRoman') return roman(count).toUpperCase()
  return String(count)
}

/** After z come aa, bb, cc (ECMA-376 Part 1, 17.18.59). */
function letter(count: number): string {
  const one = String.fromCharCode(97 + ((count - 1) % LETTERS))
  return one.repeat(Math.ceil(count / LETTERS))
}

function roman(count: number): string {
  let [rest, text] = [count, '']
  for (const [sign, value] of ROMAN)
    while (rest >= value) {
      text += sign
      rest -= value
    }
  return text
}
