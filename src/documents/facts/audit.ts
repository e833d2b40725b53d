import { withoutEnd } from '../../core/texts.ts'
import type { DocumentFacts, Found } from '../../dossier/reading.ts'
import { BETWEEN, UNIT } from './agency-words.ts'
import { datesIn, LIMIT, periodIn } from './dates.ts'
import { distinct, found, type Line, type Statement, statementsOf } from './lines.ts'
import { type Listed, labelled, listedUnder, type Row, unbulleted, withRest } from './lists.ts'
import type { Outline } from './outline.ts'
import { endsWithName, hasFamilyName, mayBeOfName, peopleIn, personAtStart, personIn } from './person-name.ts'
import { subject } from './subject.ts'
import { hasUnknown, isBroken, NUMBERED, wording } from './wording.ts'

const TEAM_LABEL = labelled(
  'Đoàn đánh giá|Thành phần đoàn đánh giá|Thành phần Đoàn đánh giá nội bộ|Đoàn đánh giá nội bộ|Thành phần đoàn|Tổ đánh giá|Tổ đánh giá nội bộ|Nhóm đánh giá|Chuyên gia đánh giá|Đoàn đánh giá gồm|Đoàn đánh giá gồm có|Thành phần Đoàn đánh giá gồm',
)
const ROLE = labelled(
  'Trưởng đoàn|Trưởng đoàn đánh giá|Thành viên|Thư ký|Thư ký đoàn|Các thành viên|Tổ trưởng|Trưởng nhóm|Phó Trưởng đoàn',
)

const CALLED = /(?<!\p{L})(?:[ÔôBb](?:ng|à)|[Đđ]ồng chí) (?=\p{Lu})/gu
/** Where another person, or the part of another, begins. */
const BETWEEN_PARTS = wording(
  '[;,] (?=(?:«Ông|Bà|Đồng chí»(?!\\p{L})|«Thành viên|Các thành viên|Thư ký|Phó Trưởng đoàn» ?:))',
)

/**
 * The audit team: the people listed under `Đoàn đánh giá`, or told by their part (`Trưởng đoàn: Ông …`). Where an entry
 * of the list is no name that can be told, none is read: half a team would be another team.
 */
export function auditTeam({ own, head }: Outline): readonly Found<string>[] {
  const lines = own.slice(head.length)
  const listed = listedUnder(lines, TEAM_LABEL)
  if (listed && isHalfRead(lines, listed.label.line, listed.items)) return []
  const inOne = listed && CALLED_FIRST.test(listed.beside) ? inSentence(listed) : []
  if (inOne.length > 1) return inOne.every((person) => person !== undefined) ? distinct(inOne) : []
  const people = listed && listed.items.length > 0 ? listed.items.map(memberOf) : byPart(lines)
  return people.every((person) => person !== undefined) ? distinct(people) : []
}

const CALLED_FIRST = wording('^«Ông|Bà|Đồng chí»(?!\\p{L})')
/** `ông A (Trưởng đoàn), bà B (thành viên) và ông C (thành viên)`. */
const BETWEEN_CALLED = wording('(?:[;,]| «và»|[;,] «và») (?=«ông|bà|đồng chí»(?!\\p{L}))')
const IN_BRACKETS = / ?\([^()]{0,60}\)[.;]?$/u

/** The members of a team that one sentence names, each as `ông` or `bà`, with the part in brackets. */
function inSentence({ beside, label }: Listed): (Found<string> | undefined)[] {
  return beside.split(BETWEEN_CALLED).map((words) => {
    const name = CALLED_FIRST.test(words) ? personIn(words.replace(IN_BRACKETS, '')) : undefined
    return name === undefined ? undefined : found(name, label.line, label.text)
  })
}

/** Whether some line of a list could not be read, as in a scan: its item may have been lost, or the bullet of the one below. */
function isHalfRead(lines: readonly Line[], label: Line, items: readonly Row[]): boolean {
  const last = items.at(-1)
  const end = last === undefined ? -1 : lines.indexOf(last.line)
  const below = lines[end + 1]?.text ?? ''
  return (
    hasUnknown(below.slice(0, 1)) || lines.slice(lines.indexOf(label), end + 1).some(({ text }) => hasUnknown(text))
  )
}

function memberOf({ line, text, beside }: Row): Found<string> | undefined {
  const words = unbulleted(text).replace(ROLE, '')
  const name = line.cells.length > 1 ? nameInRow(line.cells, beside) : onlyOne(peopleIn(words))
  return name === undefined ? undefined : found(name, line, text)
}

