import { QmsVerdictError } from '../core/errors.ts'
import type { DocumentText } from './document-text.ts'
import { stampedIn } from './facts/facts.ts'
import type { ScanPage } from './ocr/read-scan.ts'
import type { DocumentProcess } from './process/document-process.ts'
import { type DocumentBounds, NO_TRUST, type ScanBounds } from './settings.ts'

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
