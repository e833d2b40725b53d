import type { Localized } from '../../base/localized.ts'
import type { ChangedRule } from '../../evaluation/rules-diff/text-changes.ts'

/** Words of the preview of a rule change. */
export const DIFF_WORDS = {
  title: { vi: 'So sánh bộ quy tắc', en: 'Rules compared' },
  profile: { vi: 'Bộ thông số', en: 'Profile' },
  asOf: { vi: 'ngày đánh giá', en: 'as of' },
  rules: { vi: 'Quy tắc thay đổi', en: 'Rules that change' },
  none: { vi: 'Không có thay đổi.', en: 'Nothing changes.' },
  registers: { vi: 'Danh mục và bộ thông số thay đổi', en: 'Registers and profiles that change' },
  severity: { vi: 'mức độ', en: 'severity' },
  weight: { vi: 'trọng số', en: 'weight' },
  params: { vi: 'thông số', en: 'parameter' },
  parts: { vi: 'phần thay đổi', en: 'parts that change' },
  from: { vi: 'từ ngày', en: 'from' },
  agencies: {
    vi: 'Cơ quan thay đổi kết quả, xếp loại hoặc điểm',
    en: 'Agencies whose status, grade or score changes',
  },
  rulesOnly: {
    vi: 'Cơ quan chỉ thay đổi ở từng quy tắc, kết quả chung giữ nguyên',
    en: 'Agencies with some rules coming out otherwise and the same result',
  },
  grade: { vi: 'xếp loại', en: 'grade' },
  score: { vi: 'điểm', en: 'score' },
  notJudged: { vi: 'không đánh giá', en: 'not judged' },
  refused: { vi: 'Không tiếp nhận được bộ hồ sơ', en: 'Bundles that could not be taken in' },
  others: { vi: 'Trong thư mục, không phải bộ hồ sơ', en: 'In the folder, and no bundle' },
} as const satisfies Record<string, Localized>

/** Parts of a rule that may be written otherwise. */
export const PART_WORDS: Readonly<Record<ChangedRule['parts'][number], Localized>> = {
  severity: { vi: 'mức độ', en: 'severity' },
  weight: { vi: 'trọng số', en: 'weight' },
  versions: { vi: 'nội dung đánh giá', en: 'what is judged' },
  basis: { vi: 'căn cứ', en: 'basis' },
  effort: { vi: 'công sức', en: 'effort' },
  group: { vi: 'nhóm', en: 'group' },
  order: { vi: 'thứ tự', en: 'order' },
  title: { vi: 'tên', en: 'title' },
  interpretation: { vi: 'cách hiểu', en: 'interpretation' },
  messages: { vi: 'thông báo', en: 'messages' },
  remedy: { vi: 'nội dung đề nghị', en: 'what to do' },
  aliases: { vi: 'mã cũ', en: 'earlier ids' },
  tells: { vi: 'nội dung báo cho tỉnh', en: 'what it tells the province' },
  quarantines: { vi: 'cách ly bộ hồ sơ', en: 'quarantine' },
}
