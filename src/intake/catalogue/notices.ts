import { type Localized, QmsVerdictError, withValues } from '../../core/errors.ts'
import { displayName } from '../display.ts'
import { CATALOGUE_NOTICES_TEXTS } from '../words.ts'

/** Where a notice was met. */
export interface RowPlace {
  /** Name of the file as it is shown. */
  file: string
  /** Row as a person counts; absent where the whole sheet is meant. */
  row?: number
}

type Say = (at: string, met: Readonly<Record<string, string>>) => string
interface NoticeText {
  vi: Say
  en: Say
}

/** Everything the reader of a procedure list mends or leaves out, and tells. The codes are published. */
const NOTICES = {
  'catalogue-code-padded': {
    vi: (at, { found, code }) =>
      `${at}: mã thủ tục là số ${found} do Excel tự đổi từ văn bản và làm mất số 0 ở cuối; đã đọc là ${code}. Định dạng cột mã là Văn bản (Text) và nhập lại mã.`,
    en: (at, { found, code }) =>
      `${at}: the code is the number ${found}, made by Excel out of a text and stripped of its final zeros; it was read as ${code}. Format the column of codes as Text and type the code again.`,
  },
  'catalogue-code-missing': {
    vi: (at, { name }) =>
      `${at}: thủ tục '${name}' không có mã nên không được đưa vào danh mục. Ghi mã theo Cơ sở dữ liệu quốc gia về thủ tục hành chính, dạng 1.001610.`,
    en: (at, { name }) =>
      `${at}: the procedure '${name}' has no code and was left out. Give its code from the national database of procedures, like 1.001610.`,
  },
  'catalogue-name-missing': {
    vi: (at, { code }) =>
      `${at}: mã ${code} không có tên thủ tục nên không được đưa vào danh mục. Ghi tên thủ tục hành chính tại dòng này.`,
    en: (at, { code }) =>
      `${at}: code ${code} has no name and was left out. Write the name of the procedure in this row.`,
  },
  'catalogue-text-too-long': {
    vi: (at, { heading, found, most }) =>
      `${at}: ${heading} dài ${found} ký tự, chỉ được ghi nhiều nhất ${most}, nên thủ tục này không được đưa vào danh mục. Ghi ngắn lại như trong Cơ sở dữ liệu quốc gia về thủ tục hành chính.`,
    en: (at, { heading, found, most }) =>
      `${at}: ${heading} has ${found} characters, at most ${most} are taken; the procedure was left out. Write it as the national database of procedures has it.`,
  },
  'catalogue-repealed-undated': {
    vi: (at, { code }) =>
      `${at}: thủ tục ${code} nằm trong phần bị bãi bỏ nhưng không có ngày bãi bỏ nên không được đưa vào danh mục. Ghi Ngày hết hiệu lực của thủ tục theo dạng 28/02/2026.`,
    en: (at, { code }) =>
      `${at}: procedure ${code} stands among the repealed ones without a day of repeal and was left out. Give its Ngày hết hiệu lực, like 28/02/2026.`,
  },
  'catalogue-date-unclear': {
    vi: (at, { heading, found }) =>
      `${at}: ${heading} là '${found}', không phải là một ngày có thật nên được bỏ trống. Ghi theo dạng 28/02/2026.`,
    en: (at, { heading, found }) =>
      `${at}: ${heading} is '${found}', which is no existing day; it was left empty. Write it like 28/02/2026.`,
  },
  'catalogue-limit-unclear': {
    vi: (at, { found }) =>
      `${at}: thời hạn giải quyết là '${found}', không đọc được thành một số ngày duy nhất nên được bỏ trống. Ghi theo dạng '15 ngày làm việc'.`,
    en: (at, { found }) =>
      `${at}: the time limit is '${found}', which is not one number of days; it was left empty. Write it like '15 ngày làm việc'.`,
  },
  'catalogue-internal-unclear': {
    vi: (at, { found }) =>
      `${at}: cột Nội bộ ghi '${found}', không rõ là có hay không nên được bỏ trống. Ghi Có hoặc Không.`,
    en: (at, { found }) =>
      `${at}: the column Nội bộ says '${found}', neither yes nor no; it was left empty. Write Có or Không.`,
  },
  'catalogue-column-doubled': {
    vi: (at, { column, other, heading }) =>
      `${at}: cột ${other} và cột ${column} đều là ${heading}; chỉ đọc cột ${other}. Giữ lại một cột, hoặc đổi tiêu đề cột còn lại.`,
    en: (at, { column, other, heading }) =>
      `${at}: columns ${other} and ${column} are both ${heading}; only column ${other} was read. Keep one, or rename the other.`,
  },
  'catalogue-last-day-unclear': {
    vi: (at, { column }) =>
      `${at}: cột ${column} ghi hiệu lực đến ngày nào nhưng không rõ ngày đó còn hiệu lực hay không nên không được đọc. Đặt tiêu đề là Ngày hết hiệu lực và ghi ngày đầu tiên không còn hiệu lực.`,
    en: (at, { column }) =>
      `${at}: column ${column} says until when a procedure is in force, but not whether that day still counts; it was not read. Call it Ngày hết hiệu lực and give the first day no longer in force.`,
  },
  'catalogue-windows-1258': {
    vi: (at) =>
      `${at}: tệp không theo mã UTF-8, đã đọc theo mã Windows-1258. Kiểm tra lại tên thủ tục; nên lưu dạng CSV UTF-8 hoặc .xlsx.`,
    en: (at) =>
      `${at}: the file is not UTF-8 and was read as Windows-1258. Look over the names; better save it as CSV UTF-8 or .xlsx.`,
  },
  'catalogue-cells-beyond': {
    vi: (at, { count, column }) =>
      `${at}: có ${count} ô dữ liệu nằm bên phải cột ${column} không được đọc. Đưa danh mục về các cột đầu của trang tính, xóa các ô thừa.`,
    en: (at, { count, column }) =>
      `${at}: ${count} filled cells right of column ${column} were not read. Move the list to the first columns and delete stray cells.`,
  },
  'catalogue-further-sheets': {
    vi: (at, { read, others }) =>
      `${at}: chỉ đọc trang tính '${read}'; các trang tính sau cũng có bảng danh mục nhưng không được đọc: ${others}. Dồn danh mục vào một trang tính.`,
    en: (at, { read, others }) =>
      `${at}: only the sheet '${read}' was read; these hold lists too and were not read: ${others}. Put the whole list into one sheet.`,
  },
} as const satisfies Record<string, NoticeText>

