import type { XmlHandlers } from '../../intake/xlsx/xml.ts'
import type { DocumentText, LineSink, RawLine } from '../document-text.ts'
import { DocxParagraph, DocxTable } from './paragraphs.ts'
import {
  attribute,
  type DocxNumbering,
  isDividing,
  isVisibleRule,
  type ListPlace,
  type RunStyle,
  setRunProperty,
  type ThemeFonts,
} from './properties.ts'
import type { DocxStyles } from './styles.ts'

/** Not shown, whatever is inside: former states, field codes, ruby guides, settings of content controls. */
const UNSEEN = new Set(['delText', 'instrText', 'delInstrText', 'rt', 'sdtPr', 'moveFrom', 'del'])

/** Tells what of a part nobody sees on paper: it is asked of every element that opens and closes, in their order. */
class UnseenContent {
  #depth = 0
  /** For each `mc:AlternateContent` that is open, whether one of its forms was met. */
  readonly #alternatives: boolean[] = []

  /** Whether the element that opens is, or is inside, something that is not shown. */
  opens(name: string): boolean {
    if (this.#depth === 0 && !this.#begins(name)) return false
    this.#depth++
    return true
  }

  /** The same of the element that closes. */
  closes(name: string): boolean {
    if (this.#depth > 0) {
      this.#depth--
      return true
    }
    if (name === 'AlternateContent') this.#alternatives.pop()
    return false
  }

  #begins(name: string): boolean {
    if (UNSEEN.has(name) || name.endsWith('PrChange')) return true
    if (name === 'AlternateContent') this.#alternatives.push(false)
    if (name !== 'Choice' && name !== 'Fallback') return false
    const met = this.#alternatives.pop()
    if (met !== undefined) this.#alternatives.push(true)
    return met === true
  }
}

type Attributes = Readonly<Record<string, string>>

/** What the other parts of the package say of how text is formatted. */
export interface DocxFormats {
  styles: DocxStyles
  theme: ThemeFonts
  numbering: DocxNumbering
}

interface Run {
  own: RunStyle
  style?: string
}

interface Frame {
  text: DocxParagraph
  style?: string
  place: Partial<ListPlace>
  run?: Run
  shown?: Required<RunStyle>
}

const TRACKED = new Set(['del', 'ins', 'moveFrom', 'moveTo'])

/**
 * Reads one story of a document (its body, a header, its footnotes) into lines: what a reader of the paper sees.
 * A text box comes before the paragraph it is anchored in, and once, though it is stored in two forms.
 */
export class DocxStory implements XmlHandlers {
  readonly flags = new Set<DocumentText['flags'][number]>()
  /** Name of the outermost element. */
  root: string | undefined
  readonly #formats: DocxFormats
  readonly #sink: LineSink
  readonly #paragraphs: Frame[] = []
  readonly #tables: DocxTable[] = []
  readonly #unseen = new UnseenContent()
  #inText = false
  #properties: 'pPr' | 'rPr' | 'tblPr' | 'tcPr' | undefined

  constructor(formats: DocxFormats, sink: LineSink) {
    this.#formats = formats
    this.#sink = sink
  }

  open(name: string, attributes: Attributes): void {
    this.root ??= name
    if (TRACKED.has(name)) this.flags.add('trackedChanges')
    if (this.#unseen.opens(name)) return
    if (this.#properties !== undefined) this.#property(name, attributes)
    else this.#start(name)
  }

  text(text: string): void {
    if (this.#inText) this.#write(text)
  }

  close(name: string): void {
    if (this.#unseen.closes(name)) return
    if (name === this.#properties) this.#properties = undefined
    else if (name === 't') this.#inText = false
    else if (name === 'p') this.#endParagraph()
    else if (name === 'tc') this.#tables.at(-1)?.endCell()
    else if (name === 'tr') this.#endRow()
    else if (name === 'tbl') this.#tables.pop()
  }

  /** Text of the run that is open. */
  #write(text: string): void {
    const frame = this.#paragraphs.at(-1)
    if (frame?.run === undefined) return
    frame.shown ??= this.#formats.styles.resolve(frame.style, frame.run.style, frame.run.own)
    if (!frame.shown.hidden) frame.text.add(text, frame.shown.font)
    else if (text.trim() !== '') this.flags.add('hiddenText')
    this.#sink.count(text.length)
  }

  #start(name: string): void {
    this.#sink.count(1)
    const frame = this.#paragraphs.at(-1)
    if (name === 't') this.#inText = true
    else if (name === 'p') this.#paragraphs.push({ text: new DocxParagraph(), place: {} })
    else if (name === 'r') this.#startRun(frame)
    else if (name === 'pPr' || name === 'rPr' || name === 'tblPr' || name === 'tcPr') this.#properties = name
    else if (name === 'tab' || name === 'ptab') frame?.text.tab()
    else if (name === 'br' || name === 'cr') frame?.text.breakLine()
    else if (name === 'noBreakHyphen') this.#write('-')
    // In TCVN3 it is the letter ư, which some writers take for the sign.
    else if (name === 'softHyphen') this.#write('\u00ad')
    else if (name === 'tbl') this.#tables.push(new DocxTable())
    else if (name === 'tr') this.#tables.at(-1)?.startRow()
    else if (name === 'tc') this.#tables.at(-1)?.startCell()
  }

  #startRun(frame: Frame | undefined): void {
    if (frame === undefined) return
    frame.run = { own: {} }
    delete frame.shown
  }

  #property(name: string, attributes: Attributes): void {
    const [frame, table] = [this.#paragraphs.at(-1), this.#tables.at(-1)]
    const value = attribute(attributes, 'val') ?? ''
    if (this.#properties === 'pPr') {
      if (frame === undefined) return
      if (name === 'pStyle') frame.style = value
      else if (name === 'numId') frame.place.list = value
      else if (name === 'ilvl') frame.place.level = Number(value)
    } else if (this.#properties === 'rPr') {
      if (frame?.run === undefined) return
      if (name === 'rStyle') frame.run.style = value
      setRunProperty(frame.run.own, name, attributes, this.#formats.theme)
    } else if (table === undefined) return
    else if (this.#properties === 'tcPr') {
      if (isDividing(name) && attribute(attributes, 'val') !== undefined)
        table.cellRule(isVisibleRule(name, attributes))
    } else if (name === 'tblStyle') table.ruled = this.#formats.styles.isRuled(value)
    else if (name === 'tblBorders') table.ruled = false
    else if (isVisibleRule(name, attributes)) table.ruled = true
  }

  #endParagraph(): void {
    const frame = this.#paragraphs.pop()
    if (frame === undefined) return
    const { text } = frame
    const place = this.#formats.styles.listOf(frame.style, frame.place)
    const label = place === undefined ? '' : this.#formats.numbering.next(place)
    this.#sink.count(label.length)
    this.#put(text.finish(label))
    if (text.converted) this.flags.add('converted')
  }

  #endRow(): void {
    const row = this.#tables.at(-1)?.endRow() ?? []
    const table = this.#tables.at(-2)
    if (table === undefined) this.#sink.put(row)
    else table.add(row)
  }

  #put(lines: readonly RawLine[]): void {
    const table = this.#tables.at(-1)
    if (table === undefined) this.#sink.put(lines)
    else table.add(lines)
  }
}
