import type { Localized } from '../../core/errors.ts'

/** Words of the list of agencies: what is chosen from it, its pages, its views. */
export const LIST_WORDS = {
  evidence: { vi: 'Có tài liệu', en: 'Backed' },
  confirmed: { vi: '(khớp {n}%)', en: '({n}% confirmed)' },
  points: { vi: 'Cần xem', en: 'To look at' },
  blocking: { vi: '{n} cốt yếu chưa đạt', en: '{n} essential failing' },
  missing: { vi: '{n} thiếu bằng chứng', en: '{n} evidence missing' },
  doubts: { vi: '{n} lưu ý', en: '{n} to note' },
  visit: { vi: 'Kế hoạch kiểm tra', en: 'Planned' },
  chosen: { vi: 'Với cơ quan đã chọn', en: 'With those chosen' },
  letters: { vi: 'Lập văn bản', en: 'Letters' },
  plan: { vi: 'Đổi kế hoạch', en: 'Change the plan' },
  lettersOfAll: { vi: 'Văn bản của cả {n} cơ quan đang lọc', en: 'Letters of all {n} shown' },
  pages: { vi: 'Các trang', en: 'Pages' },
  before: { vi: '← Trang trước', en: '← Before' },
  after: { vi: 'Trang sau →', en: 'Next →' },
  workbook: { vi: 'Tải bảng này (XLSX)', en: 'Download this table (XLSX)' },
  views: { vi: 'Bộ lọc đã lưu', en: 'Kept views' },
  viewName: { vi: 'Lưu bộ lọc này với tên', en: 'Keep this view as' },
  keepView: { vi: 'Lưu', en: 'Keep' },
  dropView: { vi: 'Bỏ bộ lọc “{name}”', en: 'Let the view “{name}” go' },
  noView: { vi: 'Chưa lưu được bộ lọc', en: 'The view was not kept' },
  noViewText: {
    vi: 'Bộ lọc chưa có tên, hoặc chưa lọc theo nội dung nào. Đề nghị quay lại, chọn nội dung lọc và đặt tên.',
    en: 'The view has no name, or nothing is filtered. Go back, choose a filter and give it a name.',
  },
} as const satisfies Record<string, Localized>

/** Words of a desk where nothing was drawn up yet. */
export const EMPTY_WORDS = {
  title: { vi: 'Bắt đầu tại {province}', en: 'Begin in {province}' },
  lead: {
    vi: 'Chưa có kết quả rà soát sơ bộ nào. Ba bước để có danh sách cơ quan, kế hoạch kiểm tra, văn bản và báo cáo:',
    en: 'There is no pre-screening yet. Three steps to the list of agencies, the plan of inspections, letters and the report:',
  },
  register: {
    vi: 'Chuẩn bị danh sách cơ quan trên địa bàn (CSV hoặc XLSX): mã, tên, khối của từng cơ quan.',
    en: 'Have a register of the agencies of the province (CSV or XLSX): code, name and block of each.',
  },
  drawn: {
    vi: 'Chọn danh sách đó ở dưới và bấm “Lập rà soát”. Phần mềm đánh giá hồ sơ đã nhận của từng cơ quan; có thể rời trang trong khi chờ. Cơ quan chưa gửi hồ sơ được ghi là chưa gửi.',
    en: 'Choose it below and press “Draw up”. The dossier of each agency is judged; you may leave the page meanwhile. An agency that sent none is listed so.',
  },
  after: {
    vi: 'Khi lập xong, trang này mở ra bức tranh của năm: xem từng cơ quan, sửa kế hoạch, lập văn bản, tải báo cáo.',
    en: 'When it is made, this page opens with the picture of the year: look at agencies, change the plan, make letters, download the report.',
  },
} as const satisfies Record<string, Localized>

/** Words of the picture of a year. */
export const PICTURE_WORDS = {
  title: { vi: 'Bức tranh của năm', en: 'The year at a glance' },
  blocks: { vi: 'Theo khối cơ quan', en: 'By block' },
  blocksKey: {
    vi: 'Phần đậm: đã công bố, hoặc được đánh giá đạt; cả thanh: tổng số cơ quan.',
    en: 'Dark: declared, or judged met; the whole bar: all agencies.',
  },
  declared: { vi: 'đã công bố', en: 'declared' },
  met: { vi: 'được đánh giá đạt', en: 'judged met' },
  evidence: { vi: 'Điểm có tài liệu chứng minh', en: 'Score that papers back' },
  'band-0-40': { vi: 'Dưới 40%', en: 'Below 40%' },
  'band-40-70': { vi: 'Từ 40% đến dưới 70%', en: '40% to below 70%' },
  'band-70-100': { vi: 'Từ 70%', en: '70% and more' },
  'band-none': { vi: 'Không có điểm', en: 'No score' },
  lapses: { vi: 'Kết quả hết hạn theo tháng', en: 'What lapses, by month' },
  noLapses: { vi: 'Chưa có kết quả nào có hạn.', en: 'No result lapses.' },
  visits: { vi: 'Kiểm tra tại trụ sở theo tháng', en: 'Visits on site, by month' },
  visitsSaid: {
    vi: 'Đã kiểm tra {done} trong {planned} cơ quan theo kế hoạch.',
    en: '{done} of {planned} planned visits done.',
  },
  noMonth: { vi: 'Chưa xếp tháng', en: 'No month' },
  month: { vi: 'Tháng {month}/{year}', en: '{month}/{year}' },
} as const satisfies Record<string, Localized>

