import { REPORT_ITEMS } from '../../dossier/upkeep.ts'
import type { VisitCorrection, VisitHead, VisitItem, VisitItemId, VisitSheet } from '../../dossier/visit.ts'
import type { Authority } from '../../province/authority.ts'
import { clauseOfItem, correctionDue } from '../../province/visit-points.ts'
import type { DayOffRegisters } from '../../rules/facts/days-off.ts'
import { type Block, type Columns, type Paragraph, TEXT_WIDTH, wordDocument } from '../office.ts'
import { showDate } from '../values.ts'
import { centred, DRAFT_MARK, labelled, letterFoot, paperHead, textParagraph } from './letter.ts'
import { LEAD_UNIT, PLAN_BLANK } from './letter-words.ts'
import { GROUND_WORDS, ITEM_VERDICT_WORDS, ITEM_WORDS, SEEN_WORDS, type VisitPaperId } from './visit-words.ts'

/** Everything the papers of a visit are written from. */
export interface VisitPaperInput {
  agency: { code: string; name: string }
  year: number
  sheet: VisitSheet
  /** Day on which the minutes were signed, `YYYY-MM-DD`. */
  signedOn?: string | undefined
  correction?: VisitCorrection | undefined
  authority: Authority
  /** Today, `YYYY-MM-DD`. */
  asOf: string
  /** By which days off a last day moves. */
  daysOff: DayOffRegisters
}

/** A paper of a visit as DOCX, by the form of Nghị định 30/2020/NĐ-CP, in Vietnamese: an authority issues no other. */
export function visitPaperDocument(id: VisitPaperId, input: VisitPaperInput): Promise<Uint8Array> {
  // Word wants a paragraph after the last table.
  return wordDocument([...visitPaperBlocks(id, input), { runs: [{ text: '', size: 1 }] }])
}

/** The same before it is a file, for a page. No paper of a visit says a score or a grade: the law knows none. */
export function visitPaperBlocks(id: VisitPaperId, input: VisitPaperInput): Block[] {
  return WRITERS[id](input)
}

const T26 = 'Thông tư số 26/2014/TT-BKHCN'
const SYSTEM = 'Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001'
const BLANK = '……………………'
const BLANK_DAY = 'ngày …… tháng …… năm ………'
const dayText = (on: string | undefined) => (on ? `ngày ${showDate(on, 'vi')}` : BLANK_DAY)
const orBlank = (text: string | undefined) => (text?.trim() ? text.trim() : BLANK)
const unitOf = ({ name }: Authority) => name ?? LEAD_UNIT

/** The decision as other papers cite it; number and day left blank until they are known. */
const decisionText = ({ decisionNumber, decisionOn }: VisitHead) =>
  `Quyết định số ${orBlank(decisionNumber)} ${dayText(decisionOn)}`

const placeText = ({ agency, sheet: { head } }: VisitPaperInput) => head.place?.trim() || `trụ sở ${agency.name}`

function timeText({ from, to }: VisitHead): string {
  return to && to !== from ? `từ ${dayText(from)} đến ${dayText(to)}` : dayText(from)
}

function headOf({ authority, asOf }: VisitPaperInput, symbol: string, subject?: string, isSigned = false): Columns {
  return paperHead({ authority, year: asOf.slice(0, 4) }, [
    centred(`Số:          /${symbol}`, 13, 4),
    ...(subject === undefined ? [] : [centred(`V/v ${subject}`, 12, 2)]),
    ...(isSigned ? [] : [DRAFT_MARK]),
  ])
}

/** The symbol of a kind of paper: `QĐ-SKHCN` of the authority's `SKHCN-TĐC`. */
const symbolOf = (kind: string, { symbol }: Authority) => `${kind}-${symbol?.split('-')[0] ?? '……'}`

const titled = (title: string, about: string): Paragraph[] => [
  { align: 'center', before: 14, keepNext: true, runs: [{ text: title, bold: true }] },
  { align: 'center', after: 8, runs: [{ text: about, bold: true }] },
]
const section = (title: string): Paragraph => ({
  ...textParagraph({ text: title, bold: true }),
  before: 4,
  keepNext: true,
})
const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

const ROLE_WORDS = { head: 'Trưởng đoàn', member: 'Thành viên', secretary: 'Thư ký' }

