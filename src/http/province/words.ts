import type { Localized } from '../../core/errors.ts'

/** Words of the authority's pages. */
export const DESK_WORDS = {
  title: { vi: 'Các cơ quan năm {year}', en: 'Agencies in {year}' },
  drawnUp: {
    vi: 'Rà soát sơ bộ tại ngày {asOf} theo bộ thông số “{profile}”.',
    en: 'Pre-screening as of {asOf} under the profile “{profile}”.',
  },
  none: { vi: 'Chưa có kết quả rà soát sơ bộ', en: 'No pre-screening yet' },
  noneText: {
    vi: 'Chưa có kết quả rà soát sơ bộ của {province}{year}. Đề nghị lập tại trang “Lập rà soát sơ bộ”, hoặc chạy lệnh qms-verdict prescreen với --data và --province {province}.',
    en: 'There is no pre-screening of {province}{year} yet. Draw one up on the page for it, or run qms-verdict prescreen with --data and --province {province}.',
  },
  ofYear: { vi: ' năm {year}', en: ' for {year}' },
  profile: { vi: 'Bộ thông số', en: 'Profile' },
  years: { vi: 'Năm', en: 'Year' },
  plan: { vi: 'Kế hoạch kiểm tra', en: 'Inspection plan' },
  report: { vi: 'Báo cáo năm', en: 'Yearly report' },
  reportFile: { vi: 'Tải báo cáo (XLSX)', en: 'Download the report (XLSX)' },
  letters: { vi: 'Văn bản gửi cơ quan', en: 'Letters to agencies' },
  drawUp: { vi: 'Lập rà soát sơ bộ', en: 'Draw up a pre-screening' },
  preview: { vi: 'Xem trước khi sửa quy tắc', en: 'Preview a rule change' },
  ways: { vi: 'Công việc của đơn vị chủ trì', en: 'What the authority does' },
  search: { vi: 'Tìm theo tên hoặc mã', en: 'Name or code' },
  block: { vi: 'Khối', en: 'Block' },
  status: { vi: 'Kết quả', en: 'Result' },
  change: { vi: 'So với năm trước', en: 'Against last year' },
  visit: { vi: 'Hình thức kiểm tra', en: 'Form of inspection' },
  sort: { vi: 'Sắp xếp', en: 'Sort by' },
  more: { vi: 'Lọc thêm và sắp xếp', en: 'More filters, and sorting' },
  any: { vi: 'Tất cả', en: 'All' },
  filter: { vi: 'Lọc', en: 'Filter' },
  clear: { vi: 'Bỏ lọc', en: 'Clear' },
  counts: { vi: 'Số cơ quan theo kết quả', en: 'Agencies by result' },
  shown: { vi: '{shown} trong {total} cơ quan', en: '{shown} of {total} agencies' },
  noBundle: { vi: 'Chưa gửi hồ sơ', en: 'No dossier' },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Cơ quan', en: 'Agency' },
  grade: { vi: 'Xếp loại', en: 'Grade' },
  score: { vi: 'Điểm', en: 'Score' },
  backed: { vi: 'Có tài liệu', en: 'Backed' },
  doubts: { vi: '{count} lưu ý', en: '{count} to note' },
  blocking: { vi: 'Cốt yếu chưa đạt', en: 'Essential points failing' },
  missing: { vi: 'Thiếu bằng chứng', en: 'Evidence missing' },
  until: { vi: 'Giữ đến', en: 'Stays through' },
  onSite: { vi: 'Tại trụ sở', en: 'On site' },
  dossier: { vi: 'Qua hồ sơ', en: 'By dossier' },
  notPlanned: { vi: 'Không có trong kế hoạch', en: 'Not in the plan' },
  agencies: { vi: 'Danh sách cơ quan', en: 'Agencies' },
  back: { vi: 'Về danh sách cơ quan', en: 'Back to the agencies' },
  byRegister: { vi: 'Theo danh sách', en: 'As registered' },
  byCode: { vi: 'Mã cơ quan', en: 'Code' },
  byName: { vi: 'Tên cơ quan', en: 'Name' },
  byScore: { vi: 'Điểm thấp trước', en: 'Lowest score first' },
  byUntil: { vi: 'Hết hạn trước', en: 'Lapsing first' },
  byMissing: { vi: 'Thiếu nhiều bằng chứng trước', en: 'Most evidence missing first' },
  byBlocking: { vi: 'Nhiều nội dung cốt yếu chưa đạt trước', en: 'Most essential failures first' },
} as const satisfies Record<string, Localized>