/** Words of deciding a point at the desk. */
export const REVIEW_WORDS = {
  way: { vi: 'Kết luận nội dung cần xem xét', en: 'Decide what needs a person' },
  title: { vi: 'Nội dung cần kết luận: {name}', en: 'To be decided: {name}' },
  verdict: { vi: '← Kết quả của cơ quan', en: '← The verdict' },
  lead: {
    vi: 'Phần mềm không tự kết luận được các nội dung dưới đây. Kết luận của người có thẩm quyền được ghi vào bản ghi của cơ quan kiểm tra, có hiệu lực từ lần đánh giá sau và cơ quan được xem. Kết luận có thể bỏ; khi nội dung hồ sơ liên quan thay đổi, kết luận không còn được dùng.',
    en: 'Only a person can decide these points. What is decided becomes part of the authority’s record, counts from the next verdict on, and the agency sees it. It can be taken back; it lapses when what the dossier says of it changes.',
  },
  none: { vi: 'Không có nội dung nào cần kết luận.', en: 'Nothing is to be decided.' },
  decided: {
    vi: 'Đã kết luận: {outcome}. Lý do: {reason} ({by}, ngày {on}).',
    en: 'Decided: {outcome}. Reason: {reason} ({by}, on {on}).',
  },
  decidedSince: {
    vi: 'Người có thẩm quyền đã kết luận: {outcome}. Lý do: {reason} ({by}, ngày {on}). Kết quả tính theo kết luận này từ lần đánh giá sau.',
    en: 'A person has decided: {outcome}. Reason: {reason} ({by}, on {on}). It counts from the next verdict on.',
  },
  decidedHere: { vi: 'Xem hoặc bỏ kết luận', en: 'See it, or take it back' },
  decide: { vi: 'Ghi kết luận', en: 'Decide' },
  takeBack: { vi: 'Bỏ kết luận', en: 'Take it back' },
  takenBack: { vi: 'Bỏ kết luận', en: 'taken back' },
  outcome: { vi: 'Kết luận', en: 'Outcome' },
  choose: { vi: 'Chọn', en: 'Choose' },
  reason: { vi: 'Lý do bằng lời (bắt buộc)', en: 'Written reason (required)' },
  by: { vi: 'Người quyết định (họ tên, chức vụ)', en: 'Who decides (name, title)' },
  history: { vi: 'Đã ghi', en: 'Written' },
  line: { vi: '{on}: {title} – {what}. Lý do: {reason} ({by})', en: '{on}: {title} – {what}. Reason: {reason} ({by})' },
  record: { vi: 'Bản ghi của cơ quan kiểm tra', en: 'The authority’s record' },
  agency: { vi: 'Lịch sử của cơ quan', en: 'History of the agency' },
  bad: { vi: 'Chưa ghi được kết luận', en: 'Nothing was decided' },
  badText: {
    vi: 'Thiếu kết luận, lý do hoặc người quyết định; hoặc nội dung không thuộc kết quả này. Chưa có gì được ghi. Đề nghị quay lại và điền đủ.',
    en: 'The outcome, the reason or who decides is missing, or the point is not of this verdict. Nothing was written. Go back and fill in all fields.',
  },
  otherKind: {
    vi: 'Bản ghi của cơ quan này là tệp {name}, không phải JSON, nên không ghi thêm được. Đề nghị tải bản ghi lên lại dưới dạng JSON, hoặc ghi kết luận vào tệp đó.',
    en: 'The record of this agency is {name}, which is no JSON, and cannot be added to. Send it again as JSON, or write the decision into that file.',
  },
  again: { vi: 'Quay lại', en: 'Back' },
} as const satisfies Record<string, Localized>