function teamLines({ team = [] }: VisitHead): Paragraph[] {
  const people = team.filter(({ name }) => name.trim() !== '')
  if (people.length === 0) return [textParagraph(`- Trưởng đoàn: ${BLANK}`), textParagraph(`- Thành viên: ${BLANK}`)]
  return people.map(({ name, title, role = 'member' }) =>
    textParagraph(`- ${[name, title].filter((one) => one?.trim()).join(', ')}: ${ROLE_WORDS[role]};`),
  )
}

function decision(input: VisitPaperInput): Block[] {
  const { agency, year, sheet, authority } = input
  const { head } = sheet
  return [
    headOf(input, symbolOf('QĐ', authority)),
    ...titled('QUYẾT ĐỊNH', `Về việc kiểm tra việc áp dụng ${SYSTEM} tại ${agency.name}`),
    {
      align: 'center',
      after: 8,
      runs: [{ text: (authority.signer ?? 'Giám đốc').toLocaleUpperCase('vi'), bold: true }],
    },
    ...[
      'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ;',
      `Căn cứ ${T26} ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ;`,
      `Căn cứ kế hoạch kiểm tra năm ${year} đã được phê duyệt tại ${authority.planDecision ?? PLAN_BLANK};`,
      `Theo đề nghị của ${authority.inspectingUnit ?? BLANK}.`,
    ].map((text) => textParagraph({ text, italic: true })),
    { align: 'center', before: 6, after: 6, runs: [{ text: 'QUYẾT ĐỊNH:', bold: true }] },
    article(1, `Kiểm tra tại trụ sở việc áp dụng ${SYSTEM} của ${agency.name}.`),
    textParagraph(`Thời gian: ${timeText(head)}. Địa điểm: ${placeText(input)}. Nội dung: theo Điều 36 ${T26}.`),
    article(2, 'Thành phần đoàn kiểm tra:'),
    ...teamLines(head),
    article(
      3,
      `Đoàn kiểm tra thực hiện nhiệm vụ theo khoản 2 Điều 37 ${T26}, báo cáo kết quả với ${unitOf(authority)}; tự giải thể khi hoàn thành nhiệm vụ.`,
    ),
    article(
      4,
      `${authority.inspectingUnit ?? BLANK}, ${agency.name} và các cá nhân có tên tại Điều 2 chịu trách nhiệm thi hành Quyết định này./.`,
    ),
    letterFoot(authority, 'Như Điều 4'),
  ]
}

const article = (number: number, text: string) => textParagraph({ text: `Điều ${number}. `, bold: true }, text)

function letter(input: VisitPaperInput, subject: string, paragraphs: readonly Paragraph[]): Block[] {
  const { authority, agency } = input
  return [
    headOf(input, authority.symbol ?? '……', subject),
    { align: 'center', before: 14, after: 8, runs: [{ text: `Kính gửi: ${agency.name}` }] },
    ...paragraphs,
    {
      ...textParagraph(
        `Trong quá trình thực hiện, nếu có vướng mắc, đề nghị Quý cơ quan liên hệ: ${authority.contact ?? BLANK}.`,
      ),
      keepNext: true,
    },
    { ...textParagraph('Trân trọng./.'), keepNext: true },
    letterFoot(authority),
  ]
}

const planText = ({ year, authority }: VisitPaperInput) =>
  `Căn cứ kế hoạch kiểm tra năm ${year} đã được phê duyệt tại ${authority.planDecision ?? PLAN_BLANK}`

function announcement(input: VisitPaperInput): Block[] {
  const { sheet, authority } = input
  return letter(input, `kiểm tra tại trụ sở việc áp dụng Hệ thống quản lý chất lượng năm ${input.year}`, [
    textParagraph(
      `${planText(input)} và ${decisionText(sheet.head)} về việc kiểm tra việc áp dụng ${SYSTEM}, ${unitOf(authority)} thông báo kiểm tra tại trụ sở Quý cơ quan như sau:`,
    ),
    textParagraph(`1. Thời gian: ${timeText(sheet.head)}; quyết định kiểm tra được công bố khi bắt đầu.`),
    textParagraph(`2. Địa điểm: ${placeText(input)}.`),
    textParagraph('3. Thành phần đoàn kiểm tra:'),
    ...teamLines(sheet.head),
    textParagraph(`4. Nội dung: theo Điều 36 ${T26}, theo chương trình kiểm tra gửi kèm.`),
    textParagraph(
      'Đề nghị Quý cơ quan bố trí đại diện Lãnh đạo, Ban Chỉ đạo ISO và các đơn vị liên quan làm việc với đoàn; chuẩn bị tài liệu, bằng chứng (nếu có).',
    ),
  ])
}

