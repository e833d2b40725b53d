import { addMonths, type Clock, type Day, toDay } from '../../core/days.ts'
import { foldName } from '../../core/names.ts'
import type { Manifest } from '../../dossier/manifest.ts'
import { type Facts, fact, field, list } from './fact.ts'
import { day, done, latest, type Scope, usableFile } from './scope.ts'

interface Item {
  objective: NonNullable<Manifest['objectives']>[number]
  dueOn: Day | undefined
  /** The year assessed less the year of the objective: 0 is this year's, 1 last year's. */
  yearsBack: number
  /** Target and result are numbers, and the result falls short; absent where they cannot be compared. */
  fallsShort: boolean | undefined
  /** The target says no number to measure by: "tốt", "mức cao". */
  vague: boolean
  pointer: string
}

const NUMBER = /^\D*?(\d+(?:[.,]\d+)?)\s*(?:%|\p{L}[^\d]*)?$/u
/** Words and signs of a target that is not to be exceeded. */
const AT_MOST = /^(?:≤|<|<=|không quá|không vượt quá|tối đa|dưới|nhiều nhất)/u

function numberIn(text: string): number | undefined {
  const digits = NUMBER.exec(foldName(text))?.[1]
  return digits === undefined ? undefined : Number(digits.replace(',', '.'))
}

/** A result against a target, both with one number; of a target that begins with "≤", "không quá" … the other way round. */
function fallsShort(target: string | undefined, result: string | undefined): boolean | undefined {
  if (target === undefined || result === undefined) return undefined
  const [wanted, found] = [numberIn(target), numberIn(result)]
  if (wanted === undefined || found === undefined) return undefined
  return AT_MOST.test(foldName(target)) ? found > wanted : found < wanted
}

function items({ manifest }: Scope): readonly Item[] {
  return (manifest.objectives ?? []).map((objective, index) => ({
    objective,
    dueOn: day(objective.dueOn),
    yearsBack: manifest.assessmentYear - objective.year,
    fallsShort: fallsShort(objective.target, objective.result),
    vague: objective.target !== undefined && !/\d/u.test(objective.target),
    pointer: `/objectives/${index}`,
  }))
}

/** The quality objectives of every year. */
export const objectivesList = list<Item>({
  label: { vi: 'mục tiêu chất lượng', en: 'quality objectives' },
  items,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    text: field('text', 'nội dung mục tiêu', 'objective', (item: Item) => item.objective.text),
    year: field('text', 'năm của mục tiêu', 'year of the objective', (item) => String(item.objective.year)),
    yearsBack: field(
      'number',
      'số năm trước năm đánh giá',
      'years before the assessment year',
      (item) => item.yearsBack,
    ),
    target: field('text', 'chỉ tiêu', 'target', (item) => item.objective.target),
    unit: field('text', 'đơn vị tính', 'unit of measure', (item) => item.objective.unit),
    dueOn: field('day', 'thời hạn thực hiện mục tiêu', 'day the objective is due', (item) => item.dueOn),
    owner: field('text', 'người hoặc đơn vị chịu trách nhiệm', 'who is responsible', (item) => item.objective.owner),
    result: field('text', 'kết quả thực hiện mục tiêu', 'result of the objective', (item) => item.objective.result),
    fallsShort: field('flag', 'kết quả thấp hơn chỉ tiêu', 'the result is below the target', (item) => item.fallsShort),
    vague: field('flag', 'chỉ tiêu không có số để đo lường', 'the target has no number', (item) => item.vague),
  },
})

const disseminatedOn = ({ manifest }: Scope, clock: Clock) => done(manifest.dissemination?.on, clock)

/** Dissemination of the documents to staff (Thông tư 26/2014 Điều 7 khoản 2 điểm đ); one dated later has reached nobody yet. */
export const disseminationFacts: Facts = {
  'dissemination.on': fact(
    'day',
    'ngày phổ biến tài liệu',
    'day of the dissemination',
    disseminatedOn,
    () => '/dissemination/on',
  ),
  'dissemination.reached': fact(
    'number',
    'số người đã được phổ biến',
    'people reached',
    (s, c) => (disseminatedOn(s, c) === undefined ? undefined : s.manifest.dissemination?.reached),
    () => '/dissemination/reached',
  ),
  'dissemination.file': fact(
    'file',
    'tài liệu về việc phổ biến',
    'record of the dissemination',
    (s) => usableFile(s, s.manifest.dissemination?.file),
    () => '/dissemination/file',
  ),
}

/** Of a training's topic: internal audit, internal auditors (Thông tư 26/2014 Điều 7 khoản 2 điểm c). */
const AUDITORS = /đánh giá nội bộ|đánh giá viên|đgnb|internal audit/u
const CLIMATE = /khí hậu|climate|amd ?1|sửa đổi 1/u

