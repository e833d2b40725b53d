import { foldWords } from './fold-words.ts'

/** What a column of a procedure list says. `lastDay` is known but not used: whether that day still counts is unclear. */
const MEANINGS = [
  'ordinal',
  'code',
  'name',
  'field',
  'limitDays',
  'announcedOn',
  'effectiveFrom',
  'effectiveTo',
  'internal',
  'lastDay',
] as const
export type Meaning = (typeof MEANINGS)[number]

/** Headings as offices and programs write them, folded; `begins` also with more words after. */
const HEADINGS: Readonly<Record<Meaning, { is: readonly string[]; begins?: readonly string[] }>> = {
  ordinal: { is: ['stt', 'tt', 'so tt', 'so thu tu', 'no'] },
  code: {
    is: ['ma', 'ma so', 'code', 'procedure code', 'ma ho so', 'ma so ho so'],
    begins: [
      'ma tthc',
      'ma thu tuc',
      'ma thu tuc hanh chinh',
      'ma so tthc',
      'ma so thu tuc',
      'ma so thu tuc hanh chinh',
      'ma so ho so tthc',
      'ma ho so tthc',
      'ma so ho so thu tuc',
    ],
  },
  name: {
    is: ['ten', 'name', 'tthc', 'thu tuc', 'thu tuc hanh chinh', 'procedure name', 'noi dung thu tuc hanh chinh'],
    begins: [
      'ten tthc',
      'ten thu tuc',
      'ten thu tuc hanh chinh',
      'ten cac thu tuc',
      'ten goi thu tuc',
      'danh muc thu tuc',
      'danh muc tthc',
    ],
  },
  field: {
    is: ['linh vuc', 'field', 'ten linh vuc', 'linh vuc tthc', 'linh vuc thu tuc hanh chinh', 'nganh linh vuc'],
  },
  limitDays: {
    is: ['thoi han', 'limit', 'limit days', 'thoi han ngay', 'so ngay giai quyet'],
    begins: ['thoi han giai quyet', 'thoi gian giai quyet', 'thoi han thuc hien', 'thoi gian thuc hien'],
  },
  announcedOn: {
    is: [
      'ngay cong bo',
      'announced on',
      'ngay ban hanh quyet dinh cong bo',
      'ngay ky quyet dinh cong bo',
      'cong bo ngay',
    ],
    begins: ['ngay quyet dinh cong bo'],
  },
  effectiveFrom: {
    is: [
      'hieu luc tu',
      'hieu luc tu ngay',
      'hieu luc ke tu ngay',
      'effective from',
      'ngay ap dung',
      'co hieu luc tu ngay',
    ],
    begins: [
      'ngay hieu luc',
      'ngay co hieu luc',
      'ngay bat dau hieu luc',
      'ngay bat dau co hieu luc',
      'thoi diem co hieu luc',
    ],
  },
  effectiveTo: {
    is: ['effective to', 'het hieu luc', 'het hieu luc tu ngay', 'bai bo tu ngay', 'thoi diem het hieu luc'],
    begins: ['ngay het hieu luc', 'ngay bai bo', 'ngay bi bai bo', 'ngay huy bo'],
  },
  internal: {
    is: ['noi bo', 'internal', 'tthc noi bo', 'thu tuc noi bo', 'la tthc noi bo', 'thu tuc hanh chinh noi bo'],
  },
  lastDay: { is: ['hieu luc den', 'hieu luc den ngay', 'hieu luc den het ngay', 'den ngay', 'hieu luc den het'] },
}

/** Headings that a message may name, in full spelling. */
export const HEADINGS_TOLD =
  'Mã TTHC (hoặc Mã thủ tục, Mã số TTHC), Tên thủ tục hành chính (hoặc Tên TTHC), Lĩnh vực, Thời hạn giải quyết, Ngày công bố, Ngày hiệu lực, Ngày hết hiệu lực (hoặc Ngày bãi bỏ), Nội bộ'

/** How well a heading is understood. */
export interface Reading {
  meaning: Meaning
  /** The heading is one of the known ones, to the last word. */
  exact: boolean
}

/** What a heading means, or undefined when it is none of the known ones. */
export function readHeading(text: string): Reading | undefined {
  const folded = foldWords(text)
  if (folded === '') return undefined
  const exact = MEANINGS.find(
    (meaning) => HEADINGS[meaning].is.includes(folded) || HEADINGS[meaning].begins?.includes(folded),
  )
  if (exact !== undefined) return { meaning: exact, exact: true }
  const begins = MEANINGS.find((meaning) => HEADINGS[meaning].begins?.some((start) => folded.startsWith(`${start} `)))
  return begins === undefined ? undefined : { meaning: begins, exact: false }
}
