import type { Localized } from '../../core/errors.ts'

/** What the page says while files are chosen, checked and sent. */
export const UPLOAD_WORDS = {
  chosen: { vi: 'Đã chọn {n} tệp, {size}.', en: '{n} files chosen, {size}.' },
  litter: {
    vi: 'Đã bỏ qua {n} tệp do máy tính tự tạo (Thumbs.db, .DS_Store…).',
    en: '{n} files that computers add by themselves (Thumbs.db, .DS_Store…) were left out.',
  },
  checking: { vi: 'Đang kiểm tra bộ hồ sơ…', en: 'Checking the dossier…' },
  ready: {
    vi: 'Bảng kê {manifest} đọc được. Có thể nộp hồ sơ.',
    en: 'The manifest {manifest} can be read. The dossier can be submitted.',
  },
  readyUnseen: {
    vi: 'Có thể nộp hồ sơ; bảng kê sẽ được kiểm tra sau khi nộp.',
    en: 'The dossier can be submitted; its manifest will be checked after that.',
  },
  packing: { vi: 'Đang nén thành một tệp ZIP: {percent}%', en: 'Packing into one ZIP: {percent}%' },
  sending: { vi: 'Đang gửi: {percent}% của {size}', en: 'Sending: {percent}% of {size}' },
  waitingForLine: {
    vi: 'Mất kết nối. Hồ sơ vẫn còn trên máy này; việc gửi tự tiếp tục khi có mạng. Đề nghị không đóng trang.',
    en: 'The connection is lost. The dossier is still on this device; sending goes on by itself when the network is back. Keep this page open.',
  },
  gaveUp: {
    vi: 'Đã thử gửi nhiều lần mà chưa được. Hồ sơ vẫn còn trên máy này; đề nghị kiểm tra kết nối mạng rồi bấm Nộp hồ sơ để gửi lại.',
    en: 'Sending was tried many times without success. The dossier is still on this device; check the network, then press Submit the dossier again.',
  },
  signedOut: {
    vi: 'Phiên đăng nhập đã hết hạn. Các tệp đã chọn vẫn còn. Đề nghị đăng nhập lại ở thẻ mới, rồi quay lại trang này và bấm Nộp hồ sơ.',
    en: 'Your session has run out. The files you chose are still here. Sign in again in the new tab, then come back to this page and press Submit the dossier.',
  },
  otherAgency: {
    vi: 'Trình duyệt đang đăng nhập bằng cơ quan khác ({code}); trang này mở cho cơ quan trước đó nên không gửi. Đề nghị tải lại trang rồi chọn lại tệp, hoặc đăng nhập lại đúng cơ quan.',
    en: 'The browser is now signed in as another agency ({code}), so nothing is sent from this page. Load the page anew and choose the files again, or sign in as the right agency.',
  },
  notTaken: {
    vi: 'Nơi lưu trữ không nhận tệp: {reason} Đề nghị nộp lại; nếu vẫn không được, báo cho quản trị hệ thống.',
    en: 'The store did not take the file: {reason} Send it again; if it fails again, tell the administrator.',
  },
  failed: {
    vi: 'Phần mềm trên trang gặp lỗi ({reason}); không phải lỗi của hồ sơ. Đề nghị tải lại trang rồi nộp lại.',
    en: 'The script of this page failed ({reason}); the dossier is not at fault. Load the page anew and try again.',
  },
  sent: { vi: 'Đã gửi xong. Đang chuyển đến trang kết quả…', en: 'Sent. Going on to the result…' },
  cancelled: {
    vi: 'Đã hủy việc gửi. Các tệp đã chọn vẫn còn.',
    en: 'Sending was cancelled. The files you chose are still here.',
  },
} as const satisfies Record<string, Localized>

