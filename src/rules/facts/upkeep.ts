import { addMonths, type Clock, type Day, toDay } from '../../core/days.ts'
import type { Manifest } from '../../dossier/manifest.ts'
import { type Facts, fact, field, list } from './fact.ts'
import { day, done, latest, type Scope, usableFile } from './scope.ts'

interface Item {
  objective: NonNullable<Manifest['objectives']>[number]
  dueOn: Day | undefined
  /** The year assessed less the year of the objective: 0 is this year's, 1 last year's. */
  yearsBack: number
  pointer: string
}

function items({ manifest }: Scope): readonly Item[] {
  return (manifest.objectives ?? []).map((objective, index) => ({
    objective,
    dueOn: day(objective.dueOn),
    yearsBack: manifest.assessmentYear - objective.year,
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

interface Span {
  from: Day
  through: Day
}

/** The days on which each record of a listed process is at most twelve months old. */
function spans({ manifest: { processes, records } }: Scope): readonly Span[] | undefined {
  if (!processes || !records) return undefined
  const listed = new Set(processes.map(({ code }) => code))
  return records.flatMap(({ process, receivedOn }) => {
    const from = toDay(receivedOn)
    return listed.has(process) ? [{ from, through: addMonths(from, 12) }] : []
  })
}

function ofPastYear(scope: Scope, clock: Clock): number | undefined {
  return scope.derive(spans, clock)?.filter(({ from, through }) => clock.within(from, through)).length
}

/** Records that carrying out processes left behind (Thông tư 26/2014 Điều 36 khoản 1 điểm d). */
export const recordFacts: Facts = {
  'records.ofPastYear': fact(
    'number',
    'số hồ sơ của các quy trình đã kê khai, tiếp nhận trong 12 tháng trước ngày đánh giá',
    'records of listed processes received in the past twelve months',
    (s, c) => s.derive(ofPastYear, c),
    () => '/records',
  ),
}
