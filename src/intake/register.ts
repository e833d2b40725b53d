import { InputError, type Localized, withValues } from '../core/errors.ts'
import { agencyCode } from '../core/names.ts'
import { agency, BLOCKS, type Block, type Member, type Register, readBlock } from '../dossier/agency.ts'
import { TEXT_LIMITS } from '../dossier/primitives.ts'
import type { ReadOptions } from './container.ts'
import { bestHeading, readCsv } from './csv.ts'
import { displayName } from './display.ts'
import { formOf } from './file-kinds.ts'
import { Deadline } from './limits.ts'
import { Refusal } from './refusals/refusal.ts'
import { type Column, type Heading, headingOf, type OptionalColumn, understoodAt } from './register-headings.ts'
import { type Cell, type Sheet, type SheetRow, SheetUnreadable } from './sheet.ts'
import { REGISTER_NO_HEADING as NO_HEADING, REGISTER_TEXTS } from './words.ts'
import { readDate, saysNothing } from './written-values.ts'
import { openWorkbook } from './xlsx/workbook.ts'

/**
 * The authority's register of agencies from a CSV or XLSX file: a heading row in any order of columns, title rows above
 * it left out. Of a workbook the first visible sheet with such a row is read.
 * @param name of the file, for messages; what the file is, its bytes say
 * @throws InputError naming every row that cannot be understood, and how to write it; Refusal when time is over
 */
export async function readRegister(bytes: Uint8Array, name: string, options: ReadOptions): Promise<Register> {
  const file = displayName(name)
  const form = formOf(bytes, name)
  if (form.form === 'none') throw registerProblem(file, form.why)
  const sheets = await sheetsOf(bytes, form.form, options).catch((error: unknown) => {
    throw unreadable(file, error)
  })
  const found = sheets.flatMap((sheet) => headingOf(sheet.rows) ?? [])
  const sheet = sheets.find(({ rows }) => headingOf(rows) !== undefined)
  const [heading] = found
  if (sheet === undefined || heading === undefined) throw registerProblem(file, NO_HEADING)
  return membersOf(sheet, heading, file)
}

async function sheetsOf(bytes: Uint8Array, form: 'csv' | 'xlsx', options: ReadOptions): Promise<Sheet[]> {
  if (form === 'csv') return [await readCsv(bytes, bestHeading(understoodAt))]
  const deadline = new Deadline(options)
  const sheets: Sheet[] = []
  for (const sheet of await openWorkbook(bytes, options, () => deadline.check())) sheets.push(await sheet.read())
  return sheets
}

function unreadable(file: string, error: unknown): unknown {
  if (error instanceof SheetUnreadable || (error instanceof Refusal && error.code !== 'read-timeout'))
    return new InputError(registerProblem(file, error.text).text, { cause: error })
  return error
}

/** Some ten times what a province has. */
const MOST_MEMBERS = 5_000

const TOO_MANY: Localized = withValues(REGISTER_TEXTS.namesMoreThanAgencies, { mostMembers: MOST_MEMBERS })

/**
 * The members below a heading row. A row without code, name and block is no agency (a section, a total, a note) and is
 * passed over; of two rows with one code the first counts.
 * @throws InputError with every cell that cannot be understood
 */
function membersOf(sheet: Sheet, heading: Heading, file: string): Register {
  const warnings: Localized[] = heading.unknown.map((text) => unknownColumn(file, heading.row, text))
  const members = new Map<string, { member: Member; row: number }>()
  const problems: CellProblem[] = []
  for (const row of sheet.rows.filter((one) => one.row > heading.row)) {
    const reader = new RowReader(row, heading, sheet.date1904)
    if (reader.isEmpty()) continue
    const member = reader.read()
    problems.push(...reader.problems)
    const first = members.get(member.code)
    if (members.size >= MOST_MEMBERS) throw registerProblem(file, TOO_MANY)
    if (first) warnings.push(twice(file, row.row, first.row, member.code))
    else members.set(member.code, { member, row: row.row })
  }
  if (problems.length > 0) throw cellProblems(file, problems)
  return { members: [...members.values()].map(({ member }) => member), warnings }
}

/** One row of the register; what it cannot understand it notes. */
class RowReader {
  readonly problems: CellProblem[] = []
  readonly #row: SheetRow
  readonly #columns: Heading['columns']
  readonly #date1904: boolean

  constructor(row: SheetRow, { columns }: Heading, date1904: boolean) {
    this.#row = row
    this.#columns = columns
    this.#date1904 = date1904
  }

