import type { Language, Localized } from '../../core/errors.ts'
import type { PrescreenAgency } from '../../province/prescreen.ts'
import { fill } from '../renderer.ts'

/** What only the authority is told of an agency, in sentences; what the agency's own verdict says stands there. */
export function doubtTexts({ notices }: Pick<PrescreenAgency, 'notices'>, lang: Language): string[] {
  return notices.flatMap(({ id, values }) => {
    const words = DOUBT_WORDS[id]
    if (words === undefined) return []
    const { figure } = values
    const shown = typeof figure === 'string' ? { ...values, figure: FIGURE_WORDS[figure]?.[lang] ?? figure } : values
    return [fill(words[lang], shown, lang)]
  })
}

/** By the id of the notice. They are read by who inspects; none accuses. */
export const DOUBT_WORDS: Readonly<Record<string, Localized>> = {
  listLeavesOut: {
    vi: 'Danh mục cơ quan kê khai có {procedures} thủ tục, trong đó {internal} thủ tục ghi là nội bộ và {ended} thủ tục ghi là hết hiệu lực (trên 20%); đề nghị đối chiếu với danh mục đã công bố.',
    en: 'Of the {procedures} procedures that the agency lists, {internal} are marked internal and {ended} as ended (over 20%); compare them with the published list.',
  },
  listShort: {
    vi: 'Danh mục cơ quan kê khai có {procedures} thủ tục, chưa bằng một nửa số trung vị của khối ({median}); đề nghị đối chiếu với danh mục đã công bố.',
    en: 'The agency lists {procedures} procedures, less than half of the median of its block ({median}); compare them with the published list.',
  },
  figureFell: {
    vi: '{figure} giảm từ {before} xuống {now} (hơn một phần ba) so với lần rà soát trước mà không kê khai thay đổi phạm vi áp dụng.',
    en: '{figure} fell from {before} to {now} (by more than a third) since the last pre-screening, and no change of scope was told.',
  },
  oneProcessForMany: {
    vi: 'Một quy trình áp dụng cho {shared} trong {procedures} thủ tục, thuộc {fields} lĩnh vực; đề nghị xem các thủ tục có tương tự về nội dung, trình tự hay không (khoản 6 Điều 41 Thông tư số 26/2014/TT-BKHCN).',
    en: 'One process serves {shared} of {procedures} procedures, of {fields} fields; see whether they are alike in content and steps (Circular 26/2014/TT-BKHCN, Article 41.6).',
  },
  recordsAlike: {
    vi: '{records} hồ sơ công việc được kê khai có cùng ngày nhận, ngày hẹn trả, ngày trả; đề nghị xem hồ sơ gốc.',
    en: 'The {records} records of work all have the same day of receipt, due day and day of return; see the originals.',
  },
  noWebsite: {
    vi: 'Cơ quan kê khai không có trang thông tin điện tử; đề nghị kiểm tra.',
    en: 'The department states that it has no website; check whether that is so.',
  },
}

export const FIGURE_WORDS: Readonly<Record<string, Localized>> = {
  units: { vi: 'Số đơn vị trong phạm vi áp dụng', en: 'The number of units in scope' },
  staff: { vi: 'Số cán bộ, công chức trong phạm vi áp dụng', en: 'The number of staff in scope' },
  procedures: { vi: 'Số thủ tục hành chính', en: 'The number of procedures' },
}
