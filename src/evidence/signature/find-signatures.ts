import { isWhite, skipWhite, standsAt } from './pdf-bytes.ts'
import { type SignatureDictionary, scanDictionary } from './scan-dictionary.ts'

const OBJECT = 'obj'
const END = 'endstream'

/**
 * The signature dictionaries of a PDF, in the order of the file, whichever revision added them: every object of the file
 * is walked over once, and what stands in a stream is passed over (a PDF inside a PDF has signatures of its own). A
 * signature cannot stand in an object stream, since its `/ByteRange` counts bytes of the file (ISO 32000-1, 12.8.1); a
 * field without one holds no `/ByteRange` and is no signature.
 */
export function* findSignatures(pdf: Buffer): Generator<SignatureDictionary> {
  let at = pdf.indexOf(OBJECT)
  while (at >= 0) {
    let next = at + OBJECT.length
    if (isWhite(pdf[at - 1])) {
      next = skipWhite(pdf, next)
      if (standsAt(pdf, next, '<<')) {
        const { end, length, signatures, broken } = scanDictionary(pdf, next)
        yield* signatures
        next = broken ? end : pastStream(pdf, end, length)
      }
    }
    at = pdf.indexOf(OBJECT, next)
  }
}

/** Where to go on after a dictionary: past the stream that follows it, if one does. */
function pastStream(pdf: Buffer, from: number, length: number | undefined): number {
  const keyword = skipWhite(pdf, from)
  if (!standsAt(pdf, keyword, 'stream')) return keyword
  const data = keyword + 'stream'.length
  if (length !== undefined && length >= 0) {
    const start = data + (standsAt(pdf, data, '\r\n') ? 2 : 1)
    const end = [0, 1, 2].find((lineEnd) => standsAt(pdf, start + length + lineEnd, END))
    if (end !== undefined) return start + length + end + END.length
  }
  const end = pdf.indexOf(END, data)
  return end < 0 ? pdf.length : end + END.length
}
