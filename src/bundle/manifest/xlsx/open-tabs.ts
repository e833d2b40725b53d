import { nearest } from '../../../base/nearest.ts'
import { foldWords } from '../../catalogue/fold-words.ts'
import type { Sheet } from '../../sheet/sheet.ts'
import type { WorkbookSheet } from '../../xlsx/read-xlsx.ts'
import { formCells } from './form-cells.ts'
import { columnsOf } from './layout/columns.ts'
import { OWN_SHEETS, type Section } from './layout/section.ts'
import { SECTIONS } from './layout/sections.ts'
import type { SheetProblems } from './sheet-problems.ts'
import { readState } from './state-cell.ts'
import type { Tab } from './tab.ts'
import { tableRows } from './table-rows.ts'

/** The sheets of a workbook by their sections; a sheet that is none of them and not empty is told, unless it is hidden. */
export async function openTabs(
  sheets: readonly WorkbookSheet[],
  problems: SheetProblems,
): Promise<ReadonlyMap<string, Tab>> {
  const tabs = new Map<string, Tab>()
  for (const one of sheets) {
    const section = SECTIONS.find(({ sheet }) => foldWords(sheet) === foldWords(one.name))
    if (section !== undefined && !tabs.has(section.sheet))
      tabs.set(section.sheet, tabOf(section, await one.read(), problems))
    else if (one.visible && !isOwn(one.name) && (await one.read(0)).rows.length > 0) tellUnknown(one.name, problems)
  }
  return tabs
}

function tabOf(section: Section, sheet: Sheet, problems: SheetProblems): Tab {
  const columns = columnsOf(section)
  const parts = { sheet, name: section.sheet, columns, problems }
  const entries = section.shape === 'table' ? tableRows(parts) : [formCells(parts)]
  return { section, columns, date1904: sheet.date1904, state: readState(sheet, section, problems), entries }
}

function isOwn(name: string): boolean {
  return OWN_SHEETS.some((own) => foldWords(name).startsWith(foldWords(own)))
}

function tellUnknown(name: string, problems: SheetProblems): void {
  const names = SECTIONS.map(({ sheet }) => sheet)
  const near = names.find((sheet) => foldWords(name).startsWith(foldWords(sheet))) ?? nearest(name, names)
  problems.add({ sheet: name }, '', {
    vi: `tệp mẫu không có trang này.${near === undefined ? '' : ` Có phải là '${near}'?`} Sửa tên trang như trong tệp mẫu, xóa trang, hoặc đặt tên trang bắt đầu bằng 'Ghi chú' nếu là phần của riêng cơ quan.`,
    en: `the template has no such sheet.${near === undefined ? '' : ` Did you mean '${near}'?`} Name it as in the template, delete it, or begin its name with 'Ghi chú' if it is for your own use.`,
  })
}
