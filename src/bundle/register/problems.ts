import { InputError } from '../../base/errors.ts'
import type { Localized } from '../../base/localized.ts'
import { TEXT_LIMITS } from '../../dossier/primitives.ts'
import { displayName } from '../display.ts'

const SHOWN = 12

/** Why a register cannot be used: one sentence about the file as a whole. */
export function registerProblem(file: string, why: Localized): InputError {
  return new InputError({ vi: `Danh sách cơ quan '${file}': ${why.vi}`, en: `The register '${file}': ${why.en}` })
}

/** A cell that cannot be understood: where, what was found, how to write it. */
export interface CellProblem {
  row: number
  column: string
  found: string
  expected: Localized
}

/** Every cell that cannot be understood, in one error; beyond a dozen they are counted. */
export function cellProblems(file: string, problems: readonly CellProblem[]): InputError {
  const more = problems.length - SHOWN
  const line = (lang: keyof Localized, { row, column, found, expected }: CellProblem) =>
    lang === 'vi'
      ? `${file} dòng ${row}: cột ${column} là '${displayName(found)}'. ${expected.vi}`
      : `${file} row ${row}: column ${column} is '${displayName(found)}'. ${expected.en}`
  const lines = (lang: keyof Localized, rest: string) =>
    [...problems.slice(0, SHOWN).map((one) => line(lang, one)), ...(more > 0 ? [rest] : [])].join('\n')
  return new InputError({
    vi: lines('vi', `… và ${more} ô nữa.`),
    en: lines('en', `… and ${more} more cells.`),
  })
}

export const EXPECTED = {
  code: {
    vi: 'Ghi mã định danh của cơ quan theo Quyết định số 20/2020/QĐ-TTg, ví dụ H61.12.',
    en: "Write the agency's code under Decision 20/2020/QĐ-TTg, such as H61.12.",
  },
  name: { vi: 'Ghi tên cơ quan.', en: "Write the agency's name." },
  shorter: {
    vi: `Chỉ được ghi nhiều nhất ${TEXT_LIMITS.title} ký tự; ghi ngắn lại.`,
    en: `At most ${TEXT_LIMITS.title} characters may stand here; write it shorter.`,
  },
  block: {
    vi: 'Ghi một trong: Sở, Chi cục, Ban quản lý, Huyện, Xã, Đơn vị sự nghiệp, Ngành dọc, UBND cấp tỉnh.',
    en: 'Write one of: department, sub-department, management-board, district, commune, public-service-unit, vertical, provincial-committee.',
  },
  day: { vi: 'Ghi ngày theo dạng 2025-07-01 hoặc 01/7/2025.', en: 'Write a date as 2025-07-01 or 01/7/2025.' },
  year: { vi: 'Ghi năm (2023) hoặc ngày (15/9/2023).', en: 'Write a year (2023) or a date (15/9/2023).' },
} satisfies Record<string, Localized>
