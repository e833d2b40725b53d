import { dayInVietnam } from '../../core/days.ts'
import type { Language, Localized } from '../../core/errors.ts'
import { showDate } from '../../render/values.ts'
import type { PageTools } from '../tools.ts'

/** Words of an agency's first page. */
export const HOME_WORDS = {
  nothing: { vi: 'Cơ quan {code}', en: 'Agency {code}' },
  nothingText: {
    vi: 'Cơ quan chưa có bộ hồ sơ nào được đánh giá. Nếu đã có bộ hồ sơ, đề nghị nộp; nếu chưa có bảng kê, đề nghị lập bảng kê trước.',
    en: 'No dossier of your agency has been judged yet. If you have one, submit it; if there is no manifest yet, build it first.',
  },
  lastRefused: {
    vi: 'Bộ hồ sơ nộp gần nhất (lúc {time}) không tiếp nhận được vì lý do kỹ thuật; kết quả trước đó (nếu có) giữ nguyên. Đề nghị sửa rồi nộp lại.',
    en: 'The dossier submitted last ({time}) could not be taken in for a technical reason; an earlier result, if any, stands. Correct it and submit it again.',
  },
  why: { vi: 'Xem lý do và cách sửa', en: 'See why, and how to correct it' },
  refused: { vi: 'Bộ hồ sơ không tiếp nhận được', en: 'Dossiers that could not be taken in' },
  refusedOn: { vi: 'Nộp lúc {time}: xem lý do và cách sửa', en: 'Submitted at {time}: see why, and how to correct it' },
  moreRefused: { vi: 'Hiển thị {shown} lần gần nhất trong {total} lần.', en: 'The last {shown} of {total} are shown.' },
  upload: { vi: 'Nộp hồ sơ', en: 'Submit a dossier' },
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
  compare: { vi: 'So với lần trước', en: 'Compare with the one before' },
  links: { vi: 'Xem', en: 'Links' },
} as const satisfies Record<string, Localized>

/** Words of the pages by which a dossier is handed in. */
export const UPLOAD_PAGE_WORDS = {
  title: { vi: 'Nộp hồ sơ', en: 'Submit a dossier' },
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
  send: { vi: 'Nộp hồ sơ', en: 'Submit the dossier' },
  cancel: { vi: 'Hủy gửi', en: 'Cancel' },
  progress: { vi: 'Tiến độ', en: 'Progress' },
  signIn: { vi: 'Đăng nhập lại (mở thẻ mới)', en: 'Sign in again (opens a new tab)' },
  builder: { vi: 'Chưa có bảng kê? Lập bảng kê', en: 'No manifest yet? Build one' },
  plain: {
    vi: 'Trình duyệt không chạy kịch bản (JavaScript). Vẫn có thể nộp một tệp ZIP:',
    en: 'Scripts do not run in this browser. A ZIP can be submitted all the same:',
  },
  plainLink: { vi: 'Nộp tệp ZIP bằng biểu mẫu đơn giản', en: 'Submit a ZIP with a plain form' },
  plainTitle: { vi: 'Nộp tệp ZIP', en: 'Submit a ZIP' },
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
    en: 'The dossier submitted at {time} is being read and judged, usually within seconds. This page goes on by itself; you may also close it and come back later.',
  },
  waitingLong: {
    vi: 'Nếu sau vài phút vẫn chưa có kết quả, có thể tệp chưa được gửi hết; đề nghị nộp lại.',
    en: 'If there is no result within a few minutes, the file may not have been sent completely; submit it again.',
  },
  refused: { vi: 'Không tiếp nhận được bộ hồ sơ', en: 'The dossier cannot be taken in' },
  refusedText: {
    vi: 'Đây là lỗi kỹ thuật của tệp, không phải kết quả đánh giá. Kết quả trước đó (nếu có) giữ nguyên.',
    en: 'This is a technical fault of the file, not a judgement. An earlier result, if any, stands.',
  },
  remedy: { vi: 'Việc cần làm', en: 'What to do' },
  problems: { vi: 'Các chỗ cần sửa', en: 'What to correct' },
  again: { vi: 'Nộp lại', en: 'Submit again' },
  home: { vi: 'Về trang của cơ quan', en: "To the agency's page" },
  mend: { vi: 'Sửa bảng kê', en: 'Correct the manifest' },
} as const satisfies Record<string, Localized>

