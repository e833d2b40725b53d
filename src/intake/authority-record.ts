import { InputError, type Language, type Localized, type Problem, withValues } from '../core/errors.ts'
import { sha256 } from '../core/json.ts'
import { agencyCode, foldWords } from '../core/names.ts'
import { type AuthorityRecord, authorityRecord, authorityRecords } from '../dossier/authority-record.ts'
import type { NamedFile, PerAgency } from './catalogue/authority-catalogue.ts'
import type { ReadOptions } from './container.ts'
import { displayName } from './display.ts'
import { formOf } from './file-kinds.ts'
import { Deadline } from './limits.ts'
import { checkText } from './manifest/manifest.ts'
import { Refusal } from './refusals/refusal.ts'
import { type Cell, columnName, type Sheet, SheetUnreadable } from './sheet.ts'
import { AUTHORITY_RECORD_TEXTS, AUTHORITY_RECORD_NOT_JSON as NOT_JSON } from './words.ts'
import { readDate, readNumber, saysNothing } from './written-values.ts'

/** The authority's record of one agency, and the file it stands in. */
export interface FoundRecord {
  record: AuthorityRecord
  name: string
  sha256: string
}

/**
 * The authority's record of an agency, from a folder of them or one file for many.
 * @returns undefined where there is none
 * @throws InputError when the file cannot be used: it is ours, so no bundle is refused for it
 */
export async function recordOf(given: PerAgency, code: string, options: ReadOptions): Promise<FoundRecord | undefined> {
  const own = agencyCode(code)
  const [file, more] = 'of' in given ? await given.of(own) : [given]
  if (file === undefined) return undefined
  if (more !== undefined) throw unusable(file.name, twoFiles(more.name))
  const known = READ.get(file.bytes) ?? readAuthorityRecords(file, options)
  READ.set(file.bytes, known)
  // It may have failed for want of time, and is read again by who asks next.
  known.catch(() => READ.delete(file.bytes))
  const all = await known
  const records = all.filter(({ agency }) => agencyCode(agency) === own)
  if (records.length === 0 && 'of' in given) throw unusable(file.name, ofAnother(own, all))
  const [record, another] = records
  if (another !== undefined) throw unusable(file.name, twice(own))
  return record && { record, name: displayName(file.name), sha256: sha256(file.bytes) }
}

/** A file for many agencies is asked once for each: it is read once. */
const READ = new WeakMap<Uint8Array, Promise<readonly AuthorityRecord[]>>()

const twoFiles = (other: string): Localized =>
  withValues(AUTHORITY_RECORD_TEXTS.forSameAgencyKeep, { other: displayName(other) })

/** A file of an agency by its name, in which another stands. */
const ofAnother = (code: string, records: readonly AuthorityRecord[]): Localized => {
  const others = records.map(({ agency }) => displayName(agency)).join(', ') || '—'
  return withValues(AUTHORITY_RECORD_TEXTS.nameSaysButRecord, { code, others })
}

const twice = (code: string): Localized => withValues(AUTHORITY_RECORD_TEXTS.agencyTwoRecordsPut, { code })

/**
 * Every record of a file: JSON (one record, or `records` with a list), or a workbook with a sheet for each kind of entry.
 * @throws InputError naming every place that is not as it must be
 */
