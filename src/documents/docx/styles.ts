import { parseXml, type XmlHandlers } from '../../intake/xlsx/xml.ts'
import {
  attribute,
  isVisibleRule,
  type ListPlace,
  type RunStyle,
  setRunProperty,
  type ThemeFonts,
} from './properties.ts'

interface Style {
  basedOn?: string
  run: RunStyle
  /** Whether its table borders draw lines between cells. */
  ruled?: boolean
  /** The list that its paragraphs are in. */
  list?: string
  level?: number
}

/** Styles are based on each other in short chains; a longer one is a loop. */
const LONGEST_CHAIN = 20

/** The styles of a document by their id, and what text has that says nothing of its own. */
export class DocxStyles implements XmlHandlers {
  readonly #styles = new Map<string, Style>()
  readonly #theme: ThemeFonts
  readonly #defaults: Style = { run: {} }
  #defaultParagraph = ''
  #current: Style | undefined
  #inRun = false

  constructor(theme: ThemeFonts) {
    this.#theme = theme
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'docDefaults') this.#current = this.#defaults
    else if (name === 'style') this.#startStyle(attributes)
    else if (name === 'rPr') this.#inRun = true
    else if (name === 'pPr') this.#inRun = false
    const style = this.#current
    if (style === undefined) return
    if (name === 'basedOn') style.basedOn = attribute(attributes, 'val') ?? ''
    else if (name === 'numId') style.list = attribute(attributes, 'val') ?? ''
    else if (name === 'ilvl') style.level = Number(attribute(attributes, 'val'))
    else if (this.#inRun) setRunProperty(style.run, name, attributes, this.#theme)
    else if (isVisibleRule(name, attributes)) style.ruled = true
  }

  close(name: string): void {
    if (name === 'rPr') this.#inRun = false
    if (name === 'style' || name === 'docDefaults') this.#current = undefined
  }

  /** A run's font and whether it is hidden. Hidden toggles between the two kinds of style (ECMA-376 Part 1, 17.7.3). */
  resolve(paragraph: string | undefined, character: string | undefined, own: RunStyle): Required<RunStyle> {
    const [of, by] = [this.#chain(paragraph ?? this.#defaultParagraph), this.#chain(character ?? '')]
    const toggled = (first(of, 'hidden') ?? false) !== (first(by, 'hidden') ?? false)
    const defaults = this.#defaults.run
    return {
      font: own.font ?? first(by, 'font') ?? first(of, 'font') ?? defaults.font ?? '',
      hidden: own.hidden ?? (toggled || (defaults.hidden ?? false)),
    }
  }

  /** Whether tables of that style have lines between their cells. */
  isRuled(table: string): boolean {
    return this.#chain(table).some(({ ruled }) => ruled === true)
  }

  /** The list of a paragraph, by what it says itself and by its style; undefined when it is in none. */
  listOf(paragraph: string | undefined, own: Partial<ListPlace>): ListPlace | undefined {
    const chain = this.#chain(paragraph ?? this.#defaultParagraph)
    const list = own.list ?? chain.find((style) => style.list !== undefined)?.list
    const level = own.level ?? chain.find((style) => style.level !== undefined)?.level ?? 0
    return list === undefined || list === '0' ? undefined : { list, level }
  }

  #startStyle(attributes: Readonly<Record<string, string>>): void {
    const id = attribute(attributes, 'styleId') ?? ''
    this.#current = { run: {} }
    this.#styles.set(id, this.#current)
    const isDefault = ['1', 'true', 'on'].includes(attribute(attributes, 'default') ?? '')
    if (isDefault && attribute(attributes, 'type') === 'paragraph') this.#defaultParagraph = id
  }

  #chain(id: string): Style[] {
    const chain: Style[] = []
    let style = this.#styles.get(id)
    while (style !== undefined && chain.length < LONGEST_CHAIN) {
      chain.push(style)
      style = this.#styles.get(style.basedOn ?? '')
    }
    return chain
  }
}

function first<K extends keyof RunStyle>(chain: readonly Style[], key: K): RunStyle[K] {
  return chain.find(({ run }) => run[key] !== undefined)?.run[key]
}

/** The fonts of a theme part. @throws SheetUnreadable when it is no XML */
export async function readTheme(part: string, bytes: Uint8Array, tick: () => void): Promise<ThemeFonts> {
  const fonts: ThemeFonts = {}
  let of: keyof ThemeFonts | undefined
  const open = (name: string, { typeface }: Readonly<Record<string, string>>): void => {
    if (name === 'majorFont') of = 'major'
    if (name === 'minorFont') of = 'minor'
    if (name === 'latin' && of !== undefined && typeface) fonts[of] ??= typeface
  }
  const close = (name: string): void => {
    if (name === 'majorFont' || name === 'minorFont') of = undefined
  }
  await parseXml(part, bytes, { open, close }, tick)
  return fonts
}