/** Where a row runs over several lines, a name is sure only when none of the others could be a part of it. */
function nameInRow(cells: readonly string[], beside: readonly string[]): string | undefined {
  const name = onlyOne(cells.flatMap((cell) => personIn(cell) ?? []))
  if (name === undefined || beside.length === 0) return name
  return hasFamilyName(name) && !beside.some(mayBeOfName) ? name : undefined
}

function onlyOne(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined
}

/** Lines that the members of one part take at most. */
const MEMBERS = 12

function byPart(lines: readonly Line[]): (Found<string> | undefined)[] {
  return statementsOf(lines).flatMap(({ text, line }, at, all) => {
    const part = ROLE.exec(text)
    const told = part ? withRest(text.slice(part[0].length), all.slice(at + 1, at + 1 + MEMBERS)) : ''
    if (told === '') return []
    const names = told.split(BETWEEN_PARTS).flatMap((words) => membersIn(words.replace(ROLE, '')))
    const called = told.match(CALLED)?.length ?? 0
    if (called > names.length) return [undefined]
    return names.map((name) => (name === undefined ? undefined : found(name, line, text)))
  })
}

/** The person that the words are about; or several where they are nothing but names. */
function membersIn(words: string): (string | undefined)[] {
  const people = peopleIn(words)
  if (people.length > 1) return words.split(/[,;] ?/u).map(personIn)
  return [personAtStart(words)]
}

const UNITS_LABEL = labelled(
  'Đơn vị được đánh giá|Các đơn vị được đánh giá|Bộ phận được đánh giá|Các bộ phận được đánh giá|Đơn vị, bộ phận được đánh giá|Các phòng, đơn vị được đánh giá|Các phòng, ban được đánh giá|Đối tượng được đánh giá',
)
/** The number of one of several units that are called alike: `Phòng Nghiệp vụ 1`. */
const NUMBERED_UNIT = wording('(?<=«nghiệp vụ|thanh tra|kiểm tra|quản lý|số|đội|tổ|trạm») [1-9]$')
/** Other words, a person, or half a name. */
const UNSURE = wording('[:;()\\d]|(?:^| )«ông|bà|đồng chí»(?!\\p{L})|(?: «và|của|thuộc»|[-–,])$')

/** The units that were audited, listed under or behind their label; where an entry is no unit, none is read. */
export function auditUnits({ own, head }: Outline): readonly Found<string>[] {
  const lines = own.slice(head.length)
  const listed = listedUnder(lines, UNITS_LABEL)
  if (!listed) return unitsToldOf(statementsOf(lines))
  if (isHalfRead(lines, listed.label.line, listed.items)) return []
  const beside =
    listed.beside === ''
      ? []
      : listed.beside.split(BETWEEN).map((words) => unit(words, listed.label.line, listed.label.text))
  const below = listed.beside === '' ? listed.items.map(fromItem) : []
  const units = [...beside, ...below]
  return units.every((one) => one !== undefined) ? distinct(units) : []
}

/** `Cuộc đánh giá được tiến hành … tại 3 đơn vị: …`: as many as are told. */
const AT_UNITS = wording('«tại» (\\d{1,2}) (?:«đơn vị|bộ phận|phòng»)(?:, «đơn vị|bộ phận»)? ?: ?([^:]+)$')

function unitsToldOf(statements: readonly Statement[]): readonly Found<string>[] {
  for (const { text, line } of statements) {
    const told = TEAM_ACTING.test(text) && DID.test(text) && !hasUnknown(text) ? AT_UNITS.exec(text) : null
    if (!told?.[2]) continue
    const units = told[2].split(BETWEEN).map((words) => unit(words, line, text))
    return units.length === Number(told[1]) && units.every((one) => one !== undefined) ? distinct(units) : []
  }
  return []
}

/** Of a row that runs over several lines, a unit is read only where the others are none of its words. */
function fromItem({ line, text, beside }: Row): Found<string> | undefined {
  if (line.cells.length === 1) return unit(unbulleted(text), line, text)
  const [words, other] = line.cells.filter((cell) => UNIT.test(cell))
  return words === undefined || other !== undefined || beside.length > 0 ? undefined : unit(words, line, text)
}

function unit(words: string, line: Line, quote: string): Found<string> | undefined {
  const name = withoutEnd(words, '.;,').trim()
  const sure =
    UNIT.test(name) && !UNSURE.test(name.replace(NUMBERED_UNIT, '')) && !isBroken(name) && !endsWithName(name)
  return sure ? found(name, line, quote) : undefined
}

