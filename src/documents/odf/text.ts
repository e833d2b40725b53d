import type { XmlHandlers } from '../../intake/xlsx/xml.ts'
import { type DocumentText, LineSink } from '../document-text.ts'
import { DocxParagraph, DocxTable } from '../docx/paragraphs.ts'
import { type OdfStyles, odfAttribute } from './styles.ts'

type Attributes = Readonly<Record<string, string>>

/** Where styles stand, in either part. */
const STYLE_PLACES = ['font-face-decls', 'styles', 'automatic-styles']
/** Not shown on the paper: former states, remarks, descriptions of pictures, settings. */
const UNSEEN = ['tracked-changes', 'annotation', 'desc', 'title', 'variable-decls', 'forms', 'note-citation']
/** A run of spaces is stored as a number; beyond this many it says nothing. */
const MOST_SPACES = 200

interface Paragraph {
  text: DocxParagraph
  style: string | undefined
  /** Styles of the spans that are open. */
  spans: (string | undefined)[]
  label: string
}

interface List {
  style: string | undefined
  counts: number[]
}

/** Passes on what is shown of a part: styles go to {@link OdfStyles}, and what nobody sees is left out. */
export abstract class OdfPart implements XmlHandlers {
  readonly flags = new Set<DocumentText['flags'][number]>()
  protected readonly styles: OdfStyles
  #unseen = 0
  #inStyles = 0

  constructor(styles: OdfStyles) {
    this.styles = styles
  }

  open(name: string, attributes: Attributes): void {
    if (this.#unseen > 0 || UNSEEN.includes(name)) {
      if (name === 'tracked-changes') this.flags.add('trackedChanges')
      this.#unseen++
    } else if (this.#inStyles > 0 || STYLE_PLACES.includes(name)) {
      this.#inStyles++
      this.styles.open(name, attributes)
    } else this.start(name, attributes)
  }

  text(text: string): void {
    // White space is one space, as in HTML (part 3, 6.1.2); tabulators and breaks are elements.
    if (this.#unseen === 0 && this.#inStyles === 0) this.write(text.replace(/[\t\r\n]/g, ' '))
  }

  close(name: string): void {
    if (this.#unseen > 0) this.#unseen--
    else if (this.#inStyles > 0) {
      this.#inStyles--
      this.styles.close(name)
    } else this.end(name)
  }

  protected abstract start(name: string, attributes: Attributes): void
  protected abstract write(text: string): void
  protected abstract end(name: string): void
}

/** Reads the body of a text document, or the headers among its styles, into lines: what a reader of the paper sees. */
export class OdfText extends OdfPart {
  readonly sink = new LineSink()
  isBody = false
  pictures = 0
  readonly #paragraphs: Paragraph[] = []
  readonly #tables: DocxTable[] = []
  readonly #lists: List[] = []
  #label = ''

  protected start(name: string, attributes: Attributes): void {
    this.sink.count(1)
    const own = (attribute: string) => odfAttribute(attributes, attribute)
    const [paragraph, table] = [this.#paragraphs.at(-1), this.#tables.at(-1)]
    if (name === 'text') this.isBody = true
    else if (name === 'p' || name === 'h') this.#startParagraph(own('style-name'))
    else if (name === 'span') paragraph?.spans.push(own('style-name'))
    else if (name === 's') this.write(' '.repeat(Math.min(Number(own('c')) || 1, MOST_SPACES)))
    else if (name === 'tab') paragraph?.text.tab()
    else if (name === 'line-break') paragraph?.text.breakLine()
    else if (name === 'image') this.pictures++
    else if (name === 'list') this.#startList(own('style-name'))
    else if (name === 'list-item') this.#startItem()
    else if (name === 'table') this.#tables.push(new DocxTable())
    else if (name === 'table-row') table?.startRow()
    else if (name === 'table-cell') {
      table?.startCell()
      if (this.styles.get('table-cell', own('style-name'), 'ruled') === true) table?.cellRule(true)
    }
  }

  protected write(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph === undefined) return
    this.sink.count(text.length)
    if (this.#look(paragraph, 'hidden') !== true) paragraph.text.add(text, this.#look(paragraph, 'font') ?? '')
    else if (text.trim() !== '') this.flags.add('hiddenText')
  }

  protected end(name: string): void {
    if (name === 'p' || name === 'h') this.#endParagraph()
    else if (name === 'span') this.#paragraphs.at(-1)?.spans.pop()
    else if (name === 'list') this.#lists.pop()
    else if (name === 'table-cell') this.#tables.at(-1)?.endCell()
    else if (name === 'table-row') this.#endRow()
    else if (name === 'table') this.#tables.pop()
  }

  #look<K extends 'font' | 'hidden'>({ spans, style }: Paragraph, key: K) {
    const own = spans.map((span) => this.styles.get('text', span, key)).findLast((value) => value !== undefined)
    return own ?? this.styles.get('paragraph', style, key)
  }

  #startParagraph(style: string | undefined): void {
    this.#paragraphs.push({ text: new DocxParagraph(), style, spans: [], label: this.#label })
    this.#label = ''
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    const lines = paragraph.text.finish(paragraph.label)
    if (paragraph.text.converted) this.flags.add('converted')
    const table = this.#tables.at(-1)
    if (table === undefined) this.sink.put(lines)
    else table.add(lines)
  }

  #endRow(): void {
    const row = this.#tables.at(-1)?.endRow() ?? []
    const table = this.#tables.at(-2)
    if (table === undefined) this.sink.put(row)
    else table.add(row)
  }

  /** A list inside a list goes on in its style unless it has its own. */
  #startList(style: string | undefined): void {
    const outer = this.#lists.at(-1)
    this.#lists.push({ style: style ?? outer?.style, counts: [...(outer?.counts ?? []), 0] })
  }

  #startItem(): void {
    const list = this.#lists.at(-1)
    if (list === undefined) return
    const level = list.counts.length
    const last = list.counts[level - 1] ?? 0
    list.counts[level - 1] = last === 0 ? this.styles.start(list.style, level) : last + 1
    this.#label = this.styles.label(list.style, list.counts)
  }
}
