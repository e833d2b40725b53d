import { isUtf8 } from 'node:buffer'
import type { Problem } from '../../base/errors.ts'
import type { Reading } from './parsed-text.ts'
import { shownValue } from './shown-value.ts'

const LINE_FEED = 0x0a

/** UTF-16 by its byte order mark, or by a NUL among its first two bytes (the first character is ASCII here). */
function isUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0
}

/** The first line that is not UTF-8, shown as windows-1258 would have it: a line feed is never part of a character. */
function firstWrongLine(bytes: Uint8Array): Problem {
  let line = 1
  let start = 0
  let end = bytes.indexOf(LINE_FEED)
  while (end !== -1 && isUtf8(bytes.subarray(start, end))) {
    line++
    start = end + 1
    end = bytes.indexOf(LINE_FEED, start)
  }
  const text = new TextDecoder('windows-1258').decode(bytes.subarray(start, end === -1 ? undefined : end)).trim()
  return {
    line,
    found: shownValue(text.normalize('NFC')),
    expected: { vi: 'dòng này không phải chữ theo bảng mã UTF-8.', en: 'this line is not text in UTF-8.' },
  }
}

/**
 * Text of bytes that must be UTF-8, with or without a byte order mark (which is dropped). A text in another encoding is
 * refused, not guessed: a wrong guess would turn names into other names.
 */
export function decodeUtf8(bytes: Uint8Array): Reading<string> {
  if (isUtf16(bytes)) return { fault: { code: 'manifest-encoding', found: 'UTF-16' } }
  if (!isUtf8(bytes)) {
    return { fault: { code: 'manifest-encoding', found: 'windows-1258/TCVN3/VNI?', problems: [firstWrongLine(bytes)] } }
  }
  return { ok: new TextDecoder('utf-8').decode(bytes) }
}