const PERIOD_LABEL = wording(
  `${NUMBERED}(?:«Thời gian đánh giá|Thời gian tiến hành|Thời gian tiến hành đánh giá|Thời gian thực hiện đánh giá|Thời gian đánh giá nội bộ|Ngày đánh giá» ?:)`,
)
/** May stand over any time told in the report: the first is that of the audit, where none is called so. */
const TIME = wording(`${NUMBERED}«Thời gian» ?:`)
/** Who audited, and that they did: a sentence with both tells when. */
const TEAM_ACTING = wording('«Đoàn|Tổ» (?:«đánh giá|chuyên gia»)|^«Cuộc đánh giá|Đợt đánh giá|Việc đánh giá» ')
const DID = wording(
  '«đã tiến hành|được tiến hành|được thực hiện|diễn ra|tiến hành đánh giá|thực hiện đánh giá|đã thực hiện|đã đánh giá»',
)
/** What was planned is not what was done; legal bases and the plan are cited by their own days. */
const NOT_DONE = wording('^«Căn cứ|Theo|Thực hiện»|«theo kế hoạch|dự kiến|khắc phục|hoàn thành|số» ?\\d*/?')

/**
 * First and last day of an audit: after the label (`Thời gian đánh giá:`), or in the sentence that tells when the audit
 * team audited. An audit of one day has it for both.
 */
export function auditPeriod(outline: Outline): Pick<DocumentFacts['audit'], 'from' | 'to'> {
  const { own, head } = outline
  const statements = statementsOf(own.slice(head.length))
  const today = dayOfMinutes(outline, statements)
  if (today.length > 0) return { from: today, to: today }
  const time = statements.some(({ text }) => PERIOD_LABEL.test(text))
    ? undefined
    : statements.find(({ text }) => TIME.test(text))
  const told = statements.flatMap((statement) => {
    const { text, line } = statement
    const label = PERIOD_LABEL.exec(text) ?? (statement === time ? TIME.exec(text) : null)
    if (!label && (NOT_DONE.test(text) || !TEAM_ACTING.test(text) || !DID.test(text))) return []
    // Of a scan, a day that nobody could read would leave half a period.
    if (LIMIT.test(text) || hasUnknown(text)) return []
    const period = periodIn(label ? text.slice(label[0].length) : text)
    return period ? [{ from: found(period.from, line, text), to: found(period.to, line, text) }] : []
  })
  return { from: distinct(told.map(({ from }) => from)), to: distinct(told.map(({ to }) => to)) }
}

const TODAY = wording('^«Hôm nay»,? ')
/** Minutes of the audit itself, not of a meeting that opened or closed it. */
const OF_AUDIT = wording('^(?:«Về việc» )?«đánh giá nội bộ|đánh giá chất lượng nội bộ»')

/**
 * The day of minutes that are written while an audit is done: `Hôm nay, vào hồi 08 giờ, ngày …`. Where they tell of a period
 * too, or of more days than one, it is none: the audit may have taken longer.
 */
function dayOfMinutes(outline: Outline, statements: readonly Statement[]): readonly Found<string>[] {
  if (outline.title?.kind !== 'BIÊN BẢN' || !subject(outline).some(({ value }) => OF_AUDIT.test(value))) return []
  const tellsPeriod = (text: string) =>
    PERIOD_LABEL.test(text) || TIME.test(text) || (TEAM_ACTING.test(text) && DID.test(text))
  if (statements.some(({ text }) => tellsPeriod(text))) return []
  const told = statements.find(({ text }) => TODAY.test(text))
  if (told === undefined || hasUnknown(told.text) || LIMIT.test(told.text)) return []
  const days = datesIn(told.text).map(({ iso }) => found(iso, told.line, told.text))
  return days.length === 1 ? days : []
}

const WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai']
const SPELT = `«${[...WORDS].sort((a, b) => b.length - a.length).join('|')}»`

/** A count as official texts write it: `03`, `03 (ba)`, `ba (03)`, `ba`; groups are the figure and the words. */
const COUNT = `(?:(\\d{1,3})(?: ?\\( ?(${SPELT}) ?\\))?|(${SPELT})(?: ?\\( ?(\\d{1,3}) ?\\))?)`

/** The numbers that a count tells: one, or two where figure and words differ. */
function countsOf(groups: readonly (string | undefined)[]): number[] {
  const told = groups.flatMap((group) => (group === undefined ? [] : [numberOf(group)]))
  return [...new Set(told)]
}

function numberOf(group: string): number {
  return /^\d/u.test(group) ? Number(group) : WORDS.findIndex((word) => wording(`^«${word}»$`).test(group))
}

