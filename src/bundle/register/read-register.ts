import { InputError } from '../../base/errors.ts'
import type { Localized } from '../../base/localized.ts'
import type { Register } from '../../dossier/member.ts'
import { formOf } from '../catalogue/file-form.ts'
import type { ReadOptions } from '../container.ts'
import { readCsv } from '../csv/read-csv.ts'
import { Deadline } from '../deadline.ts'
import { displayName } from '../display.ts'
import { Refusal } from '../refusal.ts'
import { type Sheet, SheetUnreadable } from '../sheet/sheet.ts'
import { openWorkbook } from '../xlsx/read-xlsx.ts'
import { headingOf, understoodIn } from './heading.ts'
import { membersOf } from './members.ts'
import { registerProblem } from './problems.ts'

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
  if (form === 'csv') return [await readCsv(bytes, understoodIn)]
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

const NO_HEADING: Localized = {
  vi: 'Không tìm thấy dòng tiêu đề có đủ các cột Mã cơ quan, Tên cơ quan, Khối (hoặc code, name, block). Đặt tên cột như vậy rồi chạy lại.',
  en: 'There is no heading row with the columns code, name, block (or Mã cơ quan, Tên cơ quan, Khối). Name the columns so and run it again.',
}
