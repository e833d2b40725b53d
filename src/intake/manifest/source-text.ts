import { isUtf8 } from 'node:buffer'
import type { Problem } from '../../core/errors.ts'
import { shownValue } from '../display.ts'
import type { TextReading } from './parsed-text.ts'

/** A decoded text and its line starts: tells where an offset is, as an editor shows it. */
export class SourceText {
  readonly text: string
  #starts: number[] | undefined

  constructor(text: string) {
    this.text = text
  }

  /** 1-based line of an offset (UTF-16 units); `\r\n`, `\n` and a lone `\r` each end a line. */
  lineAt(offset: number): number {
    const starts = this.#lineStarts()
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  /** 1-based column of an offset, in UTF-16 units as most editors count. */
  columnAt(offset: number): number {
    return offset - (this.#lineStarts()[this.lineAt(offset) - 1] ?? 0) + 1
  }

  #lineStarts(): number[] {
    if (this.#starts === undefined) {
      this.#starts = [0]
      for (const end of this.text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(end.index + end[0].length)
    }
    return this.#starts
  }
}

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
export function decodeUtf8(bytes: Uint8Array): TextReading<string> {
  if (isUtf16(bytes)) return { fault: { code: 'manifest-encoding', found: 'UTF-16' } }
  if (!isUtf8(bytes)) {
    return { fault: { code: 'manifest-encoding', found: 'windows-1258/TCVN3/VNI?', problems: [firstWrongLine(bytes)] } }
  }
  return { ok: new TextDecoder('utf-8').decode(bytes) }
}

/** Plain data with every key and text in NFC, so that equal names are equal; nesting was bounded before. */
export function nfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(nfc)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.normalize('NFC'), nfc(member)]))
}