const POINTS = '«điểm không phù hợp|sự không phù hợp|điểm KPH»'
/** `Số điểm không phù hợp: 03`, `Tổng số điểm không phù hợp phát hiện: 03 điểm`. */
const LABELLED = wording(
  `${NUMBERED}(?:«Tổng số|Tổng cộng|Số lượng|Số» ?)?(?:«các» ?)?${POINTS}(?: ?«được phát hiện|phát hiện|phát hiện được|được ghi nhận|ghi nhận»)? ?: ?${COUNT} ?(?:${POINTS}|«điểm»)?(?=[ .;]*$)`,
)
const NONE_LABELLED = wording(
  `${NUMBERED}(?:«Tổng số|Số lượng|Số» ?)?(?:«các» ?)?${POINTS}(?: ?«được phát hiện|phát hiện»)? ?: ?«không|không có|không phát hiện»(?=[ .;]*$)`,
)
/** `phát hiện 03 điểm không phù hợp`; of one grade only, it is not the number of all. */
const TOLD = wording(
  `(?:«phát hiện|phát hiện được|ghi nhận|ghi nhận được|nêu|lập|xác định|có|phát hiện tổng số|phát hiện tổng cộng|có tổng số|có tổng cộng») ${COUNT} ?${POINTS}(?= ?(?:[.,;:)]|$|«và|gồm|như sau|trong đó»))`,
  'gu',
)
/** Of the whole audit only where nothing but its result is told before: parts of a report say the same of one clause. */
const NONE_TOLD = wording(
  `${NUMBERED}(?:«Kết quả|Kết luận|Tồn tại|Hạn chế»[^:.]{0,40}: ?)?(?:«Qua» [^,:.]{1,40}, ?)?(?:«Đoàn|Tổ»[\\p{L} ]{0,25} )?«không phát hiện|không có|không ghi nhận|chưa phát hiện» ?(?:«các|ra|thấy|được» ?)?${POINTS}(?= ?(?:«nào» ?)?(?:[.,;]|$))`,
)
/** A label before the sentence, other than of the result: it is told of that part. */
const SECTION = wording(
  `${NUMBERED}(?!«Kết quả|Kết luận|Tồn tại|Hạn chế|Tổng|Điểm không phù hợp|Số điểm»)[^:.]{1,60}:(?= )`,
)
/** Some were found, whoever they are of. */
const SOME = wording(`(?<!\\d)0*[1-9]\\d{0,2} ?(?:\\([^)]{1,12}\\) ?)?${POINTS}`)
/** Of one unit, of an earlier audit, or of what became of them: not how many this audit found. */
const OTHER = wording(
  '^[-–+•\\da-zđ.) ]*«Về|Đối với|Trong»(?!\\p{L})|«lần trước|kỳ trước|đợt trước|năm trước|trước đây|đã khắc phục|khắc phục|đã đóng|nếu có|nếu»|(?:^|[ (])«tại|của|ở|thuộc» (?:«các» )?(?=«phòng|văn phòng|trung tâm|bộ phận|thanh tra|chi cục|ban|tổ»(?!\\p{L}))|^[-–+•\\d.) ]*«Phòng|Văn phòng|Trung tâm|Bộ phận|Thanh tra|Chi cục|Ban|Tổ»(?!\\p{L})|«năm|lần|đợt» \\d',
)

/**
 * How many nonconformities an audit report says were found. Numbers of one unit, of one grade, of an earlier audit, or of
 * those corrected are none; numbers that differ are all told.
 */
export function auditNonconformities({ own, head }: Outline): readonly Found<number>[] {
  const told = statementsOf(own.slice(head.length)).flatMap(sentences)
  const some = told.some(({ text }) => SOME.test(text))
  return distinct(told.flatMap((sentence) => countIn(sentence, some)))
}

function sentences({ text, line, lines }: Statement): Statement[] {
  return text.split(/(?<=[.;]) (?=\p{Lu})/u).map((sentence) => ({ text: sentence, line, lines }))
}

function countIn({ text, line }: Statement, some: boolean): Found<number>[] {
  if (line.cells.length > 2 || OTHER.test(text) || (SECTION.test(text) && !LABELLED.test(text))) return []
  const labelled = LABELLED.exec(text)
  const told = labelled ? [labelled] : [...text.matchAll(TOLD)]
  const none = !some && (NONE_LABELLED.test(text) || NONE_TOLD.test(text))
  const counts = [...told.flatMap(([, ...groups]) => countsOf(groups)), ...(none ? [0] : [])]
  return counts.map((count) => found(count, line, text))
}
