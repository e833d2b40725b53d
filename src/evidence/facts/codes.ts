import type { Found } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import type { Outline } from './outline.ts'

/** `1.001234`, `1.001234.H61`, `1.001234.000.00.00.H61`; a dot may have a stray space beside it before six digits that begin with 0. */
const CODE =
  /(?<![\p{L}\d.,/_-])([1-6])(?:\.(\d{6})| ?\. ?(0\d{5}))((?:\.\d{3}\.\d{2}\.\d{2})?\.[A-Z]\d{2})?(?![\p{L}\d]|[.,/](?!000(?!\d))\d)/gu
/** Words around a code in its quote. */
const AROUND = 60

/**
 * Codes of administrative procedures, as they stand in lists, annexes and text. The first digits `7`–`9` are degrees of
 * latitude rather than codes; digits that are part of another number are none.
 */
export function codes({ all }: Outline): readonly Found<string>[] {
  return distinct(
    all.flatMap((line) =>
      line.cells.flatMap((cell) =>
        [...cell.matchAll(CODE)].map(({ 0: words, 1: level, 2: close, 3: loose, 4: tail = '', index }) =>
          found(`${level}.${close ?? loose}${tail}`, line, around(cell, index, words.length)),
        ),
      ),
    ),
  )
}

function around(cell: string, at: number, length: number): string {
  const from = Math.max(0, at - AROUND)
  const start = from === 0 ? 0 : cell.indexOf(' ', from) + 1 || from
  return cell.slice(Math.min(start, at), at + length + AROUND)
}
