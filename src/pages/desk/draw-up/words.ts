import type { Localized } from '../../../base/localized.ts'

/** Words of drawing up a pre-screening in the browser. */
export const DRAW_UP_WORDS = {
  title: { vi: 'Lập rà soát sơ bộ', en: 'Draw up a pre-screening' },
  lead: {
    vi: 'Chọn danh sách cơ quan (CSV hoặc XLSX, có các cột Mã cơ quan, Tên cơ quan, Khối). Phần mềm đánh giá lại bộ hồ sơ được tiếp nhận gần nhất của từng cơ quan trên địa bàn tại ngày hôm nay, so với năm trước, lập kế hoạch kiểm tra và giữ các thay đổi đã ghi. Kết quả cũ của năm đó được thay.',
    en: 'Choose the register of agencies (CSV or XLSX with the columns code, name, block). The last accepted dossier of every agency of the province is judged again as of today, compared with last year, and the inspections are planned; changes written before are kept. An earlier pre-screening of that year is replaced.',
  },
  register: { vi: 'Danh sách cơ quan (CSV, XLSX)', en: 'Register of agencies (CSV, XLSX)' },
  year: { vi: 'Năm', en: 'Year' },
  run: { vi: 'Lập rà soát', en: 'Draw up' },
  bad: { vi: 'Chưa lập được rà soát', en: 'No pre-screening was drawn up' },
  missing: {
    vi: 'Chưa chọn danh sách cơ quan, hoặc năm không phải số có bốn chữ số. Đề nghị quay lại và điền đủ.',
    en: 'No register was chosen, or the year is not a number of four digits. Go back and fill in both.',
  },
  again: { vi: 'Làm lại', en: 'Try again' },
} as const satisfies Record<string, Localized>
