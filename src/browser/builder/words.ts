import type { Localized } from '../../core/errors.ts'

/** What the builder says. */
export const BUILDER_WORDS = {
  state: { vi: 'Tình trạng khai báo', en: 'What is stated' },
  some: { vi: 'Có', en: 'There is' },
  none: { vi: 'Không có (khẳng định)', en: 'There is none (stated)' },
  unsaid: { vi: 'Chưa khai', en: 'Nothing stated yet' },
  unsaidRules: {
    vi: 'Chưa khai: {n} nội dung đánh giá sẽ thiếu bằng chứng',
    en: 'Nothing stated yet: {n} points will lack evidence',
  },
  unsaidEssential: {
    vi: 'Chưa khai: {n} nội dung đánh giá sẽ thiếu bằng chứng, trong đó {essential} nội dung cốt yếu',
    en: 'Nothing stated yet: {n} points will lack evidence, {essential} of them essential',
  },
  rulesHere: { vi: 'Là căn cứ của {n} nội dung đánh giá', en: '{n} points are judged by this section' },
  essential: { vi: 'cốt yếu', en: 'essential' },
  complete: { vi: 'Đủ mục bắt buộc', en: 'All that is required is there' },
  lacking: { vi: 'Còn thiếu: {fields}', en: 'Still missing: {fields}' },
  open: { vi: '{n} mục chưa ghi', en: '{n} fields left open' },
  rows: { vi: '{n} dòng', en: '{n} rows' },
  row: { vi: 'Dòng {n}', en: 'Row {n}' },
  add: { vi: 'Thêm dòng: {title}', en: 'Add a row: {title}' },
  putAwayRows: {
    vi: 'Phần “{title}” đã khai {n} dòng. Cất các dòng này đi? Nội dung không mất: chọn lại “Có” thì các dòng trở lại.',
    en: '{n} rows are filled in under “{title}”. Put them away? Nothing is lost: choose “There is” again and they are back.',
  },
  putAwayFields: {
    vi: 'Phần “{title}” đã có nội dung. Cất nội dung này đi? Nội dung không mất: chọn lại “Có” thì nội dung trở lại.',
    en: 'Something is filled in under “{title}”. Put it away? Nothing is lost: choose “There is” again and it is back.',
  },
  heldByInner: {
    vi: 'Phần này vẫn tính là có khai, vì phần “{inner}” thuộc phần này còn nội dung.',
    en: 'This section still counts as stated, for “{inner}”, which belongs to it, is filled in.',
  },
  undone: { vi: 'Đã hoàn tác thay đổi gần nhất.', en: 'The last change was taken back.' },
  redone: { vi: 'Đã làm lại thay đổi vừa hoàn tác.', en: 'The change was made again.' },
  otherTab: {
    vi: 'Đã cập nhật theo thay đổi ở thẻ khác của trình duyệt.',
    en: 'Brought up to what was changed in another tab.',
  },
  /** Between whole and parts of a number. */
  decimal: { vi: ',', en: '.' },
  dateForm: { vi: 'ngày/tháng/năm', en: 'dd/mm/yyyy' },
  remove: { vi: 'Xóa dòng này', en: 'Remove this row' },
  paste: { vi: 'Dán từ Excel', en: 'Paste from Excel' },
  pasteHint: {
    vi: 'Chép các dòng trong Excel (nên có dòng tiêu đề), dán vào ô này rồi bấm Thêm các dòng. Không có dòng tiêu đề thì theo thứ tự: {columns}.',
    en: 'Copy the rows in Excel (best with the heading row), paste them here, then press Add the rows. Without headings the order is: {columns}.',
  },
  pasteAdd: { vi: 'Thêm các dòng', en: 'Add the rows' },
  pasted: { vi: 'Đã thêm {n} dòng.', en: '{n} rows were added.' },
  columnsUnknown: {
    vi: 'Chưa thêm: {n} cột chưa rõ là nội dung nào. Chọn nội dung cho từng cột (hoặc để “Không dùng”) rồi bấm lại Thêm các dòng.',
    en: 'Nothing was added yet: it is not known what {n} columns say. Choose for each, or leave it unused, then press Add the rows again.',
  },
  columnMeans: { vi: 'Cột “{name}” là', en: 'Column “{name}” says' },
  columnAt: { vi: 'thứ {n}', en: 'no. {n}' },
  columnUnused: { vi: 'Không dùng', en: 'Unused' },
  columnSample: { vi: 'Ví dụ trong cột: {sample}', en: 'In it, for example: {sample}' },
  titlesLeftOut: {
    vi: 'Không thêm các dòng tiêu đề, dòng cộng: {titles}.',
    en: 'Titles and totals were not added: {titles}.',
  },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  noneWord: { vi: 'Không có', en: 'None' },
  choose: { vi: '(chưa chọn)', en: '(not chosen)' },
  required: { vi: 'bắt buộc', en: 'required' },
  lines: { vi: 'Mỗi mục một dòng', en: 'One entry a line' },
  kept: { vi: 'Bản nháp đã lưu trên máy này.', en: 'The draft is kept on this device.' },
  notKept: {
    vi: 'Trình duyệt không lưu được bản nháp (hết chỗ hoặc bị chặn). Đề nghị tải manifest.json về để giữ nội dung.',
    en: 'The browser cannot keep the draft (no room, or forbidden). Download manifest.json to keep what you wrote.',
  },
  found: { vi: 'Đã mở bản nháp lưu trên máy này.', en: 'The draft kept on this device was opened.' },
  opened: { vi: 'Đã mở tệp {name}.', en: '{name} was opened.' },
  linkedEmpty: {
    vi: 'Bảng kê trên trang này chưa có gì. Để sửa hồ sơ đã đánh giá, bấm Bắt đầu từ hồ sơ nộp gần nhất.',
    en: 'Nothing stands on this page yet. To change the dossier that was judged, begin from the last dossier.',
  },
  workbookTaken: {
    vi: 'Đã nhận {n} thay đổi từ tệp {name}; bấm Hoàn tác nếu không muốn.',
    en: '{n} changes were taken in from {name}; undo takes them back.',
  },
  workbookSame: {
    vi: 'Tệp {name} không có thay đổi nào so với bảng kê trên trang này.',
    en: '{name} says nothing else than this page.',
  },
  workbookChanged: { vi: 'Đã đổi: {places}', en: 'Changed: {places}' },
  workbookBoth: {
    vi: 'Cả tệp Excel và trang này cùng sửa, đã giữ nội dung trên trang này: {places}',
    en: 'Changed both in the workbook and here; what stands here was kept: {places}',
  },
  replaceSure: {
    vi: 'Bảng kê trên trang này đã có nội dung. Thay toàn bộ bằng {name}? Bấm Hoàn tác để lấy lại.',
    en: 'Something is filled in on this page. Put {name} in its place? Undo brings it back.',
  },
  lastDossier: { vi: 'hồ sơ nộp gần nhất', en: 'the dossier submitted last' },
  notOpened: {
    vi: 'Tệp {name} không phải bảng kê đọc được. Đề nghị chọn manifest.json hoặc ho-so.xlsx.',
    en: '{name} is not a readable manifest. Choose manifest.json or ho-so.xlsx.',
  },
  cleared: {
    vi: 'Đã xóa bản nháp trên máy này và tại dịch vụ. Bấm Hoàn tác để lấy lại khi trang còn mở.',
    en: 'The draft was deleted here and from the service. Undo brings it back while this page is open.',
  },
  clearSure: {
    vi: 'Xóa bản nháp và các tài liệu chưa nộp của cơ quan, trên máy này và tại dịch vụ? Bảng kê chỉ lấy lại được bằng Hoàn tác khi trang còn mở; tài liệu phải chọn lại.',
    en: 'Delete the draft and all papers of your agency that are not submitted, here and from the service? Only Undo brings the form back, while this page is open; papers are to be chosen again.',
  },
  wrong: {
    vi: 'Có {n} chỗ cần sửa; đã mở chỗ đầu tiên.',
    en: '{n} places are to be put right; the first is open.',
  },
  wrongHere: { vi: '{n} chỗ cần sửa', en: '{n} to be put right' },
  written: { vi: 'Đang ghi: {found}.', en: 'It says: {found}.' },
  otherContent: { vi: 'Nội dung ngoài biểu mẫu', en: 'Outside the form' },
  right: {
    vi: 'Bảng kê đúng dạng; có thể tải về hoặc nộp.',
    en: 'The manifest is of the right form; download it or submit it.',
  },
  filesLacking: {
    vi: 'Bảng kê nêu tên các tệp chưa được chọn: {names}. Vẫn tạo ZIP; các tệp này sẽ bị coi là thiếu.',
    en: 'The manifest names files that were not chosen: {names}. The ZIP is made all the same; they will count as missing.',
  },
  zipped: {
    vi: 'Đã tạo ho-so.zip ({size}). Có thể nộp tệp này tại trang Nộp hồ sơ.',
    en: 'ho-so.zip ({size}) was made. It can be submitted on the upload page.',
  },
  papersOffered: { vi: 'Tài liệu đã chọn', en: 'Papers at hand' },
  paperUse: { vi: 'Dùng {name}', en: 'Use {name}' },
  paperNear: { vi: 'Không có tệp này trong tài liệu đã chọn. Có phải:', en: 'No paper at hand has this name. Is it:' },
  paperNearIs: {
    vi: 'Không có tệp này trong tài liệu đã chọn. Có phải “{name}”? Bấm để sửa.',
    en: 'No paper at hand has this name. Is it “{name}”? Press to correct it.',
  },
  paperLacking: {
    vi: 'Không có tệp này trong tài liệu đã chọn; thả tệp vào ô này, hoặc chọn tệp khác.',
    en: 'No paper at hand has this name; drop the file on this box, or choose another.',
  },
  paperRemove: { vi: 'Bỏ', en: 'Take out' },
  papersAtHand: { vi: '{n} tài liệu, {size}', en: '{n} papers, {size}' },
  papersSending: {
    vi: 'Đã có {done}/{total} tài liệu. Đang gửi {name}',
    en: '{done} of {total} papers are there. Sending {name}',
  },
  papersTaken: {
    vi: 'Đã nhận {n} tài liệu (gửi {size}).',
    en: '{n} papers are there ({size} sent).',
  },
  papersStamped: {
    vi: 'Có dấu chỉ độ mật, không nhận và không lưu (đề nghị xử lý theo quy định về bảo vệ bí mật nhà nước): {names}.',
    en: 'Stamped as a state secret, not taken and not kept (handle as the law on state secrets requires): {names}.',
  },
  papersArchives: {
    vi: 'Tệp nén không nhận ở đây; đề nghị giải nén rồi chọn các tệp bên trong, hoặc nộp tại mục Nộp bằng tệp ZIP: {names}.',
    en: 'Archives are not taken here; unpack them and choose what is inside, or go to Submit a ZIP: {names}.',
  },
  papersUnreadable: {
    vi: 'Không đọc được trên máy này (đang mở, đã đổi tên hoặc chuyển đi); đề nghị đóng tệp rồi chọn lại: {names}.',
    en: 'Not readable on this device (open elsewhere, renamed or moved); close them and choose them again: {names}.',
  },
  papersReplaced: {
    vi: 'Đã thay tài liệu cùng tên bằng tệp vừa chọn; bấm Hoàn tác để lấy lại: {names}.',
    en: 'Papers of the same name gave way to those chosen now; Undo brings them back: {names}.',
  },
  papersTwice: {
    vi: 'Cùng nội dung với tài liệu đã chọn dưới tên khác, bỏ bớt nếu thừa: {names}.',
    en: 'The same as papers at hand under another name; take out what is not needed: {names}.',
  },
  papersEmpty: { vi: 'Tệp rỗng, không nhận: {names}.', en: 'Empty files were not taken: {names}.' },
  papersLeftOut: { vi: 'Không lấy lại được: {names}.', en: 'These could not be taken: {names}.' },
  papersReading: { vi: 'Đang đọc tài liệu: {done}/{total}', en: 'Reading the papers: {done} of {total}' },
  papersScans: {
    vi: 'Đang nhận dạng bản quét: {done}/{total} trang',
    en: 'Recognising scans: {done} of {total} pages',
  },
  papersGone: {
    vi: 'Không còn các tài liệu sau (quá thời hạn lưu); đề nghị chọn lại: {names}.',
    en: 'These papers are not kept any more; choose them again: {names}.',
  },
  readDone: {
    vi: 'Đã điền {n} giá trị từ {files} tài liệu; {open} giá trị cần xác nhận. Chỗ để trống là chưa đọc được.',
    en: '{n} values were filled in from {files} papers; {open} are to be confirmed. What was not read is blank.',
  },
  readDoubts: {
    vi: 'Đọc được nhiều giá trị khác nhau, để trống, ở: {names}.',
    en: 'Different values were read and left blank, in: {names}.',
  },
  readUnclassified: {
    vi: 'Chưa rõ là tài liệu gì ({n}), đề nghị tự chọn ở mục tương ứng: {names}.',
    en: 'Not known what these are ({n}); choose them where they belong: {names}.',
  },
  readUnread: { vi: 'Không đọc được nội dung: {names}.', en: 'Not readable: {names}.' },
  fromLast: {
    vi: 'Đã lấy lại hồ sơ nộp gần nhất: bảng kê và {n} tài liệu. Chỉ cần gửi tài liệu mới hoặc đã sửa.',
    en: 'The dossier submitted last was taken up: its manifest and {n} papers. Only what is new has to be sent.',
  },
  noLast: {
    vi: 'Chưa có hồ sơ nào đã nộp còn lưu tại dịch vụ.',
    en: 'No dossier that was submitted is kept with the service.',
  },
  source: { vi: 'Nguồn: {place}', en: 'Read in {place}' },
  sourceOpen: { vi: 'Cần xác nhận. Nguồn: {place}', en: 'To be confirmed. Read in {place}' },
  confirm: { vi: 'Đúng', en: 'It is right' },
  confirmHere: { vi: '{n} giá trị cần xác nhận', en: '{n} values to confirm' },
  confirmAll: { vi: 'Đã xem, đúng cả {n} giá trị đã đọc', en: 'All {n} values that were read are right' },
  confirmNext: { vi: 'Cần xác nhận: {n}', en: 'To confirm: {n}' },
  page: { vi: 'trang {n}', en: 'page {n}' },
  saved: { vi: 'Đã lưu; người cùng cơ quan mở trang này sẽ thấy.', en: 'Saved; colleagues see it on this page.' },
  notSaved: {
    vi: 'Bản nháp đã lưu trên máy này nhưng dịch vụ không nhận: {reason}',
    en: 'The draft is kept on this device, but the service did not take it: {reason}',
  },
  unchecked: {
    vi: 'Bảng kê quá lớn để kiểm tra trước; sẽ được kiểm tra sau khi nộp.',
    en: 'The manifest is too large to be checked now; it is checked once it is submitted.',
  },
  savedHere: {
    vi: 'Bản nháp đã lưu trên máy này; chưa lưu được tại dịch vụ, sẽ thử lại ở lần sửa sau.',
    en: 'The draft is kept on this device; the service could not be reached, and is tried again with the next change.',
  },
  colleague: { vi: 'Đã cập nhật theo thay đổi của {by}.', en: 'Brought up to what {by} changed.' },
  colleagueBoth: {
    vi: 'Hai bên cùng sửa, giữ nội dung đang hiện ở: {places}.',
    en: 'Changed by both; what stands here was kept at: {places}.',
  },
  sendWithout: {
    vi: 'Chưa có tài liệu nào kèm theo. Vẫn nộp chỉ bảng kê?',
    en: 'There are no papers. Submit the manifest alone?',
  },
  sendLacking: {
    vi: '{n} tệp nêu trong bảng kê chưa có, sẽ bị coi là thiếu. Vẫn nộp?',
    en: '{n} files that the manifest names are not there and will count as missing. Submit it all the same?',
  },
  sending: { vi: 'Đang nộp hồ sơ…', en: 'Submitting the dossier…' },
  tooLarge: {
    vi: 'Bộ hồ sơ có {size}, lớn hơn mức nhận tối đa. Đề nghị quét lại các tệp lớn ở 200 dpi, hoặc bỏ tệp không cần.',
    en: 'The dossier has {size}, more than can be taken. Scan the large files at 200 dpi, or take out what is not needed.',
  },
  stopped: { vi: 'Đã dừng. Tài liệu đã gửi vẫn được giữ.', en: 'Stopped. Papers that were sent are kept.' },
  otherAgency: {
    vi: 'Trình duyệt đang đăng nhập bằng cơ quan khác ({code}). Đề nghị đăng nhập lại đúng cơ quan rồi tải lại trang.',
    en: 'The browser is signed in as another agency ({code}). Sign in as the right one and load the page anew.',
  },
  notTaken: {
    vi: 'Nơi lưu trữ không nhận tệp: {reason} Đề nghị chọn lại tệp; nếu vẫn không được, báo cho quản trị hệ thống.',
    en: 'The store did not take the file: {reason} Choose it again; if it fails again, tell the administrator.',
  },
  signIn: { vi: 'Đăng nhập lại (mở thẻ mới)', en: 'Sign in again (opens a new tab)' },
  signedOut: {
    vi: 'Phiên đăng nhập đã hết hạn. Bản nháp vẫn còn trên máy này; đề nghị đăng nhập lại ở thẻ mới rồi bấm lại.',
    en: 'Your session has run out. The draft is still on this device; sign in again in a new tab, then press again.',
  },
  lost: {
    vi: 'Không có kết nối. Bản nháp vẫn còn trên máy này; đề nghị thử lại khi có mạng.',
    en: 'There is no connection. The draft is still on this device; try again when there is.',
  },
  failed: {
    vi: 'Phần mềm trên trang gặp lỗi ({reason}). Bản nháp vẫn còn; đề nghị tải lại trang.',
    en: 'The script of this page failed ({reason}). The draft is still there; load the page anew.',
  },
} as const satisfies Record<string, Localized>
