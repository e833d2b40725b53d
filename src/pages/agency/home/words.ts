import type { Localized } from '../../../base/localized.ts'

/** Words of an agency's first page. */
export const HOME_WORDS = {
  nothing: { vi: 'Cơ quan {code}', en: 'Agency {code}' },
  nothingText: {
    vi: 'Cơ quan chưa có bộ hồ sơ nào được đánh giá. Nếu đã có bộ hồ sơ, đề nghị nộp; nếu chưa có bảng kê, đề nghị lập bảng kê trước.',
    en: 'No dossier of your agency has been judged yet. If you have one, hand it in; if there is no manifest yet, build it first.',
  },
  lastRefused: {
    vi: 'Bộ hồ sơ nộp gần nhất (lúc {time}) không tiếp nhận được vì lý do kỹ thuật; kết quả trước đó (nếu có) giữ nguyên. Đề nghị sửa rồi nộp lại.',
    en: 'The dossier handed in last ({time}) could not be taken in for a technical reason; an earlier result, if any, stands. Mend it and hand it in again.',
  },
  why: { vi: 'Xem lý do và cách sửa', en: 'See why, and how to mend it' },
  refused: { vi: 'Bộ hồ sơ không tiếp nhận được', en: 'Dossiers that could not be taken in' },
  refusedOn: { vi: 'Nộp lúc {time}: xem lý do và cách sửa', en: 'Handed in at {time}: see why, and how to mend it' },
  moreRefused: { vi: 'Hiển thị {shown} lần gần nhất trong {total} lần.', en: 'The last {shown} of {total} are shown.' },
  upload: { vi: 'Nộp hồ sơ', en: 'Hand in a dossier' },
  build: { vi: 'Lập bảng kê', en: 'Build the manifest' },
  latest: { vi: 'Kết quả mới nhất', en: 'The latest result' },
  asOf: { vi: 'Đánh giá ngày {asOf}.', en: 'Judged as of {asOf}.' },
  points: { vi: 'Điểm: {points}/100.', en: 'Points: {points}/100.' },
  open: { vi: 'Xem kết quả và việc cần làm', en: 'See the result and what to do' },
  due: { vi: 'Thời hạn sắp đến', en: 'What falls due' },
  noDue: { vi: 'Không có thời hạn nào được ghi nhận.', en: 'No deadline is on record.' },
  overdue: { vi: 'đã qua', en: 'past' },
  moreDue: {
    vi: 'Hiển thị {shown} trong {total} thời hạn; tất cả có trong lịch.',
    en: '{shown} of {total} shown; all are in the calendar.',
  },
  calendar: { vi: 'Tải lịch các thời hạn (.ics)', en: 'Calendar of all deadlines (.ics)' },
  past: { vi: 'Các lần đánh giá', en: 'All assessments' },
  day: { vi: 'Ngày đánh giá', en: 'As of' },
  result: { vi: 'Kết quả', en: 'Result' },
  score: { vi: 'Điểm', en: 'Points' },
  recheck: { vi: 'đánh giá lại năm {year}', en: 're-check of {year}' },
  compare: { vi: 'So với lần trước', en: 'Compare with the one before' },
  links: { vi: 'Xem', en: 'Links' },
} as const satisfies Record<string, Localized>
