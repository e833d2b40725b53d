import type { Localized } from '../../core/errors.ts'
import type { LetterStatus } from '../../service/paper-work.ts'

/** Words of the authority's pages. */
export const DESK_WORDS = {
  title: { vi: 'Các cơ quan năm {year}', en: 'Agencies in {year}' },
  drawnUp: {
    vi: 'Rà soát sơ bộ tại ngày {asOf} theo bộ thông số “{profile}”.',
    en: 'Pre-screening as of {asOf} under the profile “{profile}”.',
  },
  none: { vi: 'Chưa có kết quả rà soát sơ bộ', en: 'No pre-screening yet' },
  noneText: {
    vi: 'Chưa có kết quả rà soát sơ bộ của {province}{year}. Đề nghị mở trang “Lập rà soát sơ bộ”, chọn danh sách cơ quan: phần mềm đánh giá bộ hồ sơ đã tiếp nhận của từng cơ quan và lập kế hoạch kiểm tra.',
    en: 'There is no pre-screening of {province}{year} yet. Open “Draw up a pre-screening” and choose the register of agencies: the dossier of each is judged, and the inspections are planned.',
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
  declaredAs: { vi: 'Công bố', en: 'Declaration' },
  isDeclared: { vi: 'Đã công bố', en: 'Declared' },
  notDeclared: { vi: 'Chưa công bố', en: 'Not declared' },
  reason: { vi: 'Lý do trong kế hoạch', en: 'Why in the plan' },
  sort: { vi: 'Sắp xếp', en: 'Sort by' },
  more: { vi: 'Lọc thêm và sắp xếp', en: 'More filters, and sorting' },
  any: { vi: 'Tất cả', en: 'All' },
  filter: { vi: 'Lọc', en: 'Filter' },
  clear: { vi: 'Bỏ lọc', en: 'Clear' },
  counts: { vi: 'Số cơ quan theo kết quả', en: 'Agencies by result' },
  shown: { vi: '{shown} trong {total} cơ quan', en: '{shown} of {total} agencies' },
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
  byBacked: { vi: 'Ít tài liệu chứng minh trước', en: 'Least backed first' },
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
  chosen: { vi: 'Đổi kế hoạch của {n} cơ quan', en: 'Change the plan of {n} agencies' },
  notPlanned: {
    vi: '{n} cơ quan đã chọn không có trong kế hoạch nên không đổi được.',
    en: '{n} of those chosen are not in the plan and cannot be changed.',
  },
  noneChosen: {
    vi: 'Chưa chọn cơ quan nào có trong kế hoạch. Đề nghị về danh sách và đánh dấu cơ quan.',
    en: 'No agency of the plan was chosen. Go back to the list and tick some.',
  },
  save: { vi: 'Ghi thay đổi', en: 'Write the change' },
  written: { vi: 'Thay đổi đã ghi', en: 'Changes written' },
  none: { vi: 'Chưa có thay đổi nào.', en: 'No change was written yet.' },
  line: { vi: '{on}: {code} – {what}. Lý do: {reason} ({by})', en: '{on}: {code} – {what}. Reason: {reason} ({by})' },
  again: {
    vi: 'Lần rà soát sau của năm này giữ các thay đổi trên và chọn bổ sung cho đủ chỉ tiêu.',
    en: 'The next pre-screening of this year keeps these changes and picks others to fill the quota.',
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
    vi: 'Chọn danh sách cơ quan (CSV hoặc XLSX, có các cột Mã cơ quan, Tên cơ quan, Khối). Phần mềm đánh giá lại bộ hồ sơ được tiếp nhận gần nhất của từng cơ quan trên địa bàn tại ngày hôm nay, so với năm trước, lập kế hoạch kiểm tra và giữ các thay đổi đã ghi. Nếu năm đó đã có bản đang dùng, bản mới chỉ được dùng sau khi xem sự khác nhau và đồng ý; bản cũ vẫn được giữ.',
    en: 'Choose the register of agencies (CSV or XLSX with the columns code, name, block). The last accepted dossier of every agency of the province is judged again as of today, compared with last year, and the inspections are planned; changes written before are kept. Where a version of that year is in use, the new one is used only after you have seen how it differs and agreed; the old one is kept.',
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

/** Words of the versions of a year's pre-screening. */
export const VERSION_WORDS = {
  title: { vi: 'Các bản rà soát sơ bộ năm {year}', en: 'Versions of the pre-screening of {year}' },
  lead: {
    vi: 'Mỗi lần lập là một bản riêng, không bản nào bị ghi đè. Có thể trở lại một bản trước bất cứ lúc nào.',
    en: 'Each time it is drawn up it is a version of its own; none is overwritten. You can go back to an earlier one at any time.',
  },
  none: { vi: 'Chưa có bản nào.', en: 'There is none yet.' },
  asked: { vi: 'Lập lúc', en: 'Asked for' },
  by: { vi: 'Người lập', en: 'By' },
  from: { vi: 'Căn cứ', en: 'From' },
  came: { vi: 'Kết quả', en: 'Came to' },
  desk: { vi: 'Trang của đơn vị chủ trì', en: 'the desk' },
  command: { vi: 'Lệnh trên máy chủ', en: 'the command line' },
  basis: {
    vi: '{registered} cơ quan trong danh sách, tại ngày {asOf}, bộ thông số “{profile}”, quy tắc {rules}',
    en: '{registered} agencies registered, as of {asOf}, profile “{profile}”, rules {rules}',
  },
  one: { vi: 'Bản rà soát lập lúc {on}', en: 'Version asked for at {on}' },
  inUse: { vi: 'Đang dùng', en: 'In use' },
  use: { vi: 'Dùng bản này', en: 'Use this version' },
  back: { vi: 'Trở lại bản này', en: 'Go back to this version' },
  open: { vi: 'Xem', en: 'Open' },
  making: { vi: 'Đang lập', en: 'Being made' },
  waiting: { vi: 'Đang chờ bắt đầu…', en: 'Waiting to begin…' },
  progress: { vi: 'Đã đánh giá {done} trong {total} cơ quan.', en: '{done} of {total} agencies judged.' },
  left: { vi: 'Còn khoảng {time}.', en: 'About {time} left.' },
  minutes: { vi: '{n} phút', en: '{n} min' },
  seconds: { vi: '{n} giây', en: '{n} s' },
  stays: {
    vi: 'Có thể rời trang này; việc lập vẫn tiếp tục. Bản đang dùng không thay đổi cho đến khi đồng ý dùng bản mới.',
    en: 'You may leave this page; it goes on. What is in use stays until you agree to use the new version.',
  },
  cancel: { vi: 'Dừng lập', en: 'Stop' },
  cancelled: {
    vi: 'Đã dừng theo yêu cầu. Bản đang dùng không thay đổi.',
    en: 'Stopped as asked. What is in use did not change.',
  },
  failed: { vi: 'Không lập được: {why}', en: 'It could not be made: {why}' },
  difference: { vi: 'Khác bản đang dùng', en: 'Against the version in use' },
  now: { vi: 'Đang dùng', en: 'In use' },
  next: { vi: 'Bản này', en: 'This version' },
  nothing: { vi: 'Không cơ quan nào khác bản đang dùng.', en: 'No agency differs from the version in use.' },
  agree: {
    vi: 'Tiếp tục dùng bản này thay cho bản đang dùng?',
    en: 'Use this version instead of the one in use?',
  },
  many: {
    vi: 'Có {n} cơ quan đang có kết quả nhưng bản này ghi là chưa gửi hồ sơ. Đề nghị kiểm tra lại danh sách và kho hồ sơ trước khi dùng.',
    en: '{n} agencies that have a result now stand without a dossier in this version. Check the register and the store before you use it.',
  },
  dropped: {
    vi: '{n} cơ quan của bản đang dùng không có trong danh sách của bản này.',
    en: '{n} agencies of the version in use are not in the register of this one.',
  },
  changed: { vi: 'Cơ quan có kết quả khác ({n})', en: 'Agencies that come out otherwise ({n})' },
  notJudged: { vi: 'Chưa đánh giá lại được ({n})', en: 'Could not be judged again ({n})' },
  old: { vi: 'Bản do phiên bản phần mềm cũ lập', en: 'What an older release made' },
  oldText: {
    vi: 'Tại ngày {asOf}, {agencies} cơ quan. Phiên bản phần mềm khi đó không ghi người lập và giờ lập.',
    en: 'As of {asOf}, {agencies} agencies. The release of that time did not keep who made it, and when.',
  },
  versions: { vi: 'Các bản đã lập', en: 'Versions' },
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
    en: 'The agency has submitted no dossier through this service.',
  },
  screened: { vi: 'Trong rà soát sơ bộ năm {year}', en: 'In the pre-screening of {year}' },
  findings: { vi: 'Xem kết quả từng nội dung', en: 'See the findings' },
  noVerdict: { vi: 'Không có kết quả', en: 'No verdict' },
  papers: { vi: 'Bộ hồ sơ đã nộp và tài liệu kèm theo', en: 'The dossier as submitted, with its papers' },
  noPapers: {
    vi: 'Hồ sơ này không nộp qua dịch vụ: tài liệu ở nơi chạy lệnh rà soát',
    en: 'This dossier was not submitted here: its papers are where the command was run',
  },
  scores: { vi: 'Điểm qua các lần đánh giá', en: 'Scores over time' },
  scoresText: {
    vi: 'Điểm hiện tại qua {n} lần đánh giá: từ {first} ({firstOn}) đến {last} ({lastOn}).',
    en: 'The score over {n} judgements: from {first} ({firstOn}) to {last} ({lastOn}).',
  },
  verdicts: { vi: 'Các kết quả', en: 'Verdicts' },
  on: { vi: 'Ngày đánh giá', en: 'As of' },
  from: { vi: 'Nguồn', en: 'From' },
} as const satisfies Record<string, Localized>

/** Words of the preview of a rule change. */
export const PREVIEW_WORDS = {
  title: { vi: 'Xem trước khi sửa quy tắc', en: 'Preview a rule change' },
  lead: {
    vi: 'Phần mềm đánh giá lại hồ sơ đã nộp của mọi cơ quan trên địa bàn theo quy tắc đang dùng và theo quy tắc sửa thử, rồi nêu cơ quan nào thay đổi kết quả và do quy tắc nào. Không có kết quả nào bị sửa.',
    en: 'The dossiers of all agencies of the province are judged by the rules in use and by those that are tried, and every agency that comes out otherwise is named with the rules that did it. No verdict is changed.',
  },
  inPage: { vi: 'Sửa thử thông số của một quy tắc', en: 'Try other parameters of a rule' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  chooseRule: { vi: 'Chọn quy tắc này', en: 'Choose this rule' },
  parameter: { vi: 'Thông số', en: 'Parameter' },
  notWhole: {
    vi: '“{label}” ghi “{said}”. Đề nghị ghi một số nguyên không âm.',
    en: '“{label}” says “{said}”. Write a whole number, 0 or more.',
  },
  notNumber: {
    vi: '“{label}” ghi “{said}”. Đề nghị ghi một số không âm, ví dụ 0,5.',
    en: '“{label}” says “{said}”. Write a number, 0 or more, such as 0.5.',
  },
  byFile: { vi: 'Dùng bộ quy tắc trong tệp', en: 'Rules of a file' },
  fileLead: {
    vi: 'Tệp do lệnh qms-verdict rules build lập, dùng khi sửa nhiều hơn thông số.',
    en: 'A file made by qms-verdict rules build, for more than parameters.',
  },
  file: { vi: 'Tệp bộ quy tắc (rule-set-….json)', en: 'Rule set (rule-set-….json)' },
  run: { vi: 'Xem trước', en: 'Preview' },
  noFile: {
    vi: 'Chưa chọn quy tắc để sửa thử, cũng chưa chọn tệp bộ quy tắc. Đề nghị chọn rồi gửi lại.',
    en: 'No rule was chosen to be tried, and no file. Choose one and send it again.',
  },
  bad: { vi: 'Chưa xem trước được', en: 'Nothing to preview' },
  again: { vi: 'Trở lại', en: 'Back' },
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
  all: { vi: 'Xem tất cả', en: 'Show all' },
  these: { vi: 'Lập {n} dự thảo văn bản', en: 'Make {n} draft letters' },
  kind: { vi: 'Loại văn bản', en: 'Kind' },
  kinds: { vi: 'Số văn bản theo loại', en: 'Letters by kind' },
  one: { vi: 'I. Cần khắc phục', en: 'I. To correct' },
  two: { vi: 'II. Bổ sung tài liệu', en: 'II. Papers to add' },
  three: { vi: 'III. Khuyến nghị', en: 'III. Recommended' },
  shown: {
    vi: '{n} trong {total} cơ quan, {written} có dự thảo.',
    en: '{n} of {total} agencies, {written} with a draft.',
  },
} as const satisfies Record<string, Localized>

/** What an agency is written, in a word or two; then why nothing. */
export const LETTER_STATUS_WORDS: Readonly<Record<LetterStatus, Localized>> = {
  correct: { vi: 'Đề nghị khắc phục', en: 'To correct' },
  papers: { vi: 'Đề nghị bổ sung tài liệu', en: 'To add papers' },
  nothing: { vi: 'Không phải khắc phục', en: 'Nothing to correct' },
  noDossier: { vi: 'Đề nghị gửi hồ sơ', en: 'To submit its dossier' },
  refused: { vi: 'Đề nghị gửi lại hồ sơ', en: 'To submit again' },
  toDecide: { vi: 'Chờ kết luận', en: 'Waits for a decision' },
  provisional: { vi: 'Chờ đọc bản quét', en: 'Waits for its scans' },
  notJudged: { vi: 'Chưa đánh giá được', en: 'Not judged' },
  undetermined: { vi: 'Chưa xác định', en: 'Undetermined' },
  quarantined: { vi: 'Cách ly', en: 'Set aside' },
  notSubject: { vi: 'Không thuộc đối tượng', en: 'Not subject' },
  left: { vi: 'Không còn trong danh sách', en: 'No longer listed' },
  unpublished: { vi: 'Chưa có kết quả tại dịch vụ', en: 'Not published' },
}

export const NO_DRAFT = { vi: 'Không có dự thảo', en: 'No draft' }

/** The verdict that the letter would be written from was not published. */
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
