import type { Localized } from '../../core/errors.ts'

/** Words of the page that no other form of the report has. */
export const PAGE_WORDS = {
  pictures: { vi: 'Hình chụp chỗ cần xem', en: 'What to look at' },
  skip: { vi: 'Đến phần kết quả', en: 'Skip to the verdict' },
  contents: { vi: 'Các nội dung theo kết quả', en: 'Points by outcome' },
  code: { vi: 'Mã cơ quan', en: 'Agency code' },
  duty: { vi: 'Đối tượng', en: 'Duty' },
  keptThrough: {
    vi: 'Ngày cuối kết quả còn giữ nguyên, nếu không có bằng chứng mới',
    en: 'Last day the verdict stays as it is, unless there is new evidence',
  },
  months: { vi: '24 tháng', en: '24 months' },
  keptLong: {
    vi: 'Kết quả không thay đổi, nếu không có bằng chứng mới',
    en: 'Nothing changes, unless there is new evidence',
  },
  thresholds: {
    vi: 'Ngưỡng xếp loại (điểm hiện tại / tỷ lệ có tài liệu)',
    en: 'Thresholds of grades (score today / backed by papers)',
  },
  atLeast: { vi: '{label} từ {points} / {backed}%', en: '{label} from {points} / {backed}%' },
  scoreBar: {
    vi: 'Điểm hiện tại {low} trên 100, điểm tối đa {high} trên 100',
    en: 'Score today {low} of 100, highest {high} of 100',
  },
  first: { vi: 'Các bước để đạt từng mức', en: 'Step by step to each level' },
  firstNote: {
    vi: 'Mỗi mức chỉ nêu các việc thêm so với mức trước, ít tốn công sức nhất; nội dung cốt yếu chưa đạt luôn phải khắc phục.',
    en: 'Each level tells only what it adds to the one before, with the least work; essential points that fail must always be put right.',
  },
  now: { vi: 'Việc cần làm ngay', en: 'To do now' },
  goal: { vi: 'Để đạt {goals}: {n} việc', en: 'To reach {goals}: {n} things to do' },
  goalMore: { vi: 'Để đạt {goals}: thêm {n} việc', en: 'To reach {goals}: {n} more' },
  folded: { vi: '{n} nội dung: {outcome}', en: '{n} points: {outcome}' },
  after: {
    vi: 'Sau khi thực hiện: {status}, điểm {score}/100, {backed}% nội dung có tài liệu chứng minh.',
    en: 'Once done: {status}, score {score}/100, {backed}% backed by papers.',
  },
  unreachable: {
    vi: 'Chưa thể đạt chỉ bằng việc khắc phục, bổ sung tài liệu: {goals}. Còn nội dung cần người xem xét hoặc phần mềm gặp lỗi.',
    en: 'Not to be reached by remedies alone: {goals}. Some point waits for a person, or the software failed on it.',
  },
  papers: { vi: 'Chỉ bổ sung tài liệu', en: 'By handing in papers alone' },
  papersNote: {
    vi: 'Bổ sung đủ tài liệu cho các nội dung sau, điểm hiện tại từ {from} lên {to}, {backed}% nội dung có tài liệu chứng minh.',
    en: 'With papers for these points the score goes from {from} to {to}, {backed}% backed by papers.',
  },
  paperStep: {
    vi: 'nộp tài liệu chứng minh (nội dung đã đạt theo kê khai)',
    en: 'hand in the paper (the point is met as declared)',
  },
  waitsFor: {
    vi: '{goal} còn chờ người có thẩm quyền xem xét: {rules}.',
    en: '{goal} waits for a person to decide: {rules}.',
  },
  gain: { vi: '+{points} điểm', en: '+{points} points' },
  group: { vi: 'Nhóm', en: 'Group' },
  weight: { vi: 'Trọng số', en: 'Weight' },
  manifest: { vi: 'Bảng kê', en: 'Manifest' },
  interpretation: { vi: 'Cách hiểu của bộ quy tắc', en: 'As these rules understand it' },
  items: { vi: 'Trong đó', en: 'Among them' },
  excepted: { vi: 'Có ngoại lệ', en: 'Excepted' },
  timeline: { vi: '24 tháng tới, nếu không có bằng chứng mới', en: 'The next 24 months, without new evidence' },
  timelineText: {
    vi: 'Điểm hiện tại từ {from} đến {to}. Mỗi số trên biểu đồ là một ngày có thay đổi, nêu trong bảng bên dưới.',
    en: 'The score from {from} to {to}. Each number is a day on which something changes, told in the table below.',
  },
  number: { vi: 'STT', en: 'No.' },
  from: { vi: 'Từ ngày', en: 'From' },
  changes: { vi: 'Nội dung thay đổi', en: 'What changes' },
  becomes: { vi: '{title}: {from} → {to}', en: '{title}: {from} → {to}' },
  scoreOnly: {
    vi: 'Chỉ điểm thay đổi; kết quả của các nội dung giữ nguyên.',
    en: 'Only the score changes; every outcome stays.',
  },
  sources: { vi: 'Cơ sở đánh giá', en: 'What was judged, and by what' },
  ruleSet: { vi: 'Bộ quy tắc đánh giá', en: 'Rule set' },
  bundle: { vi: 'Bộ hồ sơ', en: 'Bundle' },
  files: { vi: '{files} tệp, {bytes} byte', en: '{files} files, {bytes} bytes' },
  engine: { vi: 'Phần mềm', en: 'Software' },
  digest: { vi: 'Mã băm của kết quả (SHA-256)', en: 'Digest of the verdict (SHA-256)' },
  profileOff: { vi: 'Không đánh giá theo bộ thông số', en: 'Not evaluated under the profile' },
  quarantined: { vi: 'Chưa đánh giá vì hồ sơ đang được cách ly', en: 'Not evaluated: the bundle is set apart' },
  signature: { vi: 'Người có thẩm quyền', en: 'Authorised person' },
  signHow: { vi: '(Ký, ghi rõ họ tên và chức vụ)', en: '(Signature, full name and title)' },
  signWhere: { vi: '…………………, ngày …… tháng …… năm ………', en: '…………………, ……………………………' },
} as const satisfies Record<string, Localized>
