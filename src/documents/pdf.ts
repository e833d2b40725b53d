import { type DocumentText, locked, overBounds, type TextPage, unreadable } from './document-text.ts'
import { stampedIn } from './facts/facts.ts'
import { inUnicode } from './legacy.ts'
import { Drawings } from './pdf/drawing.ts'
import type { PdfEngine } from './pdf/engine.ts'
import { type OpenPdf, type PageRead, readPage } from './pdf/page.ts'
import type { DocumentBounds } from './settings.ts'

/** Pages that are drawn of one document, at most: the first of them. */
const MOST_DRAWN = 20
/** What PDFium says of a file behind a password, and of one protected in a way that nobody opens without a key. */
const LOCKED = [4, 5]

type Bounds = Pick<DocumentBounds, 'pages' | 'characters'>

/**
 * The text of a PDF, page by page, with that of its annotations. Only for the child process: a hostile file may take
 * any time and memory.
 * @throws EngineFailed when the engine is of no use any more
 */
export function readPdf(engine: PdfEngine, bytes: Uint8Array, bounds: Bounds): DocumentText {
  return engine.run(() => {
    const data = engine.put(bytes)
    const document = engine.call.FPDF_LoadMemDocument(data, bytes.length, 0)
    if (document === 0) return notOpened(engine, data)
    const [info, form] = openForm(engine, document)
    const pages = engine.call.FPDF_GetPageCount(document)
    const text =
      pages > bounds.pages
        ? overBounds('pdf', 'pages')
        : textOf({ engine, document, form }, pages, bytes, bounds.characters)
    engine.call.PDFiumExt_ExitFormFillEnvironment(form)
    engine.call.PDFiumExt_CloseFormFillInfo(info)
    engine.call.FPDF_CloseDocument(document)
    engine.call.free(data)
    return { ...text, pages }
  })
}

function openForm({ call }: PdfEngine, document: number): [info: number, form: number] {
  const info = call.PDFiumExt_OpenFormFillInfo()
  return [info, call.PDFiumExt_InitFormFillEnvironment(document, info)]
}

function notOpened({ call }: PdfEngine, data: number): DocumentText {
  const error = call.FPDF_GetLastError()
  call.free(data)
  return LOCKED.includes(error) ? locked('pdf') : unreadable('pdf', 'damaged')
}

function textOf(pdf: OpenPdf, pages: number, bytes: Uint8Array, most: number): DocumentText {
  const content: TextPage[] = []
  const [drawings, fontNames, read] = [new Drawings(), new Set<string>(), [] as PageRead[]]
  let [drawn, total] = [0, 0]
  for (let number = 0; number < pages; number++) {
    const page = readPage(pdf, number, drawn < MOST_DRAWN ? drawings : undefined)
    if (page === undefined) continue
    read.push(page)
    if (page.drawn) drawn++
    for (const name of page.fontNames) fontNames.add(name)
    const told = { page: number + 1, lines: page.lines }
    // A stamp counts whoever read it.
    if ((page.pictured || page.unseen) && !stampedIn({ content: [told] })) page.characters = 0
    else content.push(told)
    total += page.characters
    if (total > most) return overBounds('pdf', 'size')
  }
  if (read.length === 0) return unreadable('pdf', 'damaged')
  const pictures = drawings.told()
  const looks = pictures && { drawn: pictures }
  if (isScan(read, pages, bytes)) return { format: 'pdf', text: 'scan', flags: [], content: [], ...looks }
  const unicode = { ...inUnicode('pdf', content, [...fontNames]), ...looks }
  const flags = new Set(unicode.flags)
  if (read.some((page) => page.overprinted)) flags.add('lettersLost')
  if (read.some((page) => page.unseen)) flags.add('hiddenText')
  return { ...unicode, flags: [...flags] }
}

/** A page with fewer characters, white space not counted, has no text layer: a stamp or a page number is none. */
const LEAST_TEXT = 50
/** Part of the pages without text at which a document is a scan. */
const SCANNED = 0.8

/**
 * Whether a PDF is a scan: hardly a page has text, and there are pictures, or pages that show something that is no text.
 * Measured on scanned and typeset papers.
 */
function isScan(read: readonly Pick<PageRead, 'characters' | 'inked'>[], pages: number, bytes: Uint8Array): boolean {
  const without = read.filter(({ characters }) => characters < LEAST_TEXT).length + pages - read.length
  if (without === 0 || without < SCANNED * pages) return false
  return hasImages(bytes) || read.some(({ characters, inked }) => characters === 0 && inked)
}

function hasImages(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return raw.includes('/Subtype /Image') || raw.includes('/Subtype/Image')
}
