import type { Localized } from '../../base/localized.ts'
import type { EXCEPTION_REASONS, UncountedException } from '../../rules/exceptions.ts'

/** Words around exceptions. */
export const EXCEPTION_LABELS = {
  without: {
    vi: 'Nếu không tính ngoại lệ: {status}; điểm {score}.',
    en: 'Without exceptions: {status}; score {score}.',
  },
  title: { vi: 'Ngoại lệ do cơ quan có thẩm quyền chấp thuận', en: 'Exceptions the authority has granted' },
  counted: { vi: 'Được tính', en: 'Counted' },
  uncounted: { vi: 'Không được tính', en: 'Not counted' },
  wrongKeys: { vi: 'mục cần sửa: {keys}', en: 'to be corrected: {keys}' },
} as const satisfies Record<string, Localized>

/** What an authority gives as the reason of an exception. */
export const EXCEPTION_WORDS: Record<(typeof EXCEPTION_REASONS)[number], Localized> = {
  reorganisation: { vi: 'Sắp xếp lại tổ chức', en: 'Reorganisation' },
  disaster: { vi: 'Thiên tai, dịch bệnh, sự cố', en: 'Disaster, epidemic or emergency' },
  'awaiting-guidance': { vi: 'Chờ hướng dẫn của cấp có thẩm quyền', en: 'Awaiting guidance' },
  'legal-conflict': { vi: 'Quy định pháp luật chưa thống nhất', en: 'Provisions in conflict' },
  'evidence-kept-elsewhere': { vi: 'Bằng chứng lưu tại nơi khác', en: 'Evidence kept elsewhere' },
  'appeal-pending': { vi: 'Đang giải quyết kiến nghị', en: 'An appeal is pending' },
}

/** Why an exception does not count. */
export const UNCOUNTED_WORDS: Record<UncountedException['why'], Localized> = {
  lapsed: { vi: 'Đã hết hạn hoặc không áp dụng cho cơ quan này', en: 'Lapsed, or not about this agency' },
  malformed: { vi: 'Ghi chưa đúng', en: 'Not written as it must be' },
}