/** Words of the inspection plan's page. */
export const PLAN_WORDS = {
  title: { vi: 'Kế hoạch kiểm tra năm {year}', en: 'Inspection plan of {year}' },
  quota: {
    vi: 'Một phần ba của {obliged} cơ quan thuộc đối tượng phải áp dụng (khoản 2 Điều 33 Thông tư số 26/2014/TT-BKHCN): cần {required}, đang chọn {picked}.',
    en: 'One third of {obliged} obliged agencies (Circular 26/2014/TT-BKHCN, Article 33.2): {required} needed, {picked} picked.',
  },
  short: {
    vi: 'Còn thiếu {n} cơ quan. Thêm cơ quan ở phần “Kiểm tra qua hồ sơ”.',
    en: '{n} more are needed. Add agencies from the checks by dossier.',
  },
  onSite: { vi: 'Kiểm tra tại trụ sở ({n})', en: 'On-site inspections ({n})' },
  dossier: { vi: 'Kiểm tra qua hồ sơ, báo cáo ({n})', en: 'Checks by dossier and report ({n})' },
  month: { vi: 'Tháng', en: 'Month' },
  reasons: { vi: 'Lý do', en: 'Reasons' },
  noReason: { vi: 'không có lý do riêng', en: 'no reason of its own' },
  change: { vi: 'Thay đổi', en: 'Change' },
  what: { vi: 'Thay đổi cơ quan {code}', en: 'Change {code}' },
  add: { vi: 'Đưa vào kiểm tra tại trụ sở', en: 'Inspect on site' },
  drop: { vi: 'Chuyển sang kiểm tra qua hồ sơ', en: 'Check by dossier instead' },
  move: { vi: 'Đổi tháng', en: 'Move to another month' },
  undo: { vi: 'Bỏ thay đổi đã ghi, theo lại phần mềm', en: 'Take back what was written' },
  newMonth: { vi: 'Tháng (khi đổi tháng hoặc đưa vào)', en: 'Month (when moving or adding)' },
  reason: { vi: 'Lý do bằng lời (bắt buộc)', en: 'Written reason (required)' },
  by: { vi: 'Người quyết định (họ tên, chức vụ)', en: 'Who decides (name, title)' },
  save: { vi: 'Ghi thay đổi', en: 'Write the change' },
  written: { vi: 'Thay đổi đã ghi', en: 'Changes written' },
  none: { vi: 'Chưa có thay đổi nào.', en: 'No change was written yet.' },
  line: { vi: '{on}: {code} – {what}. Lý do: {reason} ({by})', en: '{on}: {code} – {what}. Reason: {reason} ({by})' },
  again: {
    vi: 'Lần rà soát sau của năm này (qms-verdict prescreen --data … --province …) giữ các thay đổi trên và chọn bổ sung cho đủ chỉ tiêu.',
    en: 'The next pre-screening of this year (qms-verdict prescreen --data … --province …) keeps these changes and picks others to fill the quota.',
  },
  workbook: { vi: 'Tải kế hoạch (XLSX)', en: 'Download the plan (XLSX)' },
  print: { vi: 'Bản để in', en: 'To print' },
  bad: { vi: 'Chưa ghi được thay đổi', en: 'The change was not written' },
  badText: {
    vi: 'Thiếu lý do, thiếu người quyết định, hoặc đổi tháng mà chưa chọn tháng; cơ quan phải có trong kế hoạch. Chưa có gì được ghi. Đề nghị quay lại và điền đủ.',
    en: 'The reason, who decides, or the month to move to is missing; the agency must be in the plan. Nothing was written. Go back and fill in all fields.',
  },
  full: {
    vi: 'Bên cạnh kế hoạch của năm này đã có số thay đổi tối đa, kể cả các thay đổi đã hủy. Chưa có gì được ghi. Đề nghị báo đơn vị quản trị hệ thống lập lại kế hoạch.',
    en: 'As many changes as are kept stand beside this year’s plan, those taken back included. Nothing was written. Ask the operator of the service to draw the plan up anew.',
  },
  back: { vi: 'Về kế hoạch', en: 'Back to the plan' },
} as const satisfies Record<string, Localized>

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