function programme(input: VisitPaperInput): Block[] {
  const { agency, sheet, authority } = input
  const own = lines(sheet.head.programme ?? '')
  const usual = [
    'Họp mở đầu: công bố quyết định kiểm tra, thống nhất chương trình.',
    'Kiểm tra theo các nội dung nêu tại mục II: xem hồ sơ, phỏng vấn, quan sát tại nơi làm việc và bộ phận tiếp nhận hồ sơ.',
    'Đoàn kiểm tra họp thống nhất kết quả, lập biên bản.',
    'Họp kết thúc: thông qua và ký biên bản kiểm tra.',
  ]
  return [
    headOf(input, symbolOf('CTr', authority)),
    ...titled('CHƯƠNG TRÌNH', `Kiểm tra tại trụ sở ${agency.name}`),
    textParagraph(`(Kèm theo ${decisionText(sheet.head)})`),
    section('I. Thời gian, trình tự'),
    textParagraph(`Thời gian: ${timeText(sheet.head)}. Địa điểm: ${placeText(input)}.`),
    ...(own.length > 0 ? own : usual).map((text, at) => textParagraph(`${at + 1}. ${text}`)),
    section(`II. Nội dung kiểm tra (Điều 36 ${T26})`),
    ...REPORT_ITEMS.map((id, at) =>
      textParagraph(`${at + 1}. ${ITEM_WORDS[id].title.vi} (${shortClause(id)}): ${ITEM_WORDS[id].question.vi}`),
    ),
    section('III. Thành phần đoàn kiểm tra'),
    ...teamLines(sheet.head),
    letterFoot(authority, agency.name),
  ]
}

const shortClause = (id: VisitItemId) => clauseOfItem(id).replace(' Điều 36', '')

function request(input: VisitPaperInput): Block[] {
  const { sheet, authority } = input
  const by = sheet.head.reportBy
    ? `chậm nhất đến hết ${dayText(sheet.head.reportBy)}`
    : `chậm nhất đến hết ${BLANK_DAY}`
  return letter(input, 'đề nghị báo cáo tình hình áp dụng Hệ thống quản lý chất lượng trước khi kiểm tra', [
    textParagraph(
      `${planText(input)}; căn cứ khoản 2 Điều 35 ${T26}, để chuẩn bị kiểm tra tại trụ sở (thời gian dự kiến: ${timeText(sheet.head)}), ${unitOf(authority)} đề nghị Quý cơ quan gửi báo cáo tình hình thực hiện, kèm theo tài liệu, bằng chứng (nếu có), ${by}.`,
    ),
    textParagraph('Báo cáo nêu các nội dung quy định tại Điều 36 Thông tư này:'),
    ...REPORT_ITEMS.map((id) => textParagraph(`- ${ITEM_WORDS[id].title.vi} (${shortClause(id)});`)),
  ])
}

/** The items, each with what was looked at, what was found, on which ground; only findings that an inspector confirmed. */
function itemParagraphs({ sheet }: VisitPaperInput): Paragraph[] {
  return REPORT_ITEMS.flatMap((id, at) => {
    const item = sheet.items[id] ?? {}
    const { verdict, found = '', remark = '', grounds = [] } = item
    return [
      {
        ...textParagraph({ text: `${at + 1}. ${ITEM_WORDS[id].title.vi}`, bold: true }, ` (${shortClause(id)})`),
        keepNext: true as const,
      },
      ...(lines(found).length > 0
        ? lines(found).map((line) => textParagraph(line))
        : verdict === 'notApplicable'
          ? []
          : [textParagraph(BLANK)]),
      ...confirmedParagraphs(item),
      ...(grounds.length === 0
        ? []
        : [labelled('Căn cứ: ', `${grounds.map((one) => GROUND_WORDS[one].vi).join(', ')}.`)]),
      labelled(
        'Nhận xét: ',
        `${verdict === undefined ? BLANK : ITEM_VERDICT_WORDS[verdict].vi}.${remark.trim() ? ` ${remark.trim()}` : ''}`,
      ),
    ]
  })
}

