import type { Localized } from '../../base/localized.ts'

/** Words around a verdict, and of its comparison with the one before. */
export const VERDICT_PAGE_WORDS = {
  home: { vi: '← Trang của cơ quan', en: "← The agency's page" },
  compare: { vi: 'So với lần trước', en: 'Compare with the one before' },
  calendar: { vi: 'Lịch (.ics)', en: 'Calendar (.ics)' },
  json: { vi: 'Dữ liệu (JSON)', en: 'Data (JSON)' },
  upload: { vi: 'Nộp hồ sơ', en: 'Hand in a dossier' },
  links: { vi: 'Đối chiếu', en: 'Compare' },
  none: { vi: 'Không có kết quả này', en: 'There is no such result' },
  noneText: {
    vi: 'Cơ quan {code} không có kết quả đánh giá mang mã {id}. Đề nghị chọn trong danh sách tại trang của cơ quan.',
    en: "Agency {code} has no result {id}. Choose one from the list on the agency's page.",
  },
  compareTitle: { vi: 'So sánh hai lần đánh giá', en: 'Two assessments compared' },
  first: {
    vi: 'Đây là lần đánh giá đầu tiên; chưa có lần trước để so sánh.',
    en: 'This is the first assessment; there is none before it to compare with.',
  },
  lead: {
    vi: 'Lần trước: {before}, ngày {beforeOn}. Lần này: {after}, ngày {afterOn}.',
    en: 'Before: {before}, {beforeOn}. Now: {after}, {afterOn}.',
  },
  otherRules: {
    vi: 'Hai lần dùng hai phiên bản quy tắc khác nhau ({before} và {after}); một số khác biệt có thể do quy tắc thay đổi.',
    en: 'The two were judged by different versions of the rules ({before} and {after}); some differences may come from the rules.',
  },
  was: { vi: 'Lần trước ({day})', en: 'Before ({day})' },
  is: { vi: 'Lần này ({day})', en: 'Now ({day})' },
  score: { vi: 'Điểm trước và nay', en: 'Score then and now' },
  better: { vi: 'Tốt hơn ({n})', en: 'Better ({n})' },
  worse: { vi: 'Kém đi ({n})', en: 'Worse ({n})' },
  otherwise: { vi: 'Thay đổi khác ({n})', en: 'Other changes ({n})' },
  same: { vi: 'Không có nội dung nào thay đổi kết quả.', en: 'No point came to another outcome.' },
  notJudged: { vi: 'Không đánh giá', en: 'Not judged' },
  back: { vi: 'Xem kết quả lần này', en: 'See this result' },
} as const satisfies Record<string, Localized>