/** Words of an agency's history. */
export const HISTORY_WORDS = {
  foreign: { vi: 'Cơ quan ngoài địa bàn', en: 'An agency of another province' },
  foreignText: {
    vi: 'Mã “{code}” không thuộc {province}. Đề nghị chọn cơ quan từ danh sách.',
    en: 'The code “{code}” does not belong to {province}. Choose an agency from the list.',
  },
  back: { vi: '← Lịch sử của cơ quan', en: '← History of the agency' },
  nothing: {
    vi: 'Cơ quan chưa nộp bộ hồ sơ nào qua dịch vụ này.',
    en: 'The agency has handed in no dossier through this service.',
  },
  scores: { vi: 'Điểm qua các lần đánh giá', en: 'Scores over time' },
  scoresText: {
    vi: 'Điểm hiện tại qua {n} lần đánh giá: từ {first} ({firstOn}) đến {last} ({lastOn}).',
    en: 'The score over {n} judgements: from {first} ({firstOn}) to {last} ({lastOn}).',
  },
  verdicts: { vi: 'Các kết quả', en: 'Verdicts' },
  on: { vi: 'Ngày đánh giá', en: 'As of' },
  from: { vi: 'Nguồn', en: 'From' },
  upload: { vi: 'Hồ sơ nộp', en: 'Dossier handed in' },
  recheck: { vi: 'Đánh giá lại năm {year}', en: 'Re-check of {year}' },
} as const satisfies Record<string, Localized>

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

export const LETTERS_WORDS = {
  title: { vi: 'Dự thảo văn bản gửi cơ quan năm {year}', en: 'Draft letters to agencies of {year}' },
  lead: {
    vi: 'Mỗi cơ quan một dự thảo theo thể thức của Nghị định số 30/2020/NĐ-CP, lập từ chính kết quả rà soát. Số, ngày và họ tên người ký để trống cho người có thẩm quyền.',
    en: 'One draft per agency in the form of Decree 30/2020/NĐ-CP, made from the findings themselves. Number, day and name of who signs are left blank.',
  },
  draft: { vi: 'Tải dự thảo (DOCX)', en: 'Download the draft (DOCX)' },
  letter: { vi: 'Văn bản', en: 'Letter' },
  all: { vi: 'Tải tất cả dự thảo (ZIP)', en: 'Download all drafts (ZIP)' },
} as const satisfies Record<string, Localized>

export const NO_DRAFT = { vi: 'Không có dự thảo', en: 'No draft' }

/** The verdict that the letter would be written from was not published. */
export const LETTER_UNPUBLISHED: Localized = {
  vi: 'Kết quả của cơ quan này chưa được đưa lên dịch vụ cùng đợt rà soát. Đề nghị chạy lại qms-verdict prescreen với --data và --province.',
  en: 'The verdict of this agency was not published with the pre-screening. Run qms-verdict prescreen again with --data and --province.',
}

