import type { Localized } from '../base/localized.ts'
import type { DocumentReading } from '../dossier/reading.ts'
import type { Certainty } from '../evidence/draft/piece.ts'

/** How sure a value of a draft is. */
export const CERTAINTY: Record<Certainty, Localized> = {
  certain: { vi: 'chắc chắn', en: 'certain' },
  likely: { vi: 'có khả năng, đề nghị kiểm tra', en: 'likely, please check' },
}

/** Why the text of a file is not known. */
export const UNREAD: Record<DocumentReading['text'], Localized> = {
  read: { vi: 'đã đọc', en: 'read' },
  scan: { vi: 'bản chụp, không có lớp văn bản', en: 'a scan without a text layer' },
  legacyFont: {
    vi: 'phông chữ cũ, không chuyển được sang Unicode',
    en: 'a legacy font that cannot be turned into Unicode',
  },
  locked: { vi: 'có mật khẩu', en: 'behind a password' },
  unreadable: { vi: 'không mở được', en: 'cannot be opened' },
  overBounds: { vi: 'vượt giới hạn đọc của phần mềm', en: 'beyond the bounds of reading' },
  none: { vi: 'không phải văn bản', en: 'no text document' },
}

/** Words of the summary of a draft. */
export const DRAFT_WORDS = {
  vi: {
    drafted: (values: number, files: number) =>
      `DỰ THẢO BẢNG KÊ HỒ SƠ: ${values} giá trị đọc được từ ${files} tài liệu. Đề nghị kiểm tra trước khi sử dụng.`,
    doubts: 'Đọc được nhiều giá trị khác nhau, để trống (chọn một giá trị đúng rồi ghi vào bảng kê):',
    unclassified: 'Chưa xác định được là tài liệu gì (đề nghị tự khai):',
    unread: 'Không đọc được nội dung (đề nghị tự khai):',
    stamped:
      'Có dấu chỉ độ mật: không đọc, không đưa vào bộ hồ sơ (đề nghị xử lý theo quy định về bảo vệ bí mật nhà nước):',
    toFill: 'Mục bắt buộc chưa có giá trị (đề nghị tự khai):',
    page: 'trang',
    sources: 'nguồn',
    columns: ['Mục của bảng kê', 'Giá trị', 'Tệp', 'Trang, ô', 'Trích dẫn', 'Mức độ chắc chắn'],
  },
  en: {
    drafted: (values: number, files: number) =>
      `DRAFT OF THE MANIFEST: ${values} values read in ${files} documents. Check it before use.`,
    doubts: 'Different values were read, left blank (choose the right one and write it into the manifest):',
    unclassified: 'Not known what these documents are (fill in by hand):',
    unread: 'Not readable (fill in by hand):',
    stamped:
      'Stamped as a state secret: not read, not to be put into a bundle (handle as the law on state secrets requires):',
    toFill: 'Required, and still without a value (fill in by hand):',
    page: 'page',
    sources: 'sources',
    columns: ['Where in the manifest', 'Value', 'File', 'Page, cell', 'Quote', 'How sure'],
  },
}
