import { sha256 } from '../core/json.ts'
import type { BundleFile, FileKind } from '../dossier/dossier.ts'
import type { DocumentContent, DocumentReading } from '../dossier/reading.ts'
import type { DocumentFile, DocumentReader } from '../intake/container.ts'
import { contentOf, type LookedFor, wordsFound } from './content.ts'
import { type DocumentText, noText, overBounds, unreadable } from './document-text.ts'
import { factsOf, scanFacts, stampedIn } from './facts/facts.ts'
import { SURE } from './ocr/scan-lines.ts'
import { pdfOfPicture } from './picture.ts'
import { DocumentProcess } from './process/document-process.ts'
import type { ProcessReading } from './process/messages.ts'
import { recognizeScan, type ScanReading, scanSeen, scanStamped, scanText } from './recognize-scan.ts'
import { DOCUMENT_BOUNDS, NO_TRUST, SCAN_BOUNDS, type ScanBounds } from './settings.ts'
import { formatOf, namedFormat, type ReadTextOptions, readText } from './text-reader.ts'

/** What reads documents, from the edge; bounds and trust list are the usual ones unless given. */
export type DocumentReaderSettings = Pick<ReadTextOptions, 'limits' | 'stopwatch' | 'signal'> &
  Partial<Pick<ReadTextOptions, 'bounds' | 'trust'>> & {
    /** Scans are recognised too, under these bounds; absent: they are left as scans. */
    scans?: ScansToRead | undefined
    /** Words that rules look for in papers, as plain words; nothing is looked for unless given. */
    lookedFor?: LookedFor | undefined
  }

/** How scans are recognised. */
export interface ScansToRead {
  bounds?: Readonly<ScanBounds>
  /** Told after each page: how many of all pages of scans are done. */
  progress?: (done: number, total: number) => void
  /** SHA-256 of those that are left as if they still waited: so a provisional verdict is judged again. */
  waiting?: readonly string[] | undefined
}

/**
 * Reads what documents say. Files of the same bytes and format are read once; what is left when the time for a bundle is
 * over is not read. Text is let go of at once: only facts, signatures and states are kept, and of a stamped file no fact.
 */
export function documentReader(settings: DocumentReaderSettings): DocumentReader {
  const options = { bounds: DOCUMENT_BOUNDS, trust: NO_TRUST, ...settings }
  const { lookedFor } = options
  return async (files, agencyName) => {
    const process = new DocumentProcess()
    try {
      return await readAll(files, agencyName, process)
    } finally {
      process.end()
    }
  }

  async function readAll(
    files: readonly DocumentFile[],
    agencyName: string,
    process: DocumentProcess,
  ): Promise<Map<string, DocumentReading>> {
    const by = sha256(JSON.stringify([options.bounds, options.trust.sha256, lookedFor, lookedFor && agencyName]))
    const time = { left: options.bounds.bundleMilliseconds }
    const readings = new Map<string, DocumentReading>()
    for (const document of files) {
      const { path, file } = document
      const format = formatOf(file)
      const reading = await memoizedReading(`${file.sha256} ${format} ${by}`, async () =>
        readingOf(path, await read(document, format, time, { ...options, process }), lookedFor, agencyName),
      )
      readings.set(path, { ...reading, path, flags: [...reading.flags, ...otherFormat(path, reading)] })
    }
    const looked = lookedFor && { lookedFor, agencyName }
    if (settings.scans !== undefined) await readScans(files, readings, process, settings.scans, looked)
    return readings
  }
}

/** Told of a file that was read and is not of the format that its name promises. */
function otherFormat(path: string, { text, format }: DocumentReading): DocumentReading['flags'] {
  const named = namedFormat(path)
  return text === 'read' && named !== undefined && named !== format ? ['otherFormat'] : []
}

/** What scans come as. */
const SCANNED: readonly DocumentReading['format'][] = ['pdf', 'picture']

/** A scan of a bundle, and how many of its pages are recognised. */
export interface PlannedScan {
  path: string
  format: DocumentReading['format']
  sha256: string
  /** Of the document. */
  pages: number
  /** The first so many: those of all scans of a bundle are bounded together. */
  read: number
}

/** The scans among the files of a bundle, in their order, until the pages of a bundle are used up. */
export function plannedScans(
  readings: Iterable<DocumentReading>,
  files: ReadonlyMap<string, Pick<BundleFile, 'sha256'>>,
  most: number,
): PlannedScan[] {
  let left = most
  const planned: PlannedScan[] = []
  for (const { path, text, format, pages = 0 } of readings) {
    const file = files.get(path)
    if (text !== 'scan' || !SCANNED.includes(format) || pages === 0 || file === undefined) continue
    const read = Math.min(pages, left)
    left -= read
    planned.push({ path, format, sha256: file.sha256, pages, read })
  }
  return planned
}

/**
 * Recognises pages of a scan.
 * @param from the first page, from 0
 * @param to the page before which to end
 */
export async function recognizePages(
  { format }: Pick<PlannedScan, 'format'>,
  bytes: Uint8Array,
  { from, to }: { from: number; to: number },
  process: DocumentProcess,
  bounds: Readonly<ScanBounds>,
  told?: (done: number) => void,
): Promise<ScanReading> {
  const pdf = format === 'picture' ? pdfOfPicture(bytes) : bytes
  return recognizeScan(process, pdf ?? bytes, to, { ...bounds, pages: to - from }, told, from)
}

