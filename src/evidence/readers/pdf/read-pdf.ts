import { getDocumentProxy } from 'unpdf'
import type { DocumentBounds } from '../../bounds.ts'
import type { DocumentText, TextPage } from '../../document-text.ts'
import { inUnicode } from '../in-unicode.ts'
import { locked, overBounds, unreadable } from '../unread.ts'
import { fontNames } from './font-names.ts'
import { linesOf, type PageLines } from './lines.ts'
import { runsOf } from './runs.ts'
import { isScan } from './scan.ts'

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