/** Words of what is made at the desk beside the pre-screening. */
export const WORK_WORDS = {
  preview: { vi: 'Thử sửa quy tắc', en: 'Rules that were tried' },
  rejudge: { vi: 'Đánh giá lại hồ sơ', en: 'Dossiers judged again' },
  rejudgeLead: {
    vi: 'Dùng khi phần mềm hoặc quy tắc được sửa sai sót: mọi hồ sơ đã nộp của các cơ quan trên địa bàn được đánh giá lại, mỗi hồ sơ theo ngày đánh giá của nó. Kết quả khác đi thay kết quả trước; kết quả trước vẫn xem được cùng lý do.',
    en: 'For when a fault of the program or the rules was mended: all dossiers of the province are judged again, each as of its own day. What comes out otherwise replaces what stood, which can still be read with the reason.',
  },
  rejudgeReason: { vi: 'Lý do đánh giá lại', en: 'Why they are judged again' },
  rejudgeAsk: { vi: 'Đánh giá lại mọi hồ sơ', en: 'Judge all dossiers again' },
  rejudgeNoReason: {
    vi: 'Chưa ghi lý do, hoặc lý do dài quá 500 ký tự. Đề nghị ghi lý do rồi gửi lại.',
    en: 'No reason was written, or one of more than 500 characters. Write it and send again.',
  },
  rejudgeBad: { vi: 'Chưa đánh giá lại được', en: 'Not judged again' },
  rejudgeCame: {
    vi: '{replaced} kết quả được thay, {same} kết quả không đổi, {impossible} hồ sơ không còn để đọc lại',
    en: '{replaced} verdicts replaced, {same} the same, {impossible} no longer there to be read',
  },
  replaced: { vi: 'Cơ quan có kết quả được thay ({n})', en: 'Agencies with a replaced verdict ({n})' },
  impossible: {
    vi: 'Cơ quan có hồ sơ chưa đánh giá lại được ({n})',
    en: 'Agencies with dossiers that could not be judged again ({n})',
  },
  letters: { vi: 'Dự thảo văn bản', en: 'Draft letters' },
  plan: { vi: 'Kế hoạch kiểm tra', en: 'Inspection plan' },
  report: { vi: 'Báo cáo năm', en: 'Yearly report' },
  one: { vi: '{work} lập lúc {on}', en: '{work} asked for at {on}' },
  making: { vi: 'Đang làm', en: 'Being made' },
  progress: { vi: 'Đã xong {done} trong {total} cơ quan.', en: '{done} of {total} agencies done.' },
  stays: { vi: 'Có thể rời trang này; việc vẫn tiếp tục.', en: 'You may leave this page; it goes on.' },
  stop: { vi: 'Dừng', en: 'Stop' },
  cancelled: { vi: 'Đã dừng theo yêu cầu.', en: 'Stopped as asked.' },
  failed: { vi: 'Không làm được: {why}', en: 'It could not be made: {why}' },
  made: { vi: 'Đã lập cùng bản rà soát', en: 'Made beside the pre-screening' },
  madeLead: {
    vi: 'Kế hoạch và báo cáo lập thành bản giữ nguyên số liệu của ngày lập; bản sau không ghi đè bản trước.',
    en: 'A plan or report that is made keeps the figures of its day; a later one overwrites none.',
  },
  makePlan: { vi: 'Lập bản kế hoạch', en: 'Make a version of the plan' },
  makeReport: { vi: 'Lập bản báo cáo năm', en: 'Make a version of the report' },
  lettersCame: {
    vi: '{written} dự thảo; {none} cơ quan không có văn bản',
    en: '{written} drafts; {none} agencies get none',
  },
  previewCame: {
    vi: '{changed} trong {judged} cơ quan thay đổi kết quả',
    en: '{changed} of {judged} agencies come out otherwise',
  },
  paperCame: { vi: 'Đã lập, {agencies} cơ quan', en: 'Made, {agencies} agencies' },
  basis: {
    vi: '{registered} cơ quan, tại ngày {asOf}, theo bản rà soát lập lúc {basis}, quy tắc {rules}',
    en: '{registered} agencies, as of {asOf}, from the pre-screening of {basis}, rules {rules}',
  },
  noBasis: {
    vi: 'Tại ngày {asOf}, bộ thông số “{profile}”, quy tắc đang dùng {rules}',
    en: 'As of {asOf}, profile “{profile}”, rules in use {rules}',
  },
  tooMany: { vi: 'Hôm nay đã yêu cầu quá nhiều', en: 'Too much was asked for today' },
  tooManyText: {
    vi: 'Mỗi loại việc được yêu cầu tối đa {most} lần trong một ngày. Đề nghị xem lại các bản đã lập, hoặc thực hiện vào ngày mai.',
    en: 'Of each kind of work {most} may be asked for in a day. Look at the versions that were made, or come back tomorrow.',
  },
  oldBasis: { vi: 'bản của phiên bản phần mềm cũ', en: 'an older release' },
  download: { vi: 'Tải {n} dự thảo', en: 'Download {n} drafts' },
  part: { vi: 'Tải phần {part} trong {parts}', en: 'Download part {part} of {parts}' },
  back: { vi: '← Bản đã lập', en: '← The version' },
  read: { vi: 'Mở để xem, in', en: 'Open to read or print' },
  workbook: { vi: 'Tải bảng tính', en: 'Download the workbook' },
} as const satisfies Record<string, Localized>
