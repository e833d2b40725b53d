import type { Localized } from '../../../base/localized.ts'

/** Words of the preview of a rule change. */
export const PREVIEW_WORDS = {
  title: { vi: 'Xem trước khi sửa quy tắc', en: 'Preview a rule change' },
  lead: {
    vi: 'Chọn tệp bộ quy tắc đã công bố (do lệnh qms-verdict rules build lập). Phần mềm đánh giá lại hồ sơ đã nộp của mọi cơ quan trên địa bàn theo bộ đang dùng và theo bộ mới, rồi nêu cơ quan nào thay đổi kết quả và do quy tắc nào. Không có kết quả nào bị sửa.',
    en: 'Choose a published rule set (made by qms-verdict rules build). The dossiers of all agencies of the province are judged by the rules in use and by the new ones, and every agency that comes out otherwise is named with the rules that did it. No verdict is changed.',
  },
  file: { vi: 'Tệp bộ quy tắc (rule-set-….json)', en: 'Rule set (rule-set-….json)' },
  run: { vi: 'Xem trước', en: 'Preview' },
  noFile: {
    vi: 'Chưa chọn tệp bộ quy tắc. Đề nghị chọn tệp JSON rồi gửi lại.',
    en: 'No rule set was chosen. Choose the JSON file and send it again.',
  },
  bad: { vi: 'Chưa xem trước được', en: 'Nothing to preview' },
  again: { vi: 'Chọn tệp khác', en: 'Choose another file' },
  rules: { vi: 'Quy tắc được viết khác', en: 'Rules written otherwise' },
  sameRules: { vi: 'Hai bộ quy tắc giống nhau.', en: 'The two rule sets are the same.' },
  agencies: {
    vi: 'Cơ quan thay đổi kết quả ({n} trong {total})',
    en: 'Agencies that come out otherwise ({n} of {total})',
  },
  nobody: {
    vi: 'Không cơ quan nào thay đổi kết quả, xếp loại hoặc điểm.',
    en: 'No agency changes status, grade or score.',
  },
  now: { vi: 'Đang dùng', en: 'In use' },
  after: { vi: 'Theo bộ mới', en: 'Under the new rules' },
  by: { vi: 'Do quy tắc', en: 'By the rules' },
  unread: { vi: 'Không đánh giá được: {codes}', en: 'Could not be judged: {codes}' },
} as const satisfies Record<string, Localized>
