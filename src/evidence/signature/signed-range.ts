import type { SignatureReason } from '../../dossier/signature-reason.ts'
import type { SignatureDictionary } from './scan-dictionary.ts'

/** What a signature stands for: the bytes before and after its `/Contents`, and the message in there. */
export interface SignedRange {
  before: Uint8Array
  after: Uint8Array
  /** The CMS message with the zeros that fill up its place. */
  message: Uint8Array
  /** Where the signed bytes end. */
  end: number
}

/** Hexadecimal digits; a message with certificates and lists of revoked ones comes to some 100 KiB. */
const MAX_DIGITS = 16 * 1024 * 1024

/**
 * The bytes a signature covers, when its `/ByteRange` is as it must be: from the first byte of the file, all but exactly
 * its own `/Contents`, nothing twice, nothing beyond the end (ISO 32000-1, 12.8.1). Anything else could hide what is shown.
 */
export function signedRange(
  pdf: Buffer,
  { byteRange, contents, ambiguous }: SignatureDictionary,
): SignedRange | SignatureReason {
  if (ambiguous || contents === undefined || byteRange?.length !== 4) return 'byteRange'
  const [start = -1, first = -1, second = -1, last = -1] = byteRange
  const end = second + last
  const geometry = start === 0 && first === contents.start && second === contents.end && last >= 0 && end <= pdf.length
  if (!geometry) return 'byteRange'
  const digits = contents.end - contents.start - 2
  if (digits > MAX_DIGITS) return 'overBounds'
  const message = Buffer.from(pdf.toString('latin1', contents.start + 1, contents.end - 1), 'hex')
  // What is no digit ends the decoding: white space is allowed in such a string, but no signature needs it.
  if (digits % 2 !== 0 || message.length * 2 !== digits) return 'contentsUnreadable'
  if (message.every((byte) => byte === 0)) return 'contentsEmpty'
  return { before: pdf.subarray(0, first), after: pdf.subarray(second, end), message, end }
}
