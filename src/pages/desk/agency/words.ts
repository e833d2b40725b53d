import type { Localized } from '../../../base/localized.ts'

/** Words of an agency's history. */
export const HISTORY_WORDS = {
  foreign: { vi: 'Cơ quan ngoài địa bàn', en: 'An agency of another province' },
  foreignText: {
    vi: 'Mã “{code}” không thuộc {province}. Đề nghị chọn cơ quan từ danh sách.',
    en: 'The code “{code}” does not belong to {province}. Choose an agency from the list.',
  },
  back: { vi: '← Lịch sử của cơ quan', en: '← History of the agency' },
  nothing: {
    vi: 'Cơ quan chưa nộp bộ hồ sơ nào qua dịch vụ này.',
    en: 'The agency has handed in no dossier through this service.',
  },
  scores: { vi: 'Điểm qua các lần đánh giá', en: 'Scores over time' },
  scoresText: {
    vi: 'Điểm hiện tại qua {n} lần đánh giá: từ {first} ({firstOn}) đến {last} ({lastOn}).',
    en: 'The score over {n} judgements: from {first} ({firstOn}) to {last} ({lastOn}).',
  },
  verdicts: { vi: 'Các kết quả', en: 'Verdicts' },
  on: { vi: 'Ngày đánh giá', en: 'As of' },
  from: { vi: 'Nguồn', en: 'From' },
  upload: { vi: 'Hồ sơ nộp', en: 'Dossier handed in' },
  recheck: { vi: 'Đánh giá lại năm {year}', en: 'Re-check of {year}' },
} as const satisfies Record<string, Localized>
