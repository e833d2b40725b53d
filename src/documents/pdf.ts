import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'
import { type DocumentText, locked, overBounds, type TextPage, unreadable } from './document-text.ts'
import { inUnicode } from './legacy.ts'
import { linesOf, type PageLines, runsOf } from './pdf-lines.ts'
import type { DocumentBounds } from './settings.ts'

/** Nothing is drawn, so nothing is decoded that would be: no image, no font of the machine, no code made from a document. */
const TEXT_ONLY = {
  maxImageSize: 0,
  isEvalSupported: false,
  useSystemFonts: false,
  stopAtErrors: false,
  verbosity: 0,
} as const

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Bounds = Pick<DocumentBounds, 'pages' | 'characters'>

/** The text of a PDF, page by page. Only for the child process: a hostile file may take any time and memory. */
export async function readPdf(bytes: Uint8Array, bounds: Bounds): Promise<DocumentText> {
  const opened = await opening(bytes)
  if ('failed' in opened) return opened.failed
  const { pdf } = opened
  try {
    const pages = pdf.numPages
    const text = pages > bounds.pages ? overBounds('pdf', 'pages') : await textOf(pdf, bytes, bounds.characters)
    return { ...text, pages }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function opening(bytes: Uint8Array): Promise<{ pdf: Pdf } | { failed: DocumentText }> {
  try {
    // A copy: pdf.js takes what it is given for its own.
    return { pdf: await getDocumentProxy(bytes.slice(), TEXT_ONLY) }
  } catch (error) {
    const isLocked = error instanceof Object && 'name' in error && error.name === 'PasswordException'
    return { failed: isLocked ? locked('pdf') : unreadable('pdf', 'damaged') }
  }
}

async function textOf(pdf: Pdf, bytes: Uint8Array, most: number): Promise<DocumentText> {
  const content: TextPage[] = []
  const characters: number[] = []
  let [damaged, overprinted, total] = [0, false, 0]
  for (let page = 1; page <= pdf.numPages; page++) {
    const read = await pageOf(pdf, page)
    if (read === undefined) damaged++
    const lines = read?.lines ?? []
    overprinted ||= read?.overprinted === true
    content.push({ page, lines })
    const count = lines.reduce((sum, { text }) => sum + text.replaceAll(' ', '').length, 0)
    characters.push(count)
    total += count
    if (total > most) return overBounds('pdf', 'size')
  }
  if (damaged === pdf.numPages) return unreadable('pdf', 'damaged')
  if (isScan(characters, bytes)) return { format: 'pdf', text: 'scan', flags: [], content: [] }
  const unicode = inUnicode('pdf', content, fontNames(bytes))
  return overprinted ? { ...unicode, flags: [...new Set([...unicode.flags, 'lettersLost' as const])] } : unicode
}

/** Undefined where a page is damaged: the others can still be read. */
async function pageOf(pdf: Pdf, number: number): Promise<PageLines | undefined> {
  try {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const { transform } = page.getViewport({ scale: 1 })
    page.cleanup()
    return linesOf(
      runsOf(
        items.flatMap((item) => ('str' in item ? [item] : [])),
        transform,
      ),
    )
  } catch {
    return undefined
  }
}

/** Bytes of object streams that are looked through, unpacked. */
const MOST_BYTES = 32 * 1024 * 1024
const BASE_FONT = /\/BaseFont\s*\/([^\s/<>[\]()%]+)/g
const OBJECT_STREAM = /\/Type\s*\/ObjStm\b/g
/** Characters after the type of an object stream within which its data begin. */
const NEAR = 400

/** Names of the fonts of a PDF without their subset tags, wherever they stand: in plain sight or in object streams. */
function fontNames(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = raw.toString('latin1')
  const names = new Set<string>()
  let left = MOST_BYTES
  add(text, names)
  for (const { index } of text.matchAll(OBJECT_STREAM)) {
    const unpacked = streamAfter(raw, text, index, left)
    if (unpacked === undefined) continue
    left -= unpacked.length
    add(unpacked.toString('latin1'), names)
  }
  return [...names]
}

function add(text: string, names: Set<string>): void {
  for (const [, name = ''] of text.matchAll(BASE_FONT)) names.add(name.replace(/^[A-Z]{6}\+/, ''))
}

/** Undefined for a stream that is packed in another way, damaged, or too long: names in it stay unknown. */
function streamAfter(raw: Buffer, text: string, from: number, most: number): Buffer | undefined {
  const start = /stream\r?\n/.exec(text.slice(from, from + NEAR))
  if (start === null || most <= 0) return undefined
  const at = from + start.index + start[0].length
  const end = raw.indexOf('endstream', at)
  try {
    return inflateSync(raw.subarray(at, end === -1 ? undefined : end), { maxOutputLength: most })
  } catch {
    return undefined
  }
}

/** A page with fewer characters, white space not counted, has no text layer: a stamp or a page number is none. */
const LEAST_TEXT = 50
/** Part of the pages without text at which a document is a scan. */
const SCANNED = 0.8

/** Whether a PDF is a scan: hardly a page has text, and there are pictures. Measured on scanned and typeset papers. */
function isScan(charactersByPage: readonly number[], bytes: Uint8Array): boolean {
  const without = charactersByPage.filter((characters) => characters < LEAST_TEXT).length
  return without > 0 && without >= SCANNED * charactersByPage.length && hasImages(bytes)
}

function hasImages(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return raw.includes('/Subtype /Image') || raw.includes('/Subtype/Image')
}