/** Words of what the authority keeps of one agency. */
export const KEPT_WORDS = {
  title: { vi: 'Thông tin của cơ quan kiểm tra về {code}', en: 'What the authority keeps of {code}' },
  history: { vi: 'Lịch sử của cơ quan', en: 'History of the agency' },
  link: { vi: 'Bản ghi và danh mục của cơ quan kiểm tra', en: "The authority's record and list" },
  lead: {
    vi: 'Bản ghi và danh mục dưới đây thay cho nội dung cơ quan tự kê khai, từ lần đánh giá sau: khi cơ quan nộp hồ sơ, đánh giá lại hằng năm, hoặc lập rà soát sơ bộ.',
    en: 'The record and the list below stand for what the agency says of itself, from the next verdict on: an upload, the yearly re-check, or a pre-screening.',
  },
  stored: { vi: 'Đã lưu.', en: 'Stored.' },
  record: { vi: 'Bản ghi', en: 'Record' },
  noRecord: { vi: 'Chưa có bản ghi về cơ quan này.', en: 'There is no record of this agency yet.' },
  emptyRecord: { vi: 'Bản ghi chưa có nội dung nào.', en: 'The record says nothing yet.' },
  recordFile: { vi: 'Tệp bản ghi (JSON, XLSX)', en: 'File of the record (JSON, XLSX)' },
  catalogue: { vi: 'Danh mục thủ tục hành chính', en: 'List of procedures' },
  oneList: {
    vi: 'Dịch vụ không dùng danh mục riêng cho từng cơ quan. Đề nghị đơn vị quản trị đặt khóa danh mục kết thúc bằng dấu / (mỗi cơ quan một tệp).',
    en: 'The service keeps no list for each agency. Its operator may set a catalogue key that ends with / (a file for each agency).',
  },
  noList: { vi: 'Chưa có danh mục riêng của cơ quan này.', en: 'There is no list of this agency yet.' },
  listFile: { vi: 'Tệp danh mục tính đến hôm nay (XLSX, CSV, JSON)', en: 'List as of today (XLSX, CSV, JSON)' },
  store: { vi: 'Lưu', en: 'Store' },
  replace: { vi: 'Thay bản ghi', en: 'Replace the record' },
  none: { vi: 'không có', en: 'none' },
  notSaid: { vi: 'không ghi', en: 'not said' },
  notYet: { vi: 'chưa ghi nhận', en: 'not on record' },
  inspection: { vi: 'Kiểm tra tại trụ sở', en: 'On-site inspection' },
  inspectionLine: {
    vi: 'Biên bản ký ngày {on}; số nội dung chưa đáp ứng: {findings}; ngày nhận báo cáo khắc phục: {report}',
    en: 'Record signed on {on}; findings: {findings}; report on corrective action received: {report}',
  },
  findings: { vi: 'Nội dung đã nêu', en: 'Findings raised' },
  findingLine: {
    vi: '{id}: nêu ngày {on}; khắc phục xong: {corrected}',
    en: '{id}: raised on {on}; corrected: {corrected}',
  },
  notice: { vi: 'Ngày nhận thông báo công bố', en: 'Notice of the declaration received' },
  report: { vi: 'Ngày nhận báo cáo tình hình thực hiện', en: 'Status report received' },
  papers: { vi: 'Tài liệu đã xem', en: 'Papers seen' },
  paperLine: { vi: '{title}: {by}, ngày {on}', en: '{title}: {by}, on {on}' },
  decisions: { vi: 'Kết luận', en: 'Decisions' },
  decisionLine: {
    vi: '{title}: {outcome}. Lý do: {reason} ({by}, ngày {on})',
    en: '{title}: {outcome}. Reason: {reason} ({by}, on {on})',
  },
  bad: { vi: 'Chưa lưu được tệp', en: 'The file was not stored' },
  again: { vi: 'Quay lại chọn tệp khác', en: 'Back, to choose another file' },
  noFile: {
    vi: 'Chưa chọn tệp. Đề nghị chọn tệp rồi gửi lại.',
    en: 'No file was chosen. Choose one and send it again.',
  },
  ofAnother: {
    vi: 'Tệp không có đúng một bản ghi của cơ quan {code}. Đề nghị kiểm tra mã cơ quan ghi trong tệp.',
    en: 'The file does not hold exactly one record of {code}. Look at the agency’s code in it.',
  },
  otherKind: {
    vi: 'Trong kho đã có tệp {name} cho cùng cơ quan. Đề nghị gửi tệp cùng định dạng để thay, hoặc báo đơn vị quản trị bỏ tệp đó.',
    en: 'There is {name} of the same agency already. Send a file of the same kind to replace it, or ask the operator to take it away.',
  },
  listKind: { vi: 'Danh mục phải là tệp XLSX, CSV hoặc JSON.', en: 'A list is a file of XLSX, CSV or JSON.' },
  noProcedure: {
    vi: 'Không đọc được thủ tục nào trong tệp. Đề nghị kiểm tra dòng tiêu đề (Mã TTHC, Tên thủ tục hành chính).',
    en: 'No procedure could be read from the file. Look at its heading row (Mã TTHC, Tên thủ tục hành chính).',
  },
} as const satisfies Record<string, Localized>

/** Texts of `src/http/province/year.ts`. */
export const YEAR_TEXTS = {
  rules: { vi: 'Quy tắc đánh giá', en: 'Rules' },
} as const
