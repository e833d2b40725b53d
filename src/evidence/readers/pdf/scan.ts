import type { PageRead } from './page.ts'

/** A page with fewer characters, white space not counted, has no text layer: a stamp or a page number is none. */
const LEAST_TEXT = 50
/** Part of the pages without text at which a document is a scan. */
const SCANNED = 0.8

/**
 * Whether a PDF is a scan: hardly a page has text, and there are pictures, or pages that show something that is no text.
 * Measured on scanned and typeset papers.
 */
export function isScan(
  read: readonly Pick<PageRead, 'characters' | 'inked'>[],
  pages: number,
  bytes: Uint8Array,
): boolean {
  const without = read.filter(({ characters }) => characters < LEAST_TEXT).length + pages - read.length
  if (without === 0 || without < SCANNED * pages) return false
  return hasImages(bytes) || read.some(({ characters, inked }) => characters === 0 && inked)
}

function hasImages(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return raw.includes('/Subtype /Image') || raw.includes('/Subtype/Image')
}