/** Recognises the scans among the files. */
async function readScans(
  files: readonly DocumentFile[],
  readings: Map<string, DocumentReading>,
  process: DocumentProcess,
  { bounds = SCAN_BOUNDS, progress = () => undefined, waiting = [] }: ScansToRead,
  looked: Looked | undefined,
): Promise<void> {
  const byPath = new Map(files.map((document) => [document.path, document]))
  const named = new Map(files.map(({ path, file }) => [path, file]))
  const scans = plannedScans(readings.values(), named, bounds.pages).filter((scan) => !waiting.includes(scan.sha256))
  const total = scans.reduce((sum, { read }) => sum + read, 0)
  let done = 0
  for (const scan of scans) {
    const { path, sha256: hash, pages, read: most } = scan
    const [document, reading] = [byPath.get(path), readings.get(path)]
    if (document === undefined || reading === undefined) continue
    const before = done
    const read = await memoizedReading(`${hash} scan ${most} ${JSON.stringify([bounds, looked])}`, async () => {
      const bytes = await document.open()
      const told = (page: number) => progress(before + page, total)
      const found = await recognizePages(scan, bytes, { from: 0, to: most }, process, bounds, told)
      return withScan(reading, { ...found, unread: pages - found.pages.length }, looked)
    })
    done += most
    progress(done, total)
    readings.set(path, { ...read, path })
  }
}

/** What a scan is looked through for. */
interface Looked {
  lookedFor: LookedFor
  agencyName: string
}

/**
 * The reading of a scan with what was recognised in it. Words looked for count wherever they were seen, sure or not: it is
 * for the agency that they stand there.
 */
export function withScan(reading: DocumentReading, scan: ScanReading, looked?: Looked): DocumentReading {
  const words = scan.pages.flatMap((page) => page.words)
  const sure = words.filter(({ confidence }) => confidence >= SURE).length
  const characters = words.reduce((sum, { text }) => sum + text.length, 0)
  const state = { read: scan.pages.length, unread: scan.unread, words: words.length, sure, characters }
  if (scan.pages.length === 0) return { ...reading, scan: state }
  const text = scanText(scan)
  const { words: told, textHash, wordsHash } = contentOf(text)
  const content = { ...reading.content, words: told, textHash, ...(wordsHash && { wordsHash }) }
  const flags = [...new Set([...reading.flags, 'recognised' as const])]
  if (reading.stamped || scanStamped(scan))
    return { ...reading, flags, scan: state, stamped: true, content: withoutHash(content) }
  const says = looked && wordsFound(scanSeen(scan), looked.lookedFor, looked.agencyName, false)
  return { ...reading, flags, scan: state, facts: scanFacts(text), content, ...(says && { says }) }
}

/** The reading of a scan in which a stamp of secrecy was seen: nothing else is known of it. */
export function stampedScan(reading: DocumentReading, pages: number): DocumentReading {
  const content = withoutHash(reading.content)
  return { ...reading, stamped: true, content, scan: { read: 0, unread: pages, words: 0, sure: 0, characters: 0 } }
}

async function read(
  { file, open }: DocumentFile,
  format: DocumentReading['format'],
  time: { left: number },
  options: ReadTextOptions,
): Promise<ProcessReading> {
  const unread = withoutOpening(file, format)
  if (unread !== undefined) return { text: unread, signatures: [] }
  if (time.left <= 0) return { text: overBounds(format, 'time'), signatures: [] }
  const { milliseconds, ...reading } = await readText(format, await open(), options)
  time.left -= milliseconds
  return reading
}

/** What the bytes of a file must be to be read in a format; an office file may be one behind a password, which is OLE. */
const READABLE: Readonly<Record<DocumentReading['format'], readonly FileKind[]>> = {
  pdf: ['pdf'],
  doc: ['ole'],
  docx: ['zip', 'ole'],
  xlsx: ['zip', 'ole'],
  odt: ['zip'],
  ods: ['zip'],
  csv: ['text'],
  text: ['text', 'xml'],
  picture: ['jpeg', 'png', 'tiff'],
  other: [],
}

function withoutOpening({ state, kind }: BundleFile, format: DocumentReading['format']): DocumentText | undefined {
  if (format === 'other') return noText(format)
  if (state === 'empty') return unreadable(format, 'empty')
  return READABLE[format].includes(kind) ? undefined : unreadable(format, 'wrongType')
}

/** Of a stamped file nothing is kept by which its text could be told. */
function withoutHash(content: DocumentContent): DocumentContent {
  const { wordsHash: _, ...kept } = content
  return { ...kept, textHash: null, drawnHash: null }
}

function readingOf(
  path: string,
  { text, signatures }: ProcessReading,
  lookedFor: LookedFor | undefined,
  agencyName: string,
): DocumentReading {
  const { content: _, drawn: __, ...head } = text
  const stamped = stampedIn(text)
  const told = text.text === 'read' && !stamped
  return {
    path,
    ...head,
    stamped,
    content: stamped ? withoutHash(contentOf(text)) : contentOf(text),
    ...(told && { facts: factsOf(text) }),
    ...(told && lookedFor && { says: wordsFound(text, lookedFor, agencyName) }),
    signatures,
  }
}

/** A reading has some kB: a quote for every fact. */
const MOST = 2_000
/** What the next attempt may well come to differently: the machine was slow, or short of memory. */
const BY_CHANCE = ['time', 'memory', 'crash']

const readings = new Map<string, DocumentReading>()

/**
 * A reading of this process, or one made now. Dossiers are judged again and again with most papers unchanged.
 * @param key names the bytes and everything else that the reading hangs on
 */
async function memoizedReading(key: string, read: () => Promise<DocumentReading>): Promise<DocumentReading> {
  const known = readings.get(key)
  if (known !== undefined) return known
  const reading = await read()
  if (reading.text === 'overBounds' && BY_CHANCE.includes(reading.reason ?? '')) return reading
  if (readings.size >= MOST) readings.clear()
  readings.set(key, reading)
  return reading
}