function confirmedParagraphs({ points = {}, papers = [] }: VisitItem): Paragraph[] {
  const own = Object.values(points)
  const told = own.flatMap(({ confirmed }) => (confirmed?.trim() ? [labelled('Theo hồ sơ: ', confirmed.trim())] : []))
  const decided = own.flatMap(({ outcome, reason }) =>
    outcome === undefined || !reason?.trim() ? [] : [labelled('Đoàn kiểm tra xem xét: ', reason.trim())],
  )
  const seen = own.flatMap(({ seen: how, number }) =>
    how === undefined
      ? []
      : [labelled('Tài liệu: ', `${SEEN_WORDS[how].vi}${number?.trim() ? ` số ${number.trim()}` : ''}.`)],
  )
  const kept = papers.length === 0 ? [] : [labelled('Kèm theo: ', `${papers.map(({ name }) => name).join('; ')}.`)]
  return [...told, ...decided, ...seen, ...kept]
}

const notMetOf = ({ items }: VisitSheet) => REPORT_ITEMS.filter((id) => items[id]?.verdict === 'notMet')

/** What is not met, and what the agency has to do by when (điểm c khoản 2 Điều 37). */
function notMetParagraphs({ sheet, signedOn, daysOff }: VisitPaperInput): Paragraph[] {
  const ids = notMetOf(sheet)
  if (ids.length === 0) return [textParagraph('Không có nội dung chưa đáp ứng yêu cầu.')]
  const due = signedOn === undefined ? '' : ` (chậm nhất đến hết ${dayText(correctionDue(signedOn, daysOff))})`
  return [
    ...ids.map((id, at) => {
      const said = lines(sheet.items[id]?.found ?? '').join(' ')
      return textParagraph(`${at + 1}. ${ITEM_WORDS[id].title.vi} (${clauseOfItem(id)}): ${said || BLANK}`)
    }),
    textParagraph(
      `Căn cứ điểm c khoản 2 Điều 37 ${T26}, đề nghị cơ quan thực hiện hoặc đề xuất hành động khắc phục đối với các nội dung trên và gửi báo cáo không quá 02 tháng kể từ ngày ký biên bản${due}.`,
    ),
  ]
}

function partySignatures({ head }: VisitSheet): Columns {
  const named = (role: keyof typeof ROLE_WORDS) => head.team?.find((one) => one.role === role)?.name ?? ''
  const space = Array.from({ length: 4 }, () => ({ runs: [{ text: '' }] }))
  const half = TEXT_WIDTH / 2
  const under = (title: string, note: string, name: string): Paragraph[] => [
    { align: 'center', before: 6, keepNext: true, runs: [{ text: title, bold: true, size: 13 }] },
    { align: 'center', runs: [{ text: note, italic: true, size: 12 }] },
    ...space,
    { align: 'center', runs: [{ text: name || '……………………………', size: 13 }] },
  ]
  return {
    widths: [half, half],
    left: under('ĐẠI DIỆN CƠ QUAN CHỊU SỰ KIỂM TRA', '(ký tên, đóng dấu)', head.hosts?.[0]?.name ?? ''),
    right: [
      ...under('TRƯỞNG ĐOÀN KIỂM TRA', '(ký tên)', named('head')),
      ...(named('secretary') ? under('THƯ KÝ', '(ký tên)', named('secretary')) : []),
    ],
  }
}

const FORM_NOTE =
  'Ghi chú của phần mềm (bỏ trước khi ký): văn bản này lập theo Điều 36 và khoản 2 Điều 37 Thông tư số 26/2014/TT-BKHCN, thể thức của Nghị định số 30/2020/NĐ-CP. Phần mềm không có các cột của Mẫu 20, Mẫu 21 kèm theo Thông tư; đề nghị đối chiếu với mẫu.'

