import type { DocumentBounds } from '../../bounds.ts'
import type { DocumentText, TextPage } from '../../document-text.ts'
import { inUnicode } from '../in-unicode.ts'
import { locked, overBounds, unreadable } from '../unread.ts'
import { Drawings } from './drawing.ts'
import type { PdfEngine } from './engine.ts'
import { type PageRead, readPage } from './page.ts'
import { isScan } from './scan.ts'

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

/** What is open of a document. */
export interface OpenPdf {
  engine: PdfEngine
  document: number
  form: number
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
    content.push({ page: number + 1, lines: page.lines })
    total += page.characters
    if (total > most) return overBounds('pdf', 'size')
  }
  if (read.length === 0) return unreadable('pdf', 'damaged')
  const pictures = drawings.told()
  const looks = pictures && { drawn: pictures }
  if (isScan(read, pages, bytes)) return { format: 'pdf', text: 'scan', flags: [], content: [], ...looks }
  const unicode = { ...inUnicode('pdf', content, [...fontNames]), ...looks }
  const overprinted = read.some((page) => page.overprinted)
  return overprinted ? { ...unicode, flags: [...new Set([...unicode.flags, 'lettersLost' as const])] } : unicode
}
