import { localName } from '../../intake/xlsx/xml.ts'

/** What matters here of a style of an OpenDocument file; what is not set is inherited from its parent. */
export interface OdfStyle {
  parent?: string
  font?: string
  /** Text that is not shown, or a sheet that is not. */
  hidden?: boolean
  /** Of a cell: whether a line is drawn between it and its neighbours. */
  ruled?: boolean
}

/** Styles inherit in short chains; a longer one is a loop. */
const LONGEST_CHAIN = 20
/** Sides of a cell that set it apart from another. */
const DIVIDING = ['border', 'border-left', 'border-right', 'border-top', 'border-bottom']
/** How a level of a list counts (ODF 1.3 part 3, 20.366); what is none of these shows a bullet. */
const FORMATS = ['1', 'a', 'A', 'i', 'I']

interface Level {
  format: string
  prefix: string
  suffix: string
  /** How many levels are shown, its own included. */
  shown: number
  start: number
}

type Attributes = Readonly<Record<string, string>>

/** An attribute by its name without prefix. */
export function odfAttribute(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) if (localName(key) === name) return attributes[key]
  return undefined
}

/** Gathers the styles, fonts and lists of the parts of an OpenDocument file. */
export class OdfStyles {
  readonly #styles = new Map<string, OdfStyle>()
  readonly #faces = new Map<string, string>()
  readonly #lists = new Map<string, Map<number, Level>>()
  #style: OdfStyle | undefined
  #list: Map<number, Level> | undefined

  /** Takes an element inside `office:font-face-decls`, `office:styles` or `office:automatic-styles`. */
  open(name: string, attributes: Attributes): void {
    const own = (attribute: string) => odfAttribute(attributes, attribute)
    if (name === 'font-face') this.#faces.set(own('name') ?? '', own('font-family') ?? '')
    else if (name === 'style') this.#open(`${own('family')} ${own('name')}`, own('parent-style-name'))
    else if (name === 'default-style') this.#open(`${own('family')} `)
    else if (name === 'list-style') this.#openList(own('name') ?? '')
    else if (name === 'list-level-style-number') this.#level(attributes)
    else if (this.#style === undefined) return
    else if (name === 'text-properties') this.#textProperties(this.#style, attributes)
    else if (name === 'table-properties') this.#style.hidden = own('display') === 'false'
    else if (name === 'table-cell-properties') cellProperties(this.#style, attributes)
  }

  /** The end of an element given to {@link open}. */
  close(name: string): void {
    if (name === 'style' || name === 'default-style') this.#style = undefined
    else if (name === 'list-style') this.#list = undefined
  }

  /** A property of a style, its own or inherited. @param family such as `paragraph`, `text`, `table-cell` */
  get<K extends 'font' | 'hidden' | 'ruled'>(family: string, name: string | undefined, key: K): OdfStyle[K] {
    let at = name
    for (let steps = 0; at !== undefined && steps < LONGEST_CHAIN; steps++) {
      const style = this.#styles.get(`${family} ${at}`)
      if (style?.[key] !== undefined) return style[key]
      at = style?.parent
    }
    return this.#styles.get(`${family} `)?.[key]
  }

  /** What stands before an item of a list: `Điều 2.`, `a)`; nothing where the level has a bullet. */
  label(list: string | undefined, counts: readonly number[]): string {
    const levels = this.#lists.get(list ?? '')
    const level = levels?.get(counts.length)
    if (levels === undefined || level === undefined || level.format === '') return ''
    const numbers = counts
      .map((count, at) => numbered(count, levels.get(at + 1)?.format ?? '1'))
      .slice(Math.max(0, counts.length - level.shown))
    return `${level.prefix}${numbers.join('.')}${level.suffix}`
  }

  /** The number of the first item of a level. */
  start(list: string | undefined, level: number): number {
    return this.#lists.get(list ?? '')?.get(level)?.start ?? 1
  }

  #open(key: string, parent?: string): void {
    this.#style = { ...(parent !== undefined && { parent }) }
    this.#styles.set(key, this.#style)
  }

  #openList(name: string): void {
    this.#list = new Map()
    this.#lists.set(name, this.#list)
  }

  #level(attributes: Attributes): void {
    const own = (attribute: string) => odfAttribute(attributes, attribute) ?? ''
    const format = own('num-format')
    this.#list?.set(Number(own('level')), {
      format: FORMATS.includes(format) ? format : '',
      prefix: own('num-prefix'),
      suffix: own('num-suffix'),
      shown: Number(own('display-levels')) || 1,
      start: Number(own('start-value')) || 1,
    })
  }

  #textProperties(style: OdfStyle, attributes: Attributes): void {
    const face = odfAttribute(attributes, 'font-name')
    const font = (face === undefined ? undefined : this.#faces.get(face)) ?? odfAttribute(attributes, 'font-family')
    if (font !== undefined || face !== undefined) style.font = (font ?? face ?? '').replaceAll("'", '')
    if (odfAttribute(attributes, 'display') !== undefined) style.hidden = odfAttribute(attributes, 'display') === 'none'
  }
}

function cellProperties(style: OdfStyle, attributes: Attributes): void {
  const lines = DIVIDING.flatMap((side) => odfAttribute(attributes, side) ?? [])
  if (lines.length > 0) style.ruled = lines.some((line) => line !== 'none' && line !== 'hidden')
}

const LETTERS = 26
const ROMAN: readonly (readonly [string, number])[] = [
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

function numbered(count: number, format: string): string {
  const small = format === 'i' || format === 'I' ? roman(count) : format === '1' ? String(count) : letters(count)
  return format === 'A' || format === 'I' ? small.toUpperCase() : small
}

function letters(count: number): string {
  const letter = String.fromCharCode(97 + ((count - 1) % LETTERS))
  return letter.repeat(Math.min(Math.ceil(count / LETTERS), LETTERS))
}

/** Up to 49, further than lists of an office go; a number beyond is shown as it is. */
function roman(count: number): string {
  if (count >= 50) return String(count)
  let [left, text] = [count, '']
  for (const [digits, value] of ROMAN)
    while (left >= value) {
      text += digits
      left -= value
    }
  return text
}
