import type { Found } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import type { Outline } from './outline.ts'
import { wording } from './wording.ts'

/** `1.001234`, `1.001234.H61`, `1.001234.000.00.00.H61`; a dot may have a stray space beside it before six digits that begin with 0. */
const CODE =
  /(?<![\p{L}\d.,/_-])([1-6])(?:\.(\d{6})| ?\. ?(0\d{5}))((?:\.\d{3}\.\d{2}\.\d{2})?\.[A-Z]\d{2})?(?![\p{L}\d]|[.,/](?!000(?!\d))\d)/gu
/** What a list of procedures, or a text about them, calls their codes or them; then a number of that form is a code. */
const ABOUT = wording(
  '«mã TTHC|mã thủ tục|mã số thủ tục|mã số TTHC|mã hồ sơ|mã số hồ sơ|thủ tục hành chính|TTHC|quy trình»(?!\\p{L})',
)
/** The heading of a column of codes. */
const COLUMN = wording(
  '^«Mã|Mã số|Mã TTHC|Mã thủ tục|Mã số TTHC|Mã số thủ tục|Mã thủ tục hành chính|Mã số hồ sơ|Mã số thủ tục hành chính»(?: ?\\(.*)?$',
)
/** Words around a code in its quote. */
const AROUND = 60

/**
 * Codes of administrative procedures, as they stand in lists, annexes and text. The first digits `7`–`9` are degrees of
 * latitude rather than codes; digits that are part of another number are none. A number with six decimals is a code where the
 * text is about procedures, and one whose decimals do not begin with 0 only where a column is called so.
 */
export function codes({ all }: Outline): readonly Found<string>[] {
  const about = all.some(({ text }) => ABOUT.test(text))
  const column = all.some(({ cells }) => cells.some((cell) => COLUMN.test(cell)))
  const isCode = (digits: string, tail: string) => tail !== '' || (digits.startsWith('0') ? about : column)
  return distinct(
    all.flatMap((line) =>
      line.cells.flatMap((cell) =>
        [...cell.matchAll(CODE)].flatMap(({ 0: words, 1: level, 2: close, 3: loose, 4: tail = '', index }) => {
          const digits = close ?? loose ?? ''
          const quote = around(cell, index, words.length)
          return isCode(digits, tail) ? [found(`${level}.${digits}${tail}`, line, quote)] : []
        }),
      ),
    ),
  )
}

function around(cell: string, at: number, length: number): string {
  const from = Math.max(0, at - AROUND)
  const start = from === 0 ? 0 : cell.indexOf(' ', from) + 1 || from
  return cell.slice(Math.min(start, at), at + length + AROUND)
}