/** Whether any document on context, risks or reviews, or a training, speaks of climate (TCVN ISO 9001:2015/Amd 1:2024). */
function climateConsidered({ manifest }: Scope): boolean {
  const titles = (manifest.documents ?? []).map(({ title }) => title)
  const topics = (manifest.training ?? []).map(({ topic }) => topic ?? '')
  const standards = [manifest.standard ?? '', ...(manifest.declarations ?? []).map(({ standard }) => standard)]
  return [...titles, ...topics, ...standards, manifest.scope?.statement ?? ''].some((one) =>
    CLIMATE.test(foldName(one)),
  )
}

function latestTraining(scope: Scope, clock: Clock) {
  return latest(scope.manifest.training ?? [], ({ on }) => day(on), clock)
}

const lastTraining = (scope: Scope, clock: Clock) => scope.derive(latestTraining, clock)
const trainingPlace = (key: string) => (scope: Scope, clock: Clock) => {
  const found = lastTraining(scope, clock)
  return found && `/training/${found.index}${key}`
}

/** The latest training on the QMS (QĐ 19/2014 Điều 11 khoản 3). */
export const trainingFacts: Facts = {
  'latestTraining.on': fact(
    'day',
    'ngày đào tạo gần nhất',
    'day of the latest training',
    (s, c) => lastTraining(s, c)?.on,
    trainingPlace(''),
  ),
  'training.ofAuditors': fact(
    'flag',
    'đào tạo chuyên gia đánh giá nội bộ',
    'training of internal auditors',
    ({ manifest }, clock) =>
      manifest.training?.some(({ on, topic }) => done(on, clock) !== undefined && AUDITORS.test(foldName(topic ?? ''))),
    () => '/training',
  ),
  'training.onClimate': fact(
    'flag',
    'phổ biến Sửa đổi 1:2024 (biến đổi khí hậu) của tiêu chuẩn',
    'word of amendment 1:2024 of the standard (climate)',
    climateConsidered,
  ),
  'latestTraining.people': fact(
    'number',
    'số người được đào tạo',
    'people trained',
    (s, c) => lastTraining(s, c)?.act.people,
    trainingPlace('/people'),
  ),
  'latestTraining.file': fact(
    'file',
    'hồ sơ đào tạo',
    'record of training',
    (s, c) => usableFile(s, lastTraining(s, c)?.act.file),
    trainingPlace('/file'),
  ),
}

interface RecordItem {
  record: NonNullable<Manifest['records']>[number]
  receivedOn: Day
  dueOn: Day | undefined
  returnedOn: Day | undefined
  file: string | undefined
  pointer: string
}

/** The records of listed processes. */
function ofListed(scope: Scope): readonly RecordItem[] | undefined {
  const { processes, records } = scope.manifest
  if (!processes || !records) return undefined
  const listed = new Set(processes.map(({ code }) => code))
  return records.flatMap((record, index) =>
    listed.has(record.process)
      ? {
          record,
          receivedOn: toDay(record.receivedOn),
          dueOn: day(record.dueOn),
          returnedOn: day(record.returnedOn),
          file: usableFile(scope, record.file),
          pointer: `/records/${index}`,
        }
      : [],
  )
}

/** Those of them received within the twelve months before the day. */
function ofPastYear(scope: Scope, clock: Clock): readonly RecordItem[] | undefined {
  return scope.derive(ofListed, clock)?.filter(({ receivedOn }) => clock.within(receivedOn, addMonths(receivedOn, 12)))
}

/** The records of listed processes received within the twelve months before the day. */
export const recordsOfPastYearList = list<RecordItem>({
  label: {
    vi: 'hồ sơ của các quy trình đã kê khai, tiếp nhận trong 12 tháng trước ngày đánh giá',
    en: 'records of listed processes received in the past twelve months',
  },
  items: (scope: Scope, clock: Clock) => scope.derive(ofPastYear, clock) ?? [],
  place: ({ pointer }) => ({ pointer }),
  fields: {
    fileCode: field('text', 'mã hồ sơ', 'file code', (item: RecordItem) => item.record.fileCode),
    process: field('text', 'mã quy trình', 'process code', (item) => item.record.process),
    receivedOn: field('day', 'ngày tiếp nhận', 'day received', (item) => item.receivedOn),
    dueOn: field('day', 'ngày hẹn trả kết quả', 'day due', (item) => item.dueOn),
    returnedOn: field('day', 'ngày trả kết quả', 'day returned', (item) => item.returnedOn),
    returnedInTime: field(
      'flag',
      'trả kết quả đúng hạn',
      'returned in time',
      ({ dueOn, returnedOn }) => dueOn !== undefined && returnedOn !== undefined && returnedOn <= dueOn,
    ),
    file: field('file', 'tệp hồ sơ', 'file of the record', (item) => item.file),
  },
})

/** Records that carrying out processes left behind (Thông tư 26/2014 Điều 36 khoản 1 điểm d). */
export const recordFacts: Facts = {
  'records.ofPastYear': fact(
    'number',
    'số hồ sơ của các quy trình đã kê khai, tiếp nhận trong 12 tháng trước ngày đánh giá',
    'records of listed processes received in the past twelve months',
    (s, c) => s.derive(ofPastYear, c)?.length,
    () => '/records',
  ),
}
