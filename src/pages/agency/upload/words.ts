import type { Localized } from '../../../base/localized.ts'

/** Words of the pages by which a dossier is handed in. */
export const UPLOAD_PAGE_WORDS = {
  title: { vi: 'Nộp hồ sơ', en: 'Hand in a dossier' },
  lead: {
    vi: 'Chọn một tệp ZIP, cả thư mục hồ sơ, hoặc các tệp rời; phần mềm tự nén. Bộ hồ sơ được kiểm tra trên máy này trước khi gửi.',
    en: 'Choose a ZIP, the whole folder of the dossier, or single files, which are then packed. The dossier is checked on this device before it leaves.',
  },
  needs: {
    vi: 'Trong đó phải có bảng kê (manifest.json hoặc ho-so.xlsx). Tối đa {size} MB, {files} tệp.',
    en: 'It must hold a manifest (manifest.json or ho-so.xlsx). At most {size} MB, {files} files.',
  },
  files: { vi: 'Tệp ZIP hoặc các tệp', en: 'A ZIP, or files' },
  folder: { vi: 'Cả thư mục', en: 'A whole folder' },
  drop: { vi: 'Hoặc kéo và thả vào khung này.', en: 'Or drag and drop them into this frame.' },
  draft: {
    vi: 'Kèm bảng kê đang lập trên máy này',
    en: 'With the manifest you are building on this device',
  },
  send: { vi: 'Nộp hồ sơ', en: 'Send the dossier' },
  cancel: { vi: 'Hủy gửi', en: 'Cancel' },
  progress: { vi: 'Tiến độ', en: 'Progress' },
  signIn: { vi: 'Đăng nhập lại (mở thẻ mới)', en: 'Sign in again (opens a new tab)' },
  builder: { vi: 'Chưa có bảng kê? Lập bảng kê', en: 'No manifest yet? Build one' },
  plain: {
    vi: 'Trình duyệt không chạy kịch bản (JavaScript). Vẫn có thể nộp một tệp ZIP:',
    en: 'Scripts do not run in this browser. A ZIP can be handed in all the same:',
  },
  plainLink: { vi: 'Nộp tệp ZIP bằng biểu mẫu đơn giản', en: 'Hand in a ZIP with a plain form' },
  plainTitle: { vi: 'Nộp tệp ZIP', en: 'Hand in a ZIP' },
  plainLead: {
    vi: 'Chọn tệp ZIP rồi bấm Gửi. Gửi xong, trang không thay đổi; khi trình duyệt ngừng quay, bấm Xem kết quả. Biểu mẫu có hiệu lực trong {minutes} phút.',
    en: 'Choose the ZIP and press Send. The page does not change; once the browser is done, press See the result. The form is valid for {minutes} minutes.',
  },
  plainFile: { vi: 'Tệp ZIP', en: 'ZIP file' },
  plainSend: { vi: 'Gửi', en: 'Send' },
  plainNext: { vi: 'Xem kết quả', en: 'See the result' },
} as const satisfies Record<string, Localized>

/** Words of the page that waits, and of a refusal. */
export const WAITING_WORDS = {
  waiting: { vi: 'Đang đánh giá bộ hồ sơ', en: 'Judging the dossier' },
  waitingText: {
    vi: 'Bộ hồ sơ nộp lúc {time} đang được đọc và đánh giá, thường trong vài giây. Trang này tự chuyển khi có kết quả; có thể đóng trang và xem lại sau.',
    en: 'The dossier handed in at {time} is being read and judged, usually within seconds. This page goes on by itself; you may also close it and come back later.',
  },
  waitingLong: {
    vi: 'Nếu sau vài phút vẫn chưa có kết quả, có thể tệp chưa được gửi hết; đề nghị nộp lại.',
    en: 'If there is no result within a few minutes, the file may not have been sent completely; hand it in again.',
  },
  refused: { vi: 'Không tiếp nhận được bộ hồ sơ', en: 'The dossier cannot be taken in' },
  refusedText: {
    vi: 'Đây là lỗi kỹ thuật của tệp, không phải kết quả đánh giá. Kết quả trước đó (nếu có) giữ nguyên.',
    en: 'This is a technical fault of the file, not a judgement. An earlier result, if any, stands.',
  },
  remedy: { vi: 'Việc cần làm', en: 'What to do' },
  problems: { vi: 'Các chỗ cần sửa', en: 'Places to mend' },
  again: { vi: 'Nộp lại', en: 'Hand in again' },
  home: { vi: 'Về trang của cơ quan', en: "To the agency's page" },
  mend: { vi: 'Sửa bảng kê', en: 'Mend the manifest' },
} as const satisfies Record<string, Localized>