function minutes(input: VisitPaperInput): Block[] {
  const { agency, sheet, authority, signedOn } = input
  const { head } = sheet
  const ending = signedOn ? ` ${dayText(signedOn)}` : ''
  const hosts = (head.hosts ?? []).filter(({ name }) => name.trim() !== '')
  return [
    headOf(input, symbolOf('BB', authority), undefined, signedOn !== undefined),
    ...titled('BIÊN BẢN KIỂM TRA', `Việc áp dụng ${SYSTEM} tại ${agency.name}`),
    textParagraph(
      `Thực hiện ${decisionText(head)}, ${timeText(head)}, tại ${placeText(input)}, đoàn kiểm tra đã công bố quyết định kiểm tra và kiểm tra theo chương trình đã gửi, gồm:`,
    ),
    section('I. Thành phần'),
    textParagraph('1. Đoàn kiểm tra:'),
    ...teamLines(head),
    textParagraph(`2. Cơ quan chịu sự kiểm tra (${agency.name}):`),
    ...(hosts.length === 0
      ? [textParagraph(`- ${BLANK}`)]
      : hosts.map(({ name, title }) => textParagraph(`- ${[name, title].filter((one) => one?.trim()).join(', ')};`))),
    section(`II. Nội dung và kết quả kiểm tra (Điều 36 ${T26})`),
    ...itemParagraphs(input),
    section('III. Nội dung chưa đáp ứng yêu cầu'),
    ...notMetParagraphs(input),
    section('IV. Đề nghị, khuyến nghị của đoàn kiểm tra'),
    ...(lines(head.proposals ?? '').length > 0 ? lines(head.proposals ?? '') : ['Không có.']).map((one) =>
      textParagraph(one),
    ),
    section('V. Ý kiến của cơ quan chịu sự kiểm tra'),
    ...(lines(head.opinion ?? '').length > 0 ? lines(head.opinion ?? '') : [BLANK]).map((one) => textParagraph(one)),
    {
      ...textParagraph(
        `Nội dung biên bản đã được thống nhất trong đoàn kiểm tra. Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản, đã được các bên đọc lại, thống nhất và ký tên${ending}./.`,
      ),
      keepNext: true,
    },
    partySignatures(sheet),
    { ...textParagraph({ text: FORM_NOTE, italic: true, size: 10 }), before: 8 },
  ]
}

function refusal(input: VisitPaperInput): Block[] {
  const { authority, signedOn, correction } = input
  const reasons = lines(correction?.accepted === false ? (correction.reason ?? '') : '')
  return letter(input, 'không chấp nhận hành động khắc phục sau kiểm tra', [
    textParagraph(
      `Ngày nhận báo cáo thực hiện hành động khắc phục của Quý cơ quan: ${correction ? showDate(correction.on, 'vi') : BLANK}, theo Biên bản kiểm tra ký ${dayText(signedOn)}. Căn cứ điểm d khoản 2 Điều 37 ${T26}, ${unitOf(authority)} không chấp nhận hành động khắc phục nêu trong báo cáo, vì lý do sau:`,
    ),
    ...(reasons.length > 0 ? reasons : [BLANK]).map((one) => textParagraph(`- ${one}`)),
    textParagraph(
      `Đề nghị Quý cơ quan xem xét, thực hiện hoặc đề xuất hành động khắc phục khác và gửi báo cáo về ${unitOf(authority)} chậm nhất đến hết ${BLANK_DAY}.`,
    ),
  ])
}