/** Words of the page on which a manifest is built. */
export const BUILDER_PAGE_WORDS = {
  title: { vi: 'Lập bảng kê hồ sơ', en: 'Build the manifest' },
  lead: {
    vi: 'Chọn các tài liệu của hồ sơ, xem lại nội dung đã điền, điền phần còn thiếu rồi nộp. Phần chưa khai được coi là chưa có bằng chứng; nếu cơ quan không có nội dung đó, chọn Không có. Bản nháp tự lưu trên máy này và tại dịch vụ, chỉ cơ quan mình xem được.',
    en: 'Choose the papers of the dossier, look over what was filled in, fill in the rest and submit it. A section of which nothing is stated counts as without evidence; where your agency has no such thing, choose There is none. The draft is kept on this device and with the service, for your agency alone.',
  },
  many: {
    vi: 'Cơ quan có trên 30 quy trình thì chỉ cần kèm tệp của 20 quy trình được chọn theo cách tính cố định; bấm Kiểm tra bảng kê để biết đó là các quy trình nào trước khi gửi hồ sơ.',
    en: 'Where there are more than 30 processes, the files of a fixed sample of 20 are enough; Check the manifest tells which, before you submit anything.',
  },
  samples: {
    vi: 'Trong {total} quy trình, cần kèm tệp của {sample} quy trình sau: {codes}.',
    en: 'Of {total} processes, the files of these {sample} are asked for: {codes}.',
  },
  noScript: {
    vi: 'Biểu mẫu này cần kịch bản (JavaScript). Không có kịch bản thì tải mẫu ho-so.xlsx về và điền bằng Excel.',
    en: 'This form needs scripts. Without them, download the workbook ho-so.xlsx and fill it in with Excel.',
  },
  empty: { vi: 'Tải mẫu Excel (ho-so.xlsx)', en: 'Download the Excel form (ho-so.xlsx)' },
  open: { vi: 'Mở bảng kê đã có (manifest.json, ho-so.xlsx)', en: 'Open a manifest (manifest.json, ho-so.xlsx)' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  redo: { vi: 'Làm lại', en: 'Redo' },
  close: { vi: 'Đóng ghi chú', en: 'Close the notes' },
  next: { vi: 'Đến chỗ cần sửa', en: 'To what is to be put right' },
  start: { vi: '1. Bắt đầu từ tài liệu', en: '1. Begin with the papers' },
  startText: {
    vi: 'Chọn hoặc thả các tài liệu (PDF, Word, Excel, bản quét): phần mềm đọc và điền vào bảng kê, ghi rõ từng giá trị lấy từ tài liệu nào, trang nào. Mỗi tài liệu chỉ phải gửi một lần. Không đưa tài liệu có dấu chỉ độ mật.',
    en: 'Choose or drop the papers (PDF, Word, Excel, scans): they are read and the manifest is filled in, each value with the paper and page it comes from. Each paper is sent once. Leave out anything stamped as a state secret.',
  },
  papers: { vi: 'Các tài liệu', en: 'Papers' },
  folder: { vi: 'Cả thư mục', en: 'A whole folder' },
  drop: { vi: 'Hoặc kéo và thả vào khung này.', en: 'Or drag and drop them into this frame.' },
  progress: { vi: 'Tiến độ', en: 'Progress' },
  read: { vi: 'Đọc lại và điền chỗ trống', en: 'Read again and fill in blanks' },
  last: { vi: 'Bắt đầu từ hồ sơ nộp gần nhất', en: 'Begin with the dossier submitted last' },
  stop: { vi: 'Dừng', en: 'Stop' },
  history: { vi: 'Ai đã sửa, khi nào', en: 'Who changed what, and when' },
  send: { vi: 'Nộp hồ sơ', en: 'Submit the dossier' },
  sections: { vi: '2. Các phần của bảng kê', en: '2. Sections of the manifest' },
  finish: { vi: '3. Kiểm tra và nộp', en: '3. Check and submit' },
  check: { vi: 'Kiểm tra bảng kê', en: 'Check the manifest' },
  json: { vi: 'Tải manifest.json', en: 'Download manifest.json' },
  xlsx: { vi: 'Tải ho-so.xlsx', en: 'Download ho-so.xlsx' },
  files: { vi: 'Các tệp của hồ sơ (để tạo ZIP)', en: 'The files of the dossier (for the ZIP)' },
  zip: { vi: 'Tạo và tải ZIP', en: 'Make and download the ZIP' },
  clear: { vi: 'Xóa bản nháp', en: 'Delete the draft' },
  upload: { vi: 'Nộp bằng tệp ZIP, thư mục', en: 'Submit a ZIP or a folder' },
} as const satisfies Record<string, Localized>

/** What is said of a draft that the service keeps. */
export const DRAFT_WORDS = {
  notUnderstood: { vi: 'Yêu cầu chưa đúng dạng', en: 'The request is not as it must be' },
  notUnderstoodText: {
    vi: 'Trang đang mở có thể thuộc phiên bản trước. Bản nháp vẫn còn trên máy này; đề nghị tải lại trang.',
    en: 'The page may be of an earlier release. The draft is still on this device; load the page anew.',
  },
  noRoom: { vi: 'Hết chỗ cho tài liệu chưa nộp', en: 'No room for papers that are not submitted' },
  noRoomText: {
    vi: 'Tài liệu và bảng kê chưa nộp của cơ quan đã gần {most} MB, bằng mức tối đa. Đề nghị nộp hồ sơ, hoặc xóa bản nháp rồi chọn lại các tài liệu cần dùng.',
    en: 'Papers and forms that your agency has not submitted are near {most} MB, the most that is kept. Submit the dossier, or delete the draft and choose again the papers you need.',
  },
  back: { vi: '← Lập bảng kê', en: '← The manifest' },
  history: { vi: 'Các lần lưu bảng kê', en: 'How the manifest was changed' },
  historyLead: {
    vi: 'Bảng kê đang lập do cơ quan cùng sửa; mỗi lần lưu ghi người sửa, thời điểm và các phần đã sửa.',
    en: 'All of your agency work on the manifest; each time it is saved it is told who changed what, and when.',
  },
  noHistory: { vi: 'Chưa có bảng kê nào được lưu.', en: 'No manifest was saved yet.' },
  onlyPapers: { vi: 'tài liệu kèm theo', en: 'the papers' },
  papersThen: { vi: '{n} tài liệu', en: '{n} papers' },
  noBundle: { vi: 'Không còn bộ hồ sơ này', en: 'The dossier is not here any more' },
  noBundleText: {
    vi: 'Tệp hồ sơ của kết quả này đã hết thời hạn lưu giữ, đã bị xóa, hoặc không còn đúng tệp đã đánh giá. Kết quả vẫn giữ nguyên.',
    en: 'The dossier of this result was kept as long as it is to be, was erased, or is not the one that was judged. The result stands.',
  },
} as const satisfies Record<string, Localized>

const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })

/** To the second, where two of one minute are told apart. */
export const TO_THE_SECOND = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Asia/Ho_Chi_Minh' })

/** When something was handed in, as a person in Vietnam reads it: `09:00 ngày 15/11/2026`, `09:00, 15 November 2026`. */
export function instantText(instant: string, lang: Language, format = TIME): string {
  const time = format.format(new Date(instant))
  const day = showDate(dayInVietnam(new Date(instant).toISOString()), lang)
  return lang === 'vi' ? `${time} ngày ${day}` : `${time}, ${day}`
}

/** Today in Vietnam, `YYYY-MM-DD`. */
export function dayOf({ clock }: Pick<PageTools, 'clock'>): string {
  return dayInVietnam(clock().toISOString())
}

/** Texts of `src/http/agency/builder.tsx`. */
export const BUILDER_TEXTS = {
  manifestCannotUsedYet: { vi: 'Bảng kê chưa dùng được', en: 'The manifest cannot be used yet' },
} as const
