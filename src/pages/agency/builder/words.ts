import type { Localized } from '../../../base/localized.ts'

/** Words of the page on which a manifest is built. */
export const BUILDER_PAGE_WORDS = {
  title: { vi: 'Lập bảng kê hồ sơ', en: 'Build the manifest' },
  lead: {
    vi: 'Điền từng phần, các phần quan trọng nhất ở trước. Phần chưa khai được coi là chưa có bằng chứng; nếu cơ quan không có nội dung đó, chọn Không có. Bản nháp tự lưu trên máy này; chỉ gửi đi khi bấm kiểm tra hoặc tải ho-so.xlsx.',
    en: 'Fill in section by section, the weightiest first. A section of which nothing is stated counts as without evidence; where your agency has no such thing, choose There is none. The draft is kept on this device; it is sent only when you check it or download ho-so.xlsx.',
  },
  noScript: {
    vi: 'Biểu mẫu này cần kịch bản (JavaScript). Không có kịch bản thì tải mẫu ho-so.xlsx về và điền bằng Excel.',
    en: 'This form needs scripts. Without them, download the workbook ho-so.xlsx and fill it in with Excel.',
  },
  empty: { vi: 'Tải mẫu Excel (ho-so.xlsx)', en: 'Download the Excel form (ho-so.xlsx)' },
  open: { vi: 'Mở bảng kê đã có (manifest.json, ho-so.xlsx)', en: 'Open a manifest (manifest.json, ho-so.xlsx)' },
  sections: { vi: 'Các phần của bảng kê', en: 'Sections of the manifest' },
  finish: { vi: 'Kiểm tra và tải về', en: 'Check and download' },
  check: { vi: 'Kiểm tra bảng kê', en: 'Check the manifest' },
  json: { vi: 'Tải manifest.json', en: 'Download manifest.json' },
  xlsx: { vi: 'Tải ho-so.xlsx', en: 'Download ho-so.xlsx' },
  files: { vi: 'Các tệp của hồ sơ (để tạo ZIP)', en: 'The files of the dossier (for the ZIP)' },
  zip: { vi: 'Tạo và tải ZIP', en: 'Make and download the ZIP' },
  clear: { vi: 'Xóa bản nháp', en: 'Delete the draft' },
  upload: { vi: 'Nộp hồ sơ kèm bảng kê này', en: 'Hand in a dossier with this manifest' },
} as const satisfies Record<string, Localized>