function report(input: VisitPaperInput): Block[] {
  const { agency, sheet, authority, signedOn, correction } = input
  const ids = REPORT_ITEMS.filter((id) => sheet.items[id]?.verdict !== undefined)
  const of = (verdict: string) => ids.filter((id) => sheet.items[id]?.verdict === verdict)
  const named = (list: readonly VisitItemId[]) =>
    list.length === 0 ? 'không có' : list.map((id) => `${ITEM_WORDS[id].title.vi} (${shortClause(id)})`).join('; ')
  return [
    headOf(input, symbolOf('BC', authority)),
    ...titled('BÁO CÁO', `Kết quả kiểm tra việc áp dụng ${SYSTEM} tại ${agency.name}`),
    { align: 'center', after: 8, runs: [{ text: `Kính gửi: ${unitOf(authority)}` }] },
    textParagraph(
      `Thực hiện ${decisionText(sheet.head)}, đoàn kiểm tra đã kiểm tra tại ${placeText(input)}, ${timeText(sheet.head)}; biên bản kiểm tra ký ${dayText(signedOn)}. Đoàn kiểm tra báo cáo kết quả như sau:`,
    ),
    section('I. Kết quả theo các nội dung của Điều 36'),
    textParagraph(`1. Nội dung đạt yêu cầu: ${named(of('met'))}.`),
    textParagraph(`2. Nội dung chưa đạt yêu cầu: ${named(of('notMet'))}.`),
    textParagraph(`3. Nội dung chưa đủ bằng chứng: ${named(of('noEvidence'))}.`),
    textParagraph(`4. Nội dung không áp dụng: ${named(of('notApplicable'))}.`),
    section('II. Nội dung chưa đáp ứng yêu cầu, thời hạn khắc phục'),
    ...notMetParagraphs(input),
    section('III. Báo cáo hành động khắc phục'),
    textParagraph(correctionText(correction)),
    section('IV. Đề nghị'),
    ...(lines(sheet.head.proposals ?? '').length > 0 ? lines(sheet.head.proposals ?? '') : [BLANK]).map((one) =>
      textParagraph(one),
    ),
    { ...textParagraph({ text: FORM_NOTE, italic: true, size: 10 }), before: 8 },
    letterFoot({ ...authority, signer: 'Trưởng đoàn', recipients: authority.recipients }),
  ]
}

function correctionText(correction: VisitCorrection | undefined): string {
  if (correction === undefined) return 'Chưa nhận được báo cáo của cơ quan.'
  const what = correction.accepted ? 'đoàn kiểm tra ghi nhận' : 'không chấp nhận, đã có văn bản nêu lý do'
  return `Nhận báo cáo ${dayText(correction.on)}: ${what}.`
}

const FILE_NOTE =
  'Ghi chú của phần mềm: Điều 39 Thông tư số 26/2014/TT-BKHCN quy định hồ sơ kiểm tra gồm mười mục; danh mục này liệt kê văn bản của cuộc kiểm tra có tại phần mềm, đề nghị đối chiếu tên và thứ tự mục với Thông tư.'

/** The papers of the inspection file, with what is known of each. */
function fileList(input: VisitPaperInput): Block[] {
  const { agency, sheet, authority, signedOn, correction, year } = input
  const kept = Object.values(sheet.items).flatMap(({ papers = [] }) => papers)
  const keptText = kept.length === 0 ? 'không có' : `${kept.length} (${kept.map(({ name }) => name).join('; ')})`
  const rows = [
    `Kế hoạch kiểm tra năm ${year}: ${authority.planDecision ?? PLAN_BLANK}`,
    decisionText(sheet.head).replace('Quyết định', 'Quyết định kiểm tra'),
    'Thông báo kiểm tra gửi cơ quan chịu sự kiểm tra',
    'Chương trình kiểm tra',
    'Văn bản đề nghị báo cáo; báo cáo tình hình thực hiện của cơ quan, kèm tài liệu, bằng chứng (nếu có)',
    `Biên bản kiểm tra, ký ${dayText(signedOn)}`,
    'Phiếu kiểm tra theo các nội dung của Điều 36',
    `Ảnh, tài liệu thu thập khi kiểm tra: ${keptText}`,
    `Báo cáo hành động khắc phục: ${correction ? `nhận ${dayText(correction.on)}` : BLANK}; văn bản không chấp nhận (nếu có)`,
    'Báo cáo kết quả của đoàn kiểm tra',
  ]
  return [
    headOf(input, symbolOf('DM', authority)),
    ...titled('DANH MỤC HỒ SƠ KIỂM TRA', `${agency.name}, năm ${year}`),
    ...rows.map((text, at) => textParagraph(`${at + 1}. ${text}.`)),
    { ...textParagraph({ text: FILE_NOTE, italic: true, size: 10 }), before: 8 },
    letterFoot({ ...authority, signer: 'Người lập' }, 'Hồ sơ kiểm tra'),
  ]
}

const WRITERS: Record<VisitPaperId, (input: VisitPaperInput) => Block[]> = {
  decision,
  announcement,
  programme,
  request,
  minutes,
  refusal,
  report,
  'file-list': fileList,
}
