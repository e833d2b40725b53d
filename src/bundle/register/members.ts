import type { Localized } from '../../base/localized.ts'
import { agencyCode } from '../../base/names.ts'
import { agency } from '../../dossier/agency.ts'
import type { Member, Register } from '../../dossier/member.ts'
import { TEXT_LIMITS } from '../../dossier/primitives.ts'
import { readDate } from '../catalogue/date-cell.ts'
import { saysNothing } from '../catalogue/reading.ts'
import type { Cell, Sheet, SheetRow } from '../sheet/sheet.ts'
import { readBlock } from './block-words.ts'
import type { Heading } from './heading.ts'
import type { Column } from './headings.ts'
import { type CellProblem, cellProblems, EXPECTED } from './problems.ts'

/**
 * The members below a heading row. A row without code, name and block is no agency (a section, a total, a note) and is
 * passed over; of two rows with one code the first counts.
 * @throws InputError with every cell that cannot be understood
 */
export function membersOf(sheet: Sheet, heading: Heading, file: string): Register {
  const warnings: Localized[] = heading.unknown.map((text) => unknownColumn(file, heading.row, text))
  const members = new Map<string, { member: Member; row: number }>()
  const problems: CellProblem[] = []
  for (const row of sheet.rows.filter((one) => one.row > heading.row)) {
    const reader = new RowReader(row, heading, sheet.date1904)
    if (reader.isEmpty()) continue
    const member = reader.read()
    problems.push(...reader.problems)
    const first = members.get(member.code)
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
    const [commune, mergedInto, renamedFrom] = [
      this.#text('commune'),
      this.#text('mergedInto'),
      this.#text('renamedFrom'),
    ]
    const [changedOn, lastOnSite] = [this.#day('changedOn'), this.#year('lastOnSite')]
    return {
      code: this.#code(),
      name: this.#text('name') ?? this.#wrong('name', EXPECTED.name, ''),
      block: readBlock(this.#text('block') ?? '') ?? this.#wrong('block', EXPECTED.block, 'commune'),
      ...(commune !== undefined && { commune }),
      ...(mergedInto !== undefined && { mergedInto }),
      ...(renamedFrom !== undefined && { renamedFrom }),
      ...(changedOn !== undefined && { changedOn }),
      ...(lastOnSite !== undefined && { lastOnSite }),
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

function unknownColumn(file: string, row: number, heading: string): Localized {
  return {
    vi: `${file} dòng ${row}: không rõ cột '${heading}', đã bỏ qua.`,
    en: `${file} row ${row}: the column '${heading}' is not known and was passed over.`,
  }
}

function twice(file: string, row: number, first: number, code: string): Localized {
  return {
    vi: `${file} dòng ${row}: mã cơ quan '${code}' đã có ở dòng ${first}; chỉ tính dòng ${first}. Xóa hoặc sửa một trong hai dòng.`,
    en: `${file} row ${row}: the code '${code}' stands in row ${first} already; only row ${first} counts. Delete or mend one of the two.`,
  }
}
