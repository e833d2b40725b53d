import { type Columns, TEXT_WIDTH } from '../ooxml/document.ts'
import type { Paragraph } from '../ooxml/paragraph.ts'
import type { LetterInput } from './letter.ts'
import { LEAD_UNIT, SUBJECTS } from './letter-words.ts'

const LEFT = 66
const RIGHT = TEXT_WIDTH - LEFT
/** Length of the line under the motto, as long as the motto itself in bold 13. */
const MOTTO = 60

/** Who writes, the national name and motto, number, subject, place and day (NĐ 30/2020, Phụ lục I, phần II). */
export function letterHead({ authority, asOf, kind, year }: LetterInput): Columns {
  const symbol = authority.symbol ?? '……'
  const place = authority.place ?? '……………'
  return {
    widths: [LEFT, RIGHT],
    left: [
      centred(upper(authority.superior ?? 'Ủy ban nhân dân ……………'), 12),
      { ...centred(upper(authority.name ?? LEAD_UNIT), 12), runs: [bold(upper(authority.name ?? LEAD_UNIT), 12)] },
      ruler(LEFT, 22),
      centred(`Số:          /${symbol}`, 13, 4),
      centred(`V/v ${SUBJECTS[kind]} năm ${year}`, 12, 2),
      { align: 'center', before: 4, runs: [{ text: 'DỰ THẢO', bold: true, italic: true, size: 11 }] },
    ],
    right: [
      { align: 'center', runs: [bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12)] },
      { align: 'center', runs: [bold('Độc lập - Tự do - Hạnh phúc', 13)] },
      ruler(RIGHT, MOTTO),
      {
        align: 'center',
        before: 4,
        runs: [{ text: `${place}, ngày      tháng      năm ${asOf.slice(0, 4)}`, italic: true, size: 13 }],
      },
    ],
  }
}

const bold = (text: string, size: number) => ({ text, bold: true as const, size })

/** In capitals; the name of a province stays on one line. */
function upper(text: string): string {
  const kept = text.replace(/(tỉnh|thành phố) .*/iu, (name) => name.replaceAll(' ', '\u00a0'))
  return kept.toLocaleUpperCase('vi')
}

function centred(text: string, size: number, before = 0): Paragraph {
  return { align: 'center', before, runs: [{ text, size }] }
}

/** A line in the middle of a column. */
function ruler(width: number, length: number): Paragraph {
  const side = (width - length) / 2
  return { runs: [], ruled: true, left: side, right: side, before: 2 }
}
