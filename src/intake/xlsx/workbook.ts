import { withValues } from '../../core/errors.ts'
import { bytesInMemory } from '../../core/files.ts'
import type { ReadOptions } from '../container.ts'
import { cleanText, SHEET_LIMITS, type Sheet, SheetBuilder, SheetUnreadable, WorkbookTotals } from '../sheet.ts'
import { XLSX_WORKBOOK_TEXTS } from '../words.ts'
import { readZip } from '../zip/zip.ts'
import { PackageParts, type Relationship } from './package.ts'
import { TextCapture, type WorkbookTables, WorksheetReader } from './worksheet.ts'
import { localName, parseXml } from './xml.ts'

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
  return new SheetUnreadable(XLSX_WORKBOOK_TEXTS.fileHoldsNoWorkbook)
}

/** What the workbook part says of its sheets. */
interface WorkbookPart {
  /** Day numbers count from 1904-01-01. */
  date1904: boolean
  /** In the order of their tabs; `id` names the relationship that leads to the part. */
  sheets: { name: string; visible: boolean; id: string }[]
}

/** @throws SheetUnreadable when the part is no XML */
async function readWorkbookPart(part: string, bytes: Uint8Array, tick: () => void): Promise<WorkbookPart> {
  const workbook: WorkbookPart = { date1904: false, sheets: [] }
  await parseXml(
    part,
    bytes,
    {
      open(name, attributes) {
        if (name === 'workbookPr') workbook.date1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
        if (name !== 'sheet') return
        // The relationship's id is the only attribute `id` of a sheet; its prefix is whatever the writer chose.
        const id = Object.entries(attributes).find(([key]) => localName(key) === 'id')?.[1] ?? ''
        workbook.sheets.push({
          name: attributes.name ?? '',
          visible: (attributes.state ?? 'visible') === 'visible',
          id,
        })
      },
    },
    tick,
  )
  return workbook
}

/**
 * The workbook's table of shared strings, each as `clean` makes it; formatted runs are joined, phonetic guides left out.
 * @throws SheetUnreadable when the table is larger than is read, or no XML
 */
async function readSharedStrings(
  part: string,
  bytes: Uint8Array,
  clean: (text: string) => string,
  tick: () => void,
): Promise<readonly string[]> {
  const strings: string[] = []
  const capture = new TextCapture()
  let characters = 0
  await parseXml(
    part,
    bytes,
    {
      open(name) {
        if (name === 'si') capture.start()
        capture.open(name)
      },
      text: (text) => capture.text(text),
      close(name) {
        capture.close(name)
        if (name !== 'si') return
        const string = clean(capture.take())
        characters += string.length
        strings.push(string)
        if (strings.length > SHEET_LIMITS.sharedStrings || characters > SHEET_LIMITS.sharedCharacters)
          throw tooManyStrings()
      },
    },
    tick,
  )
  return strings
}

function tooManyStrings(): SheetUnreadable {
  const strings = SHEET_LIMITS.sharedStrings
  const characters = SHEET_LIMITS.sharedCharacters
  return new SheetUnreadable(
    withValues(XLSX_WORKBOOK_TEXTS.workbookSTableShared, {
      strings: { vi: strings.toLocaleString('vi'), en: strings.toLocaleString('en') },
      characters: { vi: characters.toLocaleString('vi'), en: characters.toLocaleString('en') },
    }),
    { reason: 'size' },
  )
}

/** Number formats that every workbook has and that show a day (ECMA-376 Part 1, 18.8.30; 27–36, 50–58 are East Asian). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
}

/** Whether a format code shows a day: a `d` or `y` outside quotes, brackets and escapes. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^[\]]*\]|[\\_*]./g, '')
  return /[dy]/i.test(bare) && !/general|standard/i.test(bare)
}

/**
 * For each cell style of a workbook, by its index, whether it shows numbers as days.
 * @throws SheetUnreadable when the part is no XML
 */
async function readDateStyles(part: string, bytes: Uint8Array, tick: () => void): Promise<readonly boolean[]> {
  const formats = new Map<string, string>()
  const styles: boolean[] = []
  let inCellStyles = false
  await parseXml(
    part,
    bytes,
    {
      open(name, { numFmtId = '0', formatCode }) {
        if (name === 'cellXfs') inCellStyles = true
        if (name === 'numFmt' && formatCode !== undefined) formats.set(numFmtId, formatCode)
        if (name !== 'xf' || !inCellStyles) return
        const format = formats.get(numFmtId)
        styles.push(format === undefined ? isBuiltInDate(Number(numFmtId)) : isDateFormat(format))
      },
      close(name) {
        if (name === 'cellXfs') inCellStyles = false
      },
    },
    tick,
  )
  return styles
}
