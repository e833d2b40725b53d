/** A page with fewer characters, white space not counted, has no text layer: a stamp or a page number is none. */
const LEAST_TEXT = 50
/** Part of the pages without text at which a document is a scan. */
const SCANNED = 0.8

/** Whether a PDF is a scan: hardly a page has text, and there are pictures. Measured on scanned and typeset papers. */
export function isScan(charactersByPage: readonly number[], bytes: Uint8Array): boolean {
  const without = charactersByPage.filter((characters) => characters < LEAST_TEXT).length
  return without > 0 && without >= SCANNED * charactersByPage.length && hasImages(bytes)
}

function hasImages(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return raw.includes('/Subtype /Image') || raw.includes('/Subtype/Image')
}
