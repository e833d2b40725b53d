import { xlsxParts } from '../../fixtures/catalogues/xlsx-file.ts'
import { toDay } from '../../src/core/days.ts'
import type { Procedure } from '../../src/dossier/procedures.ts'
import { makeZip, STORED } from '../../test/support/zip.ts'

/** Number that a workbook gives to 1970-01-01, our day 0. */
const EPOCH_IN_SHEETS = 25_569
const HEADINGS = [
  'STT',
  'Mã TTHC',
  'Tên thủ tục hành chính',
  'Lĩnh vực',
  'Thời hạn giải quyết (ngày làm việc)',
  'Ngày công bố',
  'Ngày có hiệu lực',
  'Ngày bãi bỏ',
]

/**
 * A list of procedures as an office keeps it in Excel: a title over it, days as numbers shown as days, and codes typed
 * in as they are, of which Excel makes numbers (1.001570 becomes 1.00157).
 */
export function catalogueSheet(agency: string, procedures: readonly Procedure[]): Promise<Uint8Array> {
  const rows = procedures.map((one, index) => [
    { n: String(index + 1) },
    { n: String(Number(one.code)) },
    one.name,
    one.field,
    one.limitDays === undefined ? undefined : { n: String(one.limitDays) },
    sheetDay(one.announcedOn),
    sheetDay(one.effectiveFrom),
    sheetDay(one.effectiveTo),
  ])
  const title = ['DANH MỤC THỦ TỤC HÀNH CHÍNH THUỘC THẨM QUYỀN GIẢI QUYẾT']
  const sheet = { name: 'Danh mục TTHC', rows: [title, [agency], [], HEADINGS, ...rows], merges: ['A1:H1', 'A2:H2'] }
  return makeZip(xlsxParts([sheet]), STORED)
}

function sheetDay(date: string | undefined): { date: number } | undefined {
  return date === undefined ? undefined : { date: toDay(date) + EPOCH_IN_SHEETS }
}