export type CatalogueNoticeCode = keyof typeof NOTICES
export const CATALOGUE_NOTICES = Object.keys(NOTICES) as CatalogueNoticeCode[]

/** Where a text says it was met: `danh-muc.xlsx dòng 12`. */
function placeName({ file, row }: RowPlace): Localized {
  if (row === undefined) return { vi: file, en: file }
  return withValues(CATALOGUE_NOTICES_TEXTS.row, { file, row })
}

/**
 * The two sentences of a notice.
 * @param met words from the file; they are made fit to print here
 */
export function noticeText(
  code: CatalogueNoticeCode,
  place: RowPlace,
  met: Readonly<Record<string, string>>,
): Localized {
  const text: NoticeText = NOTICES[code]
  const shown = Object.fromEntries(Object.entries(met).map(([key, value]) => [key, displayName(value)]))
  const at = placeName(place)
  return { vi: text.vi(at.vi, shown), en: text.en(at.en, shown) }
}

/** A procedure list cannot be read for what the file is; `text` says where, what was found, what to do. */
export class CatalogueUnreadable extends QmsVerdictError {
  override name = 'CatalogueUnreadable'
  readonly text: Localized

  /**
   * @param file name of the file
   * @param why sentences that do not name the file
   */
  constructor(file: string, why: Localized, options?: ErrorOptions) {
    const shown = displayName(file)
    const text = withValues(CATALOGUE_NOTICES_TEXTS.joined, { shown, why })
    super(text.en, options)
    this.text = text
  }
}
