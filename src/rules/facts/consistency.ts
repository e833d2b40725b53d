import type { Clock, Day } from '../../core/days.ts'
import { fromPointer, toPointer } from '../../core/json.ts'
import { foldName } from '../../core/names.ts'
import type { Manifest } from '../../dossier/manifest.ts'
import { field, list } from './fact.ts'
import { day, type Scope } from './scope.ts'

/** A number and sign the agency gave to documents of one year, as first written, and where. */
interface NumberInYear {
  number: string
  year: string
  pointers: readonly string[]
}

/**
 * The numbers and signs of the agency's own documents: declarations, notices, the status report. Numbers restart each
 * year; they match case folded and without white space.
 */
function numbersInYear({ manifest }: Scope): readonly NumberInYear[] {
  const found = new Map<string, { number: string; year: string; pointers: string[] }>()
  for (const { number, date, pointer } of ownNumbers(manifest)) {
    const year = date.slice(0, 4)
    const key = `${year} ${foldName(number).replaceAll(' ', '')}`
    const known = found.get(key) ?? { number, year, pointers: [] }
    known.pointers.push(pointer)
    found.set(key, known)
  }
  return [...found.values()]
}

function ownNumbers({ declarations = [], statusReport }: Manifest) {
  const used: { number: string | undefined; date: string; pointer: string }[] = []
  declarations.forEach(({ number, signedOn, notice }, index) => {
    used.push({ number, date: signedOn, pointer: `/declarations/${index}/number` })
    if (notice)
      used.push({ number: notice.number, date: notice.sentOn, pointer: `/declarations/${index}/notice/number` })
  })
  if (statusReport)
    used.push({ number: statusReport.number, date: statusReport.signedOn, pointer: '/statusReport/number' })
  return used.flatMap(({ number, ...rest }) => (number === undefined ? [] : [{ number, ...rest }]))
}

/** The files of the bundle by content: each entry holds the paths, in order, under which the same bytes are found. */
function filesByContent({ dossier }: Scope): readonly (readonly string[])[] {
  const byHash = new Map<string, string[]>()
  for (const { path, sha256, state } of dossier.files.values()) {
    if (state === 'empty') continue
    const paths = byHash.get(sha256) ?? []
    byHash.set(sha256, paths)
    paths.push(path)
  }
  return [...byHash.values()]
}

/**
 * Where the dates of acts that are said to be done stand: approvals, audits, reviews, signings, notices, postings,
 * trainings, results, improvements, reports, corrections (Nghị định 30/2020/NĐ-CP Điều 15). Deadlines, days of effect,
 * of withdrawal and of validity are no acts: they may well lie ahead.
 */
export const ACT_DATES = [
  '/catalogue/decision/signedOn',
  '/processes/*/approvedOn',
  '/documents/*/approvedOn',
  '/legalChanges/*/revisedOn',
  '/internalAudits/*/from',
  '/internalAudits/*/to',
  '/internalAudits/*/nonconformities/*/raisedOn',
  '/internalAudits/*/nonconformities/*/closedOn',
  '/internalAudits/*/nonconformities/*/verifiedOn',
  '/managementReviews/*/heldOn',
  '/effectiveness/confirmedOn',
  '/declarations/*/signedOn',
  '/declarations/*/notice/sentOn',
  '/declarations/*/posted/on',
  '/declarations/*/online/on',
  '/dissemination/on',
  '/training/*/on',
  '/satisfaction/on',
  '/records/*/receivedOn',
  '/records/*/returnedOn',
  '/improvements/*/on',
  '/statusReport/signedOn',
  '/statusReport/receivedOn',
  '/earlierFindings/*/raisedOn',
  '/earlierFindings/*/correctedOn',
  '/onSiteInspection/recordSignedOn',
  '/onSiteInspection/correctiveReportOn',
  '/certificates/*/issuedOn',
]

const PATHS = ACT_DATES.map(fromPointer)

/** The day of an act, and where it stands (RFC 6901). */
export interface ActDate {
  on: Day
  pointer: string
}

/** Several facts ask for the dates of one manifest, each on many days. */
const KNOWN = new WeakMap<Manifest, readonly ActDate[]>()

/** The dates of all acts that the manifest says were done, whatever the day. */
export function actDates(manifest: Manifest): readonly ActDate[] {
  const known = KNOWN.get(manifest) ?? PATHS.flatMap((path) => datesAt(manifest, path, []))
  KNOWN.set(manifest, known)
  return known
}

function datesAt(value: unknown, path: readonly string[], at: readonly string[]): ActDate[] {
  const [step, ...rest] = path
  if (step === undefined) {
    const on = typeof value === 'string' ? day(value) : undefined
    return on === undefined ? [] : [{ on, pointer: toPointer(at) }]
  }
  if (step === '*') return Array.isArray(value) ? value.flatMap((one, i) => datesAt(one, rest, [...at, String(i)])) : []
  return isRecord(value) ? datesAt(value[step], rest, [...at, step]) : []
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** One thing to compare: the date of an act, a number and sign within its year, or the content of a file. */
interface Item {
  key: string
  on?: Day
  /** Documents of the year that bear the number and sign. */
  uses?: number
  /** Paths under which the same bytes are found. */
  copies?: number
  /** Pointers, or paths, of all that share the number or the bytes. */
  places?: readonly string[]
  place: { pointer?: string; file?: string }
}

function items(scope: Scope): readonly Item[] {
  return [
    ...actDates(scope.manifest).map(({ on, pointer }) => ({ key: pointer, on, place: { pointer } })),
    ...numbersInYear(scope).map(({ number, pointers }) => ({
      key: number,
      uses: pointers.length,
      places: pointers,
      place: { pointer: pointers.at(-1) ?? '' },
    })),
    ...filesByContent(scope).map((paths) => ({
      key: paths[0] ?? '',
      copies: paths.length,
      places: paths,
      place: { file: paths[0] ?? '' },
    })),
  ]
}

/** Dates of acts, numbers and signs, and contents of files, each to be compared with the day or with the others. */
export const consistencyChecksList = list<Item>({
  label: { vi: 'ngày tháng, số và ký hiệu, tệp', en: 'dates, numbers and signs, files' },
  items: (scope: Scope, clock: Clock) => scope.derive(items, clock),
  place: ({ place }) => place,
  fields: {
    key: field('text', 'nội dung đối chiếu', 'what is compared', (item: Item) => item.key),
    on: field('day', 'ngày thực hiện', 'day of the act', (item) => item.on),
    uses: field(
      'number',
      'số văn bản dùng chung số, ký hiệu',
      'documents with the number and sign',
      (item) => item.uses,
    ),
    copies: field('number', 'số tệp có cùng nội dung', 'files with the same bytes', (item) => item.copies),
    places: field('texts', 'nơi dùng', 'where they stand', (item) => item.places),
  },
})
