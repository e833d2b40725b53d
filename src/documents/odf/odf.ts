import type { ReadOptions } from '../../intake/container.ts'
import { Deadline } from '../../intake/limits.ts'
import { SHEET_LIMITS, SheetBuilder, WorkbookTotals } from '../../intake/sheet.ts'
import type { PackageParts } from '../../intake/xlsx/package.ts'
import { parseXml } from '../../intake/xlsx/xml.ts'
import { type DocumentText, LineSink, locked, type TextPage, tidyText, unreadable } from '../document-text.ts'
import { inUnicode } from '../legacy.ts'
import { officeText, openPackage } from '../office-package.ts'
import { addSheet } from '../sheet.ts'
import { OdfStyles, odfAttribute } from './styles.ts'
import { OdfPart, OdfText } from './text.ts'

const CONTENT = 'content.xml'
const STYLES = 'styles.xml'
const MANIFEST = 'META-INF/manifest.xml'
/** A document with pictures and less text than this is a scan put into a document. */
const FEWEST_CHARACTERS = 50

/**
 * The text of an OpenDocument file (ODT, ODS; ISO/IEC 26300), as LibreOffice writes them: headers, paragraphs with the
 * numbers of their lists, tables, text boxes and notes; of a spreadsheet each visible sheet, a row as one line, cells as
 * they are shown. Hidden text and hidden sheets are left out and flagged; macros are never run.
 * @returns also when the file cannot be read: `text` and `reason` then say why
 */
export async function readOdf(format: 'odt' | 'ods', bytes: Uint8Array, options: ReadOptions): Promise<DocumentText> {
  return officeText(format, bytes, async () => {
    const deadline = new Deadline(options)
    const tick = () => deadline.check()
    const parts = await openPackage(bytes, options)
    if (await isEncrypted(parts, tick)) return locked(format)
    if (!parts.has(CONTENT)) return unreadable(format, 'wrongType')
    return format === 'odt' ? readText(parts, tick) : readSheets(parts, tick)
  })
}

/** Whether a ZIP begins as OpenDocument texts must: with an entry that names the type (ISO/IEC 26300-2, 3.3). */
export function isOdt(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 128)).toString('latin1')
  return head.includes('mimetypeapplication/vnd.oasis.opendocument.text')
}

/** Behind a password the parts are cipher text; the list of parts says so (ISO/IEC 26300-2, 3.4). */
async function isEncrypted(parts: PackageParts, tick: () => void): Promise<boolean> {
  if (!parts.has(MANIFEST)) return false
  let encrypted = false
  const handlers = {
    open(name: string) {
      if (name === 'encryption-data') encrypted = true
    },
  }
  await parseXml(MANIFEST, await parts.open(MANIFEST), handlers, tick)
  return encrypted
}

async function readText(parts: PackageParts, tick: () => void): Promise<DocumentText> {
  const styles = new OdfStyles()
  const [head, body] = [new OdfText(styles), new OdfText(styles)]
  if (parts.has(STYLES)) await parseXml(STYLES, await parts.open(STYLES), head, tick)
  await parseXml(CONTENT, await parts.open(CONTENT), body, tick)
  if (!body.isBody) return unreadable('odt', 'wrongType')
  const lines = [...head.sink.lines, ...body.sink.lines]
  const length = lines.reduce((sum, { text }) => sum + text.replaceAll(' ', '').length, 0)
  if (body.pictures > 0 && length < FEWEST_CHARACTERS) return { format: 'odt', text: 'scan', flags: [], content: [] }
  return flagged(inUnicode('odt', [{ lines }]), [...head.flags, ...body.flags])
}

async function readSheets(parts: PackageParts, tick: () => void): Promise<DocumentText> {
  const styles = new OdfStyles()
  const body = new OdfSheets(styles)
  await parseXml(CONTENT, await parts.open(CONTENT), body, tick)
  if (!body.isBody) return unreadable('ods', 'wrongType')
  return flagged(inUnicode('ods', body.pages), [...body.flags])
}

function flagged(text: DocumentText, flags: DocumentText['flags']): DocumentText {
  return text.text === 'read' ? { ...text, flags: [...new Set([...flags, ...text.flags])] } : text
}

interface OpenSheet {
  name: string
  hidden: boolean
  builder: SheetBuilder
  /** Row that is read, from 1, and how many times it stands there. */
  row: number
  times: number
  /** Filled cells of the row, by column from 0. */
  cells: Map<number, string>
  column: number
}

/** Reads the sheets of a spreadsheet: what their cells show. */
class OdfSheets extends OdfPart {
  readonly pages: TextPage[] = []
  isBody = false
  readonly #totals = new WorkbookTotals()
  #sheet: OpenSheet | undefined
  /** Text of the cell that is open, and how many cells in a row hold it. */
  #text: string[] = []
  #repeated = 1
  #inParagraph = 0

  protected start(name: string, attributes: Readonly<Record<string, string>>): void {
    const own = (attribute: string) => odfAttribute(attributes, attribute)
    const sheet = this.#sheet
    if (name === 'spreadsheet') this.isBody = true
    else if (name === 'table' && sheet === undefined) {
      const hidden = this.styles.get('table', own('style-name'), 'hidden') === true
      const builder = new SheetBuilder(this.#totals)
      this.#sheet = { name: own('name') ?? '', hidden, builder, row: 0, times: 1, cells: new Map(), column: 0 }
    } else if (sheet === undefined) return
    else if (name === 'table-row') {
      sheet.row += sheet.times
      sheet.times = Number(own('number-rows-repeated')) || 1
      sheet.cells = new Map()
      sheet.column = 0
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#text = []
      this.#repeated = Number(own('number-columns-repeated')) || 1
    } else if (name === 'p') this.#inParagraph++
    else if (name === 's' || name === 'tab' || name === 'line-break') this.write(' ')
  }

  protected write(text: string): void {
    if (this.#inParagraph > 0) this.#text.push(text)
  }

  protected end(name: string): void {
    const sheet = this.#sheet
    if (sheet === undefined) return
    if (name === 'p') {
      this.#inParagraph--
      this.#text.push(' ')
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      const text = tidyText(this.#text.join(''))
      const last = Math.min(sheet.column + this.#repeated, SHEET_LIMITS.columns)
      if (text !== '') for (let column = sheet.column; column < last; column++) sheet.cells.set(column, text)
      sheet.column += this.#repeated
    } else if (name === 'table-row') this.#endRow(sheet)
    else if (name === 'table') this.#endSheet(sheet)
  }

  #endRow(sheet: OpenSheet): void {
    if (sheet.cells.size === 0) return
    for (let row = sheet.row; row < sheet.row + sheet.times; row++)
      for (const [column, text] of sheet.cells) sheet.builder.put(row, column, { kind: 'text', text })
  }

  #endSheet({ name, hidden, builder }: OpenSheet): void {
    this.#sheet = undefined
    if (hidden) {
      if (builder.rows > 0) this.flags.add('hiddenText')
      return
    }
    const sink = new LineSink()
    addSheet(builder.finish({ name, date1904: false, windows1258: false }), sink)
    if (sink.lines.length > 0) this.pages.push({ lines: sink.lines })
  }
}
