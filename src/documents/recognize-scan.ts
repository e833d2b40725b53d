import { QmsVerdictError } from '../core/errors.ts'
import type { Box, DocumentFacts, Found, Signer } from '../dossier/reading.ts'
import type { DocumentText } from './document-text.ts'
import { factsOf, stampedIn } from './facts/facts.ts'
import { hasFamilyName } from './facts/person-name.ts'
import { isDeputy } from './facts/signature-lines.ts'
import { hasUnknown } from './facts/wording.ts'
import type { ScanPage } from './ocr/read-scan.ts'
import type { DocumentProcess } from './process/document-process.ts'
import { type DocumentBounds, NO_TRUST } from './settings.ts'

const MIB = 1024 * 1024

/** How much recognising scans may take. Each is a setting of its own. */
export interface ScanBounds {
  /** Milliseconds of processor time for one page. */
  milliseconds: number
  /** Resident memory of the child process, bytes: that of the drawn page and of the network that reads it. */
  residentBytes: number
  /** Pages of all scans of one bundle. */
  pages: number
  /** Milliseconds of processor time for all pages of one call; absent: what its pages may take. */
  wholeMilliseconds?: number
}

/** The bounds in force unless an operator sets others. */
export const SCAN_BOUNDS: Readonly<ScanBounds> = { milliseconds: 60_000, residentBytes: 900 * MIB, pages: 300 }

/** A scan as it was recognised, page by page. */
export interface ScanReading {
  pages: readonly ScanPage[]
  /** Pages that were not read: they took too long, could not be drawn, or were beyond the pages of a bundle. */
  unread: number
}

/**
 * Recognises pages of a scanned PDF, one after the other, in the child process: as many as the bounds allow. A page that is
 * over the bounds is left out and counted; the others are read.
 * @param process that of the bundle
 * @param count pages of the document, or the page before which to end
 * @param told after each page, with how many are done
 * @param from the page to begin with, from 0
 * @throws QmsVerdictError when no child process can be started, or the engine cannot be loaded
 */
export async function recognizeScan(
  process: DocumentProcess,
  bytes: Uint8Array,
  count: number,
  bounds: Readonly<ScanBounds>,
  told: (done: number) => void = () => undefined,
  from = 0,
): Promise<ScanReading> {
  const most = Math.min(count, from + bounds.pages)
  let left = bounds.wholeMilliseconds ?? Number.POSITIVE_INFINITY
  const limits: DocumentBounds = {
    milliseconds: bounds.milliseconds,
    residentBytes: bounds.residentBytes,
    bundleMilliseconds: bounds.milliseconds,
    pages: bounds.pages,
    characters: 0,
  }
  const pages: ScanPage[] = []
  for (let page = from; page < most && left > 0; page++) {
    const answer = await process.read({ format: 'pdf', scan: page, bounds: limits, trust: NO_TRUST }, bytes)
    if ('fault' in answer) throw new QmsVerdictError(`scans cannot be recognised: ${answer.fault}`)
    if ('reading' in answer && answer.reading.scan) pages.push(answer.reading.scan)
    left -= 'milliseconds' in answer ? answer.milliseconds : bounds.milliseconds
    told(page + 1 - from)
  }
  return { pages, unread: count - from - pages.length }
}

/** What a scan says: its words that are sure, each that is not as a letter nobody knows, so that no fact is read with it. */
export function scanText({ pages }: ScanReading): DocumentText {
  return textOf(pages.map(({ page, lines }) => ({ page, lines })))
}

/**
 * The facts of a scan's text. A line may be lost from it altogether, and a stroke of the pen read as a letter, which no text of
 * a file does: what hangs on a line that may have been lost, or holds a sign that no such words hold, is not read.
 */
export function scanFacts(text: DocumentText): DocumentFacts {
  const facts = factsOf(text)
  return {
    ...facts,
    issuer: facts.issuer.filter(({ value }) => !NOISE.test(value) && !value.includes(':')),
    addressee: facts.addressee.filter(({ value }) => !NOISE.test(value)),
    subject: facts.subject.filter(
      (subject) => !NOISE.test(withoutQuotes(subject.value)) && isBelow(subject, facts.kind[0]),
    ),
    signer: facts.signer.filter((signer) => isWholeSignature(signer, text)),
  }
}

/** Signs of rules, folds and strokes; an apostrophe between letters belongs to a name. */
const NOISE = /(?<!\p{L})['’‘`]|['’‘`](?!\p{L})|["“”|~^*_=<>{}\\]/u

function withoutQuotes(words: string): string {
  return words.replace(/“[^“”]*”|"[^"]*"/gu, '')
}

/** Points by which the middles of centred lines differ in a scan that was straightened. */
const ASKEW = 6

/** Whether a subject stands centred below its kind, line by line: a line that does not is the beginning of the body. */
function isBelow({ box = [], page }: Found<string>, kind: Found<string> | undefined): boolean {
  const above = kind?.page === page ? kind?.box?.[0] : undefined
  // Of a letter, it stands below the number and is ended by whom it is addressed to.
  if (above === undefined) return true
  return box.every((line) => Math.abs(middleOf(line) - middleOf(above)) <= ASKEW)
}

function middleOf([x, , width]: Box): number {
  return x + width / 2
}

/** Heights of a title above which nothing belongs to the signature: two further lines of capacity stand within. */
const ABOVE = 4

/**
 * Whether nothing of a signature was lost: its name begins with a family name, a deputy tells for whom, and above the title
 * stand no words in capitals that could not be read.
 */
function isWholeSignature({ value, box: [title] = [], page }: Found<Signer>, text: DocumentText): boolean {
  if (!hasFamilyName(value.name) || NOISE.test(value.name)) return false
  if (value.capacity === undefined && isDeputy(value.title)) return false
  if (title === undefined) return false
  const [x, y, width, height] = title
  const lines = text.content.filter((part) => part.page === page).flatMap(({ lines }) => lines)
  return !lines.some(({ cells, boxes = [] }) =>
    cells.some((cell, at) => {
      const box = boxes[at]
      if (box === undefined || !hasUnknown(cell) || /\p{Ll}/u.test(cell)) return false
      const isOver = box.y < y && y - box.y <= ABOVE * height
      return isOver && box.x < x + width && box.x + box.width > x
    }),
  )
}

/** What was seen in a scan, sure or not. */
export function scanSeen({ pages }: ScanReading): DocumentText {
  return textOf(pages.map(({ page, seen }) => ({ page, lines: seen })))
}

/** A stamp is read with its marks or without: they are lost first. */
const STAMP = /^(?:tuyet|toi)? ?mat$/

/** Whether a scan bears a stamp of secrecy, sure or not: whoever is not sure looks at the paper. */
export function scanStamped(scan: ScanReading): boolean {
  if (stampedIn(scanSeen(scan))) return true
  return scan.pages.some(({ red }) => red.some(({ cells }) => cells.some((cell) => STAMP.test(withoutMarks(cell)))))
}

function withoutMarks(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

function textOf(content: DocumentText['content']): DocumentText {
  return { format: 'pdf', text: 'read', flags: [], content }
}