/** Why what was chosen cannot be sent: what was found, what is expected, what to do. */
export const FAULT_WORDS = {
  nothing: {
    vi: 'Chưa có tệp nào được chọn, hoặc thư mục trống. Đề nghị chọn tệp ZIP, thư mục hoặc các tệp của bộ hồ sơ.',
    en: 'No file was chosen, or the folder is empty. Choose the ZIP, the folder or the files of the dossier.',
  },
  rar: {
    vi: 'Tệp {name} là tệp nén {kind}, phần mềm không đọc được. Đề nghị giải nén rồi chọn cả thư mục tại đây, hoặc nén lại thành ZIP.',
    en: '{name} is a {kind} archive, which cannot be read. Unpack it and choose the folder here, or pack it as a ZIP.',
  },
  notZip: {
    vi: 'Tệp {name} có tên ZIP nhưng nội dung không phải ZIP. Đề nghị nén lại thư mục hồ sơ (nút phải chuột, Nén thành tệp ZIP) rồi chọn lại.',
    en: '{name} is named ZIP but is none. Pack the folder again (right click, Compress to ZIP file) and choose it anew.',
  },
  draftWithZip: {
    vi: 'Bảng kê đang lập trên máy này không đưa vào tệp nén {name} được. Đề nghị chọn thư mục hoặc các tệp rời, hoặc bỏ đánh dấu kèm bảng kê.',
    en: 'The manifest you are building cannot be put into the archive {name}. Choose the folder or single files, or untick the manifest.',
  },
  draftAndManifest: {
    vi: 'Các tệp đã chọn có sẵn bảng kê {names}. Đề nghị bỏ đánh dấu kèm bảng kê đang lập, hoặc chọn lại các tệp không có bảng kê đó.',
    en: 'The files you chose hold a manifest already: {names}. Untick the manifest you are building, or choose the files without theirs.',
  },
  emptyZip: {
    vi: 'Tệp ZIP {name} không có tệp nào bên trong. Đề nghị nén lại cả thư mục hồ sơ rồi chọn lại.',
    en: 'There is nothing inside the ZIP {name}. Pack the whole folder of the dossier and choose it anew.',
  },
  tooLarge: {
    vi: 'Bộ hồ sơ có dung lượng {size}, lớn hơn mức nhận tối đa {most}. Các tệp lớn nhất: {largest}. Đề nghị quét lại tài liệu ở độ phân giải thấp hơn (200 dpi là đủ).',
    en: 'The dossier has {size}, more than the {most} that can be taken. The largest files: {largest}. Scan them at a lower resolution (200 dpi is enough).',
  },
  tooMany: {
    vi: 'Đã chọn {n} tệp, nhiều hơn mức nhận tối đa {most}. Đề nghị chỉ chọn các tệp mà bảng kê nêu tên.',
    en: '{n} files were chosen, more than the {most} that can be taken. Choose only those that the manifest names.',
  },
  noManifest: {
    vi: 'Chưa có bảng kê: cần tệp manifest.json hoặc ho-so.xlsx đặt ngay trong thư mục hồ sơ. Đề nghị thêm tệp này, hoặc lập bảng kê tại mục Lập bảng kê.',
    en: 'There is no manifest: manifest.json or ho-so.xlsx must lie at the top of the dossier. Add it, or build one under Build the manifest.',
  },
  twoManifests: {
    vi: 'Có nhiều bảng kê: {names}. Đề nghị chỉ giữ một bảng kê.',
    en: 'There is more than one manifest: {names}. Keep only one.',
  },
  notJson: {
    vi: 'Bảng kê {name} không phải JSON đọc được. Đề nghị mở bảng kê tại mục Lập bảng kê để sửa, hoặc dùng ho-so.xlsx.',
    en: 'The manifest {name} is not readable JSON. Open it under Build the manifest to correct it, or use ho-so.xlsx.',
  },
  wrongFormat: {
    vi: "Bảng kê {name} không ghi format là 'qms-bundle/1'. Đề nghị kiểm tra xem đây có đúng là bảng kê hồ sơ không.",
    en: "The manifest {name} does not say format 'qms-bundle/1'. Check that it is the manifest of a dossier.",
  },
  unreadable: {
    vi: 'Không đọc được tệp {name} trên máy này; có thể tệp đang được mở hoặc đã bị chuyển đi. Đề nghị đóng tệp rồi chọn lại.',
    en: '{name} cannot be read on this device; it may be open elsewhere or moved. Close it and choose it anew.',
  },
} as const satisfies Record<string, Localized>