export async function readAuthorityRecords(
  { bytes, name }: NamedFile,
  options: ReadOptions,
): Promise<readonly AuthorityRecord[]> {
  if (!name.toLowerCase().endsWith('.json')) return fromWorkbook({ bytes, name }, options)
  if (bytes.length > options.limits.manifestJsonBytes) throw unusable(name, AUTHORITY_RECORD_TEXTS.fileTooLarge)
  const many = /"records"\s*:\s*\[/.test(new TextDecoder().decode(bytes))
  const reading = many ? await checkText(bytes, 'json', authorityRecords) : await one(bytes)
  if ('ok' in reading) return reading.ok.value.records
  const { problems = [] } = reading.fault
  throw unusable(name, problems.length === 0 ? NOT_JSON : listed(problems))
}

async function one(bytes: Uint8Array) {
  const reading = await checkText(bytes, 'json', authorityRecord)
  return 'fault' in reading ? reading : { ok: { value: { records: [reading.ok.value] } } }
}

function listed(problems: readonly Problem[]): Localized {
  const line = (lang: keyof Localized, { pointer = '', line: at, found, expected }: Problem) => {
    const row = at === undefined ? '' : `${lang === 'vi' ? 'dòng' : 'line'} ${at}`
    // What is no JSON has no place but its line, and its column stands in what is said of it.
    if (pointer === '') return `${row}, ${expected[lang]}`
    return `${pointer}${row && ` (${row})`}: '${displayName(found)}'. ${expected[lang]}`
  }
  const lines = (lang: Language) => problems.map((each) => line(lang, each)).join('\n')
  return withValues(AUTHORITY_RECORD_TEXTS.contentNotRight, { lines: { vi: lines('vi'), en: lines('en') } })
}

function unusable(name: string, why: Localized, cause?: unknown): InputError {
  const shown = displayName(name)
  return new InputError(withValues(AUTHORITY_RECORD_TEXTS.authoritySRecord, { shown, why }), { cause })
}

type Kind = 'text' | 'date' | 'count' | readonly (readonly [string, readonly string[]])[]
/** A column of a sheet: its key in the record, its heading, how it is written. */
type Columns = Readonly<Record<string, readonly [heading: string, kind: Kind]>>

/** Sheets of the workbook by title; each has the column Mã cơ quan too. `none`: the row says that there is none. */
const SHEETS: readonly {
  title: string
  key: 'list' | 'one' | 'receipts'
  at: keyof AuthorityRecord
  columns: Columns
}[] = [
  {
    title: 'Kiểm tra tại trụ sở',
    key: 'one',
    at: 'onSiteInspection',
    columns: {
      recordSignedOn: ['Ngày ký Biên bản', 'date'],
      findings: ['Số nội dung chưa đáp ứng', 'count'],
      correctiveReportOn: ['Ngày nhận báo cáo khắc phục', 'date'],
    },
  },
  {
    title: 'Nội dung đã nêu',
    key: 'list',
    at: 'earlierFindings',
    columns: {
      id: ['Ký hiệu nội dung', 'text'],
      raisedOn: ['Ngày nêu', 'date'],
      correctedOn: ['Ngày khắc phục xong', 'date'],
    },
  },
  {
    title: 'Văn bản đã nhận',
    key: 'receipts',
    at: 'noticeReceivedOn',
    columns: {
      statusReport: ['Ngày nhận báo cáo', 'date'],
      noticeReceivedOn: ['Ngày nhận thông báo công bố', 'date'],
    },
  },
  {
    title: 'Tài liệu đã xem',
    key: 'list',
    at: 'papersSeen',
    columns: {
      rule: ['Quy tắc', 'text'],
      number: ['Số, ký hiệu', 'text'],
      signedOn: ['Ngày ký', 'date'],
      how: [
        'Cách xem',
        [
          ['paper', ['ban giay', 'paper']],
          ['link', ['duong dan', 'lien ket', 'link']],
          ['original', ['ban goc', 'original']],
        ],
      ],
      seenOn: ['Ngày xem', 'date'],
      by: ['Người xem', 'text'],
    },
  },
  {
    title: 'Kết luận',
    key: 'list',
    at: 'decisions',
    columns: {
      rule: ['Quy tắc', 'text'],
      item: ['Mục', 'text'],
      outcome: [
        'Kết luận',
        [
          ['pass', ['dat', 'dap ung', 'pass']],
          ['fail', ['chua dat', 'chua dap ung', 'fail']],
          ['missingEvidence', ['chua du can cu', 'thieu tai lieu', 'missing evidence']],
          ['notApplicable', ['khong ap dung', 'not applicable']],
        ],
      ],
      on: ['Ngày', 'date'],
      by: ['Người kết luận', 'text'],
      reason: ['Lý do', 'text'],
    },
  },
]

const AGENCY = ['ma co quan', 'ma don vi', 'agency']

async function fromWorkbook({ bytes, name }: NamedFile, options: ReadOptions): Promise<AuthorityRecord[]> {
  const form = formOf(bytes, name)
  if (form.form !== 'xlsx') throw unusable(name, AUTHORITY_RECORD_TEXTS.mustJsonOrXlsx)
  const records = new Map<string, Record<string, unknown>>()
  const wrong: string[] = []
  try {
    const { openWorkbook } = await import('./xlsx/workbook.ts')
    const deadline = new Deadline(options)
    for (const sheet of await openWorkbook(bytes, options, () => deadline.check())) {
      const about = SHEETS.find(({ title }) => foldWords(title) === foldWords(sheet.name))
      if (about === undefined) wrong.push(`'${sheet.name}': ${SHEETS.map(({ title }) => title).join(', ')}`)
      else readSheet(await sheet.read(), about, records, wrong)
    }
  } catch (error) {
    if (error instanceof SheetUnreadable || error instanceof Refusal) throw unusable(name, error.text, error)
    throw error
  }
  const parsed = [...records.values()].map((each) => authorityRecord.safeParse(each))
  for (const { success, error } of parsed)
    if (!success) wrong.push(...error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  if (wrong.length > 0)
    throw unusable(name, withValues(AUTHORITY_RECORD_TEXTS.notUnderstood, { wrong: wrong.join('\n') }))
  return parsed.flatMap(({ data }) => data ?? [])
}

function readSheet(
  sheet: Sheet,
  { key, at, columns }: (typeof SHEETS)[number],
  records: Map<string, Record<string, unknown>>,
  wrong: string[],
): void {
  const places = new Map<string, number>()
  for (const { row, cells } of sheet.rows) {
    if (!places.has(':agency')) {
      for (const [column, cell] of cells.entries()) {
        const words = foldWords(cell?.text ?? '')
        if (AGENCY.includes(words)) places.set(':agency', column)
        for (const [name, [heading]] of Object.entries(columns))
          if (words === foldWords(heading)) places.set(name, column)
      }
      continue
    }
    const cellOf = (name: string): Cell | undefined => cells[places.get(name) ?? -1]
    const code = cellOf(':agency')?.text
    if (code === undefined || saysNothing(code)) continue
    const record = records.get(agencyCode(code)) ?? { agency: agencyCode(code) }
    records.set(agencyCode(code), record)
    const entry: Record<string, unknown> = {}
    let none = false
    for (const [name, [heading, kind]] of Object.entries(columns)) {
      const cell = cellOf(name)
      if (cell === undefined || saysNothing(cell.text)) continue
      const isNone = foldWords(cell.text) === 'khong co'
      const value = isNone ? null : readValue(cell, kind, sheet.date1904)
      none ||= isNone
      if (value === undefined) {
        const where = `${sheet.name}!${columnName(places.get(name) ?? 0)}${row}`
        wrong.push(`${where} (${heading}): '${displayName(cell.text)}'`)
      } else entry[name] = value
    }
    if (key === 'receipts') {
      if (entry.noticeReceivedOn !== undefined) record.noticeReceivedOn = entry.noticeReceivedOn
      if (entry.statusReport !== undefined)
        record.statusReport = entry.statusReport === null ? null : { receivedOn: entry.statusReport }
    } else if (key === 'one') record[at] = none ? null : entry
    else record[at] = none ? [] : [...((record[at] as object[] | undefined) ?? []), entry]
  }
  if (!places.has(':agency')) wrong.push(`'${sheet.name}': Mã cơ quan`)
}

function readValue(cell: Cell, kind: Kind, date1904: boolean): unknown {
  if (kind === 'text') return cell.text
  if (kind === 'date') {
    const reading = readDate(cell, date1904)
    return reading === 'unclear' ? undefined : reading?.value
  }
  if (kind === 'count') {
    const reading = readNumber(cell, 'count')
    return reading === 'unclear' ? undefined : reading.value
  }
  const words = foldWords(cell.text)
  return kind.find(([value, written]) => value === words || written.includes(words))?.[0]
}
