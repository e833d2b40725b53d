import type { XmlHandlers } from '../../bundle/xlsx/xml.ts'
import type { DocumentText } from '../document-text.ts'
import { attribute } from './docx-attribute.ts'
import { isDividing, isVisibleRule } from './docx-borders.ts'
import { DocxParagraph } from './docx-paragraph.ts'
import { type RunStyle, setRunProperty, type ThemeFonts } from './docx-run-style.ts'
import type { DocxStyles } from './docx-styles.ts'
import { DocxTable } from './docx-table.ts'
import type { LineSink, RawLine } from './line-sink.ts'

type Attributes = Readonly<Record<string, string>>

interface Run {
  own: RunStyle
  style?: string
}

interface Frame {
  text: DocxParagraph
  style?: string
  run?: Run
  shown?: Required<RunStyle>
}

/** Not shown, whatever is inside: former states, field codes, ruby guides, settings of content controls. */
const UNSEEN = new Set(['delText', 'instrText', 'delInstrText', 'rt', 'sdtPr', 'moveFrom', 'del'])
const TRACKED = new Set(['del', 'ins', 'moveFrom', 'moveTo'])

/**
 * Reads one story of a document (its body, a header, its footnotes) into lines: what a reader of the paper sees.
 * A text box comes before the paragraph it is anchored in, and once, though it is stored in two forms.
 */
export class DocxStory implements XmlHandlers {
  readonly flags = new Set<DocumentText['flags'][number]>()
  /** Name of the outermost element. */
  root: string | undefined
  readonly #styles: DocxStyles
  readonly #theme: ThemeFonts
  readonly #sink: LineSink
  readonly #paragraphs: Frame[] = []
  readonly #tables: DocxTable[] = []
  /** For each `mc:AlternateContent` that is open, whether one of its forms was read. */
  readonly #alternatives: boolean[] = []
  #skipped = 0
  #inText = false
  #properties: 'pPr' | 'rPr' | 'tblPr' | 'tcPr' | undefined

  constructor(styles: DocxStyles, theme: ThemeFonts, sink: LineSink) {
    this.#styles = styles
    this.#theme = theme
    this.#sink = sink
  }

  open(name: string, attributes: Attributes): void {
    this.root ??= name
    if (TRACKED.has(name)) this.flags.add('trackedChanges')
    if (this.#skipped > 0 || this.#isUnseen(name)) this.#skipped++
    else if (this.#properties !== undefined) this.#property(name, attributes)
    else this.#start(name)
  }

  text(text: string): void {
    const frame = this.#paragraphs.at(-1)
    if (!this.#inText || frame?.run === undefined) return
    frame.shown ??= this.#styles.resolve(frame.style, frame.run.style, frame.run.own)
    if (!frame.shown.hidden) frame.text.add(text, frame.shown.font)
    else if (text.trim() !== '') this.flags.add('hiddenText')
    this.#sink.count(text.length)
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped--
    else if (name === this.#properties) this.#properties = undefined
    else if (name === 't') this.#inText = false
    else if (name === 'p') this.#endParagraph()
    else if (name === 'tc') this.#tables.at(-1)?.endCell()
    else if (name === 'tr') this.#endRow()
    else if (name === 'tbl') this.#tables.pop()
    else if (name === 'AlternateContent') this.#alternatives.pop()
  }

  #isUnseen(name: string): boolean {
    if (UNSEEN.has(name) || name.endsWith('PrChange')) return true
    if (name !== 'Choice' && name !== 'Fallback') return false
    const read = this.#alternatives.pop()
    if (read !== undefined) this.#alternatives.push(true)
    return read === true
  }

  #start(name: string): void {
    this.#sink.count(1)
    const frame = this.#paragraphs.at(-1)
    if (name === 't') this.#inText = true
    else if (name === 'p') this.#paragraphs.push({ text: new DocxParagraph() })
    else if (name === 'r') this.#startRun(frame)
    else if (name === 'pPr' || name === 'rPr' || name === 'tblPr' || name === 'tcPr') this.#properties = name
    else if (name === 'tab' || name === 'ptab') frame?.text.tab()
    else if (name === 'br' || name === 'cr') frame?.text.breakLine()
    else if (name === 'noBreakHyphen') frame?.text.add('-', '')
    else if (name === 'tbl') this.#tables.push(new DocxTable())
    else if (name === 'tr') this.#tables.at(-1)?.startRow()
    else if (name === 'tc') this.#tables.at(-1)?.startCell()
    else if (name === 'AlternateContent') this.#alternatives.push(false)
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
      if (name === 'pStyle' && frame !== undefined) frame.style = value
    } else if (this.#properties === 'rPr') {
      if (frame?.run === undefined) return
      if (name === 'rStyle') frame.run.style = value
      setRunProperty(frame.run.own, name, attributes, this.#theme)
    } else if (table === undefined) return
    else if (this.#properties === 'tcPr') {
      if (isDividing(name) && attribute(attributes, 'val') !== undefined)
        table.cellRule(isVisibleRule(name, attributes))
    } else if (name === 'tblStyle') table.ruled = this.#styles.isRuled(value)
    else if (name === 'tblBorders') table.ruled = false
    else if (isVisibleRule(name, attributes)) table.ruled = true
  }

  #endParagraph(): void {
    const text = this.#paragraphs.pop()?.text
    if (text === undefined) return
    this.#put(text.finish())
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
