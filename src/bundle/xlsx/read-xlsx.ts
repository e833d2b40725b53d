import { bytesInMemory } from '../../base/bytes.ts'
import type { ReadOptions } from '../container.ts'
import { cleanText, type Sheet, SheetUnreadable } from '../sheet/sheet.ts'
import { SheetBuilder, WorkbookTotals } from '../sheet/sheet-builder.ts'
import { readZip } from '../zip/read-zip.ts'
import { PackageParts } from './package-parts.ts'
import type { Relationship } from './relationships.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readDateStyles } from './styles.ts'
import { readWorkbookPart } from './workbook-part.ts'
import { type WorkbookTables, WorksheetReader } from './worksheet.ts'
import { parseXml } from './xml.ts'

/** One worksheet; its cells are read when asked for. */
export interface WorkbookSheet {
  name: string
  visible: boolean
  /**
   * @param enough filled rows that are wanted at least; merged ranges come only with a sheet read to its end
   * @throws SheetUnreadable when the sheet is damaged or larger than is read
   */
  read(enough?: number): Promise<Sheet>
}

/** What of a workbook is read, and how. */
export interface WorkbookReading {
  /** How texts are kept; without it, cleaned and in one line. */
  clean?: (text: string) => string
  /** Hidden sheets are given too. */
  hidden?: boolean
}

/**
 * The visible worksheets of an XLSX file, in the order of their tabs, read through the same gate as a bundle.
 * @param tick called while parts are parsed; throws to end the reading
 * @throws SheetUnreadable when it is no workbook; Refusal when the ZIP gate refuses it
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: ReadOptions,
  tick: () => void,
  { clean = cleanText, hidden = false }: WorkbookReading = {},
): Promise<readonly WorkbookSheet[]> {
  const parts = new PackageParts(await readZip(bytesInMemory(bytes), { ...options, kind: 'package' }))
  const root = await parts.relationshipsOf('', tick)
  const workbookPart = [...root.values()].find(({ type }) => type === 'officeDocument')?.part
  if (workbookPart === undefined) throw notAWorkbook()
  const workbook = await readWorkbookPart(workbookPart, await parts.open(workbookPart), tick)
  const links = await parts.relationshipsOf(workbookPart, tick)
  const tables = await readTables(parts, [...links.values()], clean, tick)
  const totals = new WorkbookTotals()
  return workbook.sheets.flatMap(({ name, visible, id }) => {
    const link = links.get(id)
    if (!(visible || hidden) || link?.type !== 'worksheet') return []
    const about = { name, date1904: workbook.date1904, windows1258: false }
    const read = async (enough = Number.POSITIVE_INFINITY): Promise<Sheet> => {
      const builder = new SheetBuilder(totals)
      await parseXml(link.part, await parts.open(link.part), new WorksheetReader(builder, tables, enough), tick)
      return builder.finish(about)
    }
    return [{ name, visible, read }]
  })
}

async function readTables(
  parts: PackageParts,
  links: Relationship[],
  clean: WorkbookTables['clean'],
  tick: () => void,
): Promise<WorkbookTables> {
  const strings = links.find(({ type }) => type === 'sharedStrings')?.part
  const styles = links.find(({ type }) => type === 'styles')?.part
  return {
    strings: strings === undefined ? [] : await readSharedStrings(strings, await parts.open(strings), clean, tick),
    dateStyles: styles === undefined ? [] : await readDateStyles(styles, await parts.open(styles), tick),
    clean,
  }
}

function notAWorkbook(): SheetUnreadable {
  return new SheetUnreadable({
    vi: 'Tệp không chứa sổ tính nào; đây không phải là tệp XLSX. Mở danh mục bằng Excel, lưu dạng .xlsx rồi nộp lại.',
    en: 'The file holds no workbook: it is no XLSX. Open the list in Excel, save it as .xlsx and send it anew.',
  })
}
