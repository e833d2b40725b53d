import type { Found } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import type { Outline } from './outline.ts'
import { wording } from './wording.ts'

const LABEL = wording('^‹Số|SỐ› ?:? ?(?=\\d)')
/** The subject of a letter may cite a number at the beginning of a line: it is looked for above. */
const SUBJECT = /^[Vv] ?\/ ?v(?!\p{L})/u
/** Number, year where it has one, and sign: `88/QĐ-STP`, `12/2026/QĐ-UBND`, `45a/BC-BCĐISO`. */
const SIGN = '\\p{Lu}[\\p{Lu}\\d]*\\p{Ll}{0,2}\\p{Lu}*(?:[-.][\\p{Lu}\\d][\\p{L}\\d]*)*'
const WHOLE = new RegExp(`^(0*[1-9]\\d{0,5}\\p{Ll}?/(?:\\d{4}/)?${SIGN})$`, 'u')
/** The same before the place and the day, on one run with them. */
const BESIDE_PLACE = wording('^(.+?)(?:,| (?:TP\\. ?)?\\p{Lu}\\p{Ll}[\\p{L} .-]*,) ?«ngày»(?!\\p{L}).*$')
/** A longer cell is no part of a heading. */
const LONGEST = 150
/** Signs of copies: the number of the copy is not that of the document (NĐ 30/2020, Phụ lục I). */
const COPY = /\/(?:\d{4}\/)?(?:SY|SL|TrS|TS)-/u

/**
 * The number and sign in the heading of the document itself. A number with a blank, of a copy (`12/SY-UBND`) or without
 * a sign is none; numbers cited among the legal bases or in the subject do not stand in the heading.
 */
export function ownNumber({ head }: Outline): readonly Found<string>[] {
  const subject = head.findIndex(({ cells }) => cells.some((cell) => SUBJECT.test(cell)))
  return distinct(
    head.slice(0, subject < 0 ? undefined : subject + 1).flatMap((line) =>
      line.cells.flatMap((cell) => {
        const label = LABEL.exec(cell)
        if (!label) return []
        return numbersIn(cell.slice(label[0].length, LONGEST)).map((number) => found(number, line, cell))
      }),
    ),
  )
}

function numbersIn(words: string): string[] {
  const whole = numberOf(words)
  if (whole) return [whole]
  const beside = BESIDE_PLACE.exec(words)?.[1]
  const number = beside === undefined ? undefined : numberOf(beside)
  if (number) return [number]
  const each = words.split(/ (?:[;,/] )?(?=\d)/u).map(numberOf)
  return each.every((one) => one !== undefined) ? each : []
}

/** The number and sign that the words are; white space counts only where no stroke or hyphen stands beside it. */
function numberOf(words: string): string | undefined {
  const close = words.replace(/ ?([/–—-]) ?/gu, (_, sign: string) => (sign === '/' ? '/' : '-')).replace(/[.,;]$/u, '')
  const number = WHOLE.exec(close)?.[1]
  return number && /-|\p{Lu}{2}/u.test(number.slice(number.indexOf('/'))) && !COPY.test(number) ? number : undefined
}
