import type { Localized } from '../base/localized.ts'

/** Sentences of the notice that a verdict will change. */
export const NOTICE_WORDS = {
  subject: {
    vi: '{agency}: kết quả đánh giá sơ bộ hồ sơ giữ nguyên đến hết ngày {validUntil}',
    en: '{agency}: the pre-screening verdict stays as it is until the end of {validUntil}',
  },
  greeting: { vi: 'Kính gửi: {agency} (mã {code}).', en: 'To: {agency} (code {code}).' },
  lapses: {
    vi: 'Kết quả đánh giá sơ bộ hồ sơ Hệ thống quản lý chất lượng tại ngày {asOf} giữ nguyên đến hết ngày {validUntil} (còn {left} ngày) nếu không có bằng chứng mới.',
    en: 'The pre-screening verdict on the quality management system as of {asOf} stays as it is until the end of {validUntil} (days left: {left}), given no new evidence.',
  },
  turns: { vi: 'Từ ngày {on}, kết quả sẽ thay đổi như sau:', en: 'From {on} it changes as follows:' },
  remedy: { vi: 'Nội dung đề nghị thực hiện hoặc khắc phục', en: 'To do or correct' },
  capped: { vi: '(Nêu {shown} trong số {total} nội dung.)', en: '({shown} of {total} points shown.)' },
  status: { vi: 'Kết quả chung: {from} → {to}.', en: 'Overall: {from} → {to}.' },
  todo: {
    vi: 'Đề nghị cơ quan thực hiện các nội dung trên, bổ sung tài liệu và gửi lại bộ hồ sơ trước ngày {on}.',
    en: 'Please do what is said above, add the documents and send the bundle again before {on}.',
  },
} as const satisfies Record<string, Localized>