  /** Neither a code nor a block: no agency stands here. */
  isEmpty(): boolean {
    return [this.#cell('code'), this.#cell('block')].every((cell) => cell === undefined || saysNothing(cell.text))
  }

  read(): Member {
    const optional = {
      commune: this.#text('commune'),
      mergedInto: this.#text('mergedInto'),
      renamedFrom: this.#text('renamedFrom'),
      changedOn: this.#day('changedOn'),
      lastOnSite: this.#year('lastOnSite'),
    } satisfies { [column in OptionalColumn]: Member[column] | undefined }
    return {
      code: this.#code(),
      name: this.#text('name') ?? this.#wrong('name', EXPECTED.name, ''),
      block: readBlock(this.#text('block') ?? '') ?? this.#wrong('block', EXPECTED.block, 'commune'),
      ...given(optional),
    }
  }

  #code(): string {
    const code = agencyCode(this.#text('code') ?? '')
    return agency.shape.code.safeParse(code).success ? code : this.#wrong('code', EXPECTED.code, code)
  }

  #day(column: Column): string | undefined {
    const reading = readDate(this.#cell(column), this.#date1904)
    return reading === 'unclear' ? this.#wrong(column, EXPECTED.day, undefined) : reading?.value
  }

  #year(column: Column): number | undefined {
    const text = this.#text(column)
    if (text !== undefined && /^(?:19|20|21)\d\d$/.test(text)) return Number(text)
    const reading = readDate(this.#cell(column), this.#date1904)
    if (reading === 'unclear') return this.#wrong(column, EXPECTED.year, undefined)
    return reading && Number(reading.value.slice(0, 4))
  }

  #cell(column: Column): Cell | undefined {
    const at = this.#columns.get(column)
    return at === undefined ? undefined : this.#row.cells[at]
  }

  #text(column: Column): string | undefined {
    const text = this.#cell(column)?.text
    if (text === undefined || saysNothing(text)) return undefined
    return text.length > TEXT_LIMITS.title ? this.#wrong(column, EXPECTED.shorter, '-') : text
  }

  /** Notes the cell; `instead` stands in only until the error is thrown. */
  #wrong<T>(column: Column, expected: Localized, instead: T): T {
    this.problems.push({ row: this.#row.row, column, found: this.#cell(column)?.text ?? '', expected })
    return instead
  }
}

/** What has a value. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

function unknownColumn(file: string, row: number, heading: string): Localized {
  return withValues(REGISTER_TEXTS.rowColumnNotKnown, { file, row, heading })
}

function twice(file: string, row: number, first: number, code: string): Localized {
  return withValues(REGISTER_TEXTS.rowCodeStandsIn, { file, row, code, first })
}

/** A short way to write each block, for whoever wrote something else. */
const SHORT: Record<Block, string> = {
  ministry: 'Bộ',
  'provincial-committee': 'UBND cấp tỉnh',
  department: 'Sở',
  'sub-department': 'Chi cục',
  'management-board': 'Ban quản lý',
  district: 'Huyện',
  'district-office': 'Phòng',
  commune: 'Xã',
  'public-service-unit': 'Đơn vị sự nghiệp',
  vertical: 'Ngành dọc',
}

const SHOWN = 12

/** Why a register cannot be used: one sentence about the file as a whole. */
function registerProblem(file: string, why: Localized): InputError {
  return new InputError(withValues(REGISTER_TEXTS.register, { file, why }))
}

/** A cell that cannot be understood: where, what was found, how to write it. */
interface CellProblem {
  row: number
  column: string
  found: string
  expected: Localized
}

/** Every cell that cannot be understood, in one error; beyond a dozen they are counted. */
function cellProblems(file: string, problems: readonly CellProblem[]): InputError {
  const more = problems.length - SHOWN
  const line = (lang: keyof Localized, { row, column, found, expected }: CellProblem) =>
    lang === 'vi'
      ? `${file} dòng ${row}: cột ${column} là '${displayName(found)}'. ${expected.vi}`
      : `${file} row ${row}: column ${column} is '${displayName(found)}'. ${expected.en}`
  const lines = (lang: keyof Localized, rest: string) =>
    [...problems.slice(0, SHOWN).map((one) => line(lang, one)), ...(more > 0 ? [rest] : [])].join('\n')
  return new InputError({
    vi: lines('vi', `… và ${more} ô nữa.`),
    en: lines('en', `… and ${more} more cells.`),
  })
}

const EXPECTED = {
  code: REGISTER_TEXTS.writeAgencySCode,
  name: REGISTER_TEXTS.writeAgencySName,
  shorter: withValues(REGISTER_TEXTS.atMostCharactersMay, { title: TEXT_LIMITS.title }),
  block: withValues(REGISTER_TEXTS.writeOneOf, {
    blocks: { vi: BLOCKS.map((block) => SHORT[block]).join(', '), en: BLOCKS.join(', ') },
  }),
  day: REGISTER_TEXTS.writeDateAs2025,
  year: REGISTER_TEXTS.writeYear2023Or,
} satisfies Record<string, Localized>
