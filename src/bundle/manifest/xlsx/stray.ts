import { nearest } from '../../../base/nearest.ts'
import { foldWords } from '../../catalogue/fold-words.ts'
import { columnName, type SheetRow } from '../../sheet/sheet.ts'
import { shownValue } from '../shown-value.ts'
import type { Column } from './layout/columns.ts'
import { OWN_HEADINGS } from './layout/section.ts'
import type { SheetProblems } from './sheet-problems.ts'
import { columnOf } from './tab.ts'

const OWN = new Set(OWN_HEADINGS.map(foldWords))

/** Whether a heading is one that people add for themselves, and nothing is read from. */
export function isOwnHeading(heading: string): boolean {
  return OWN.has(foldWords(heading))
}

/** Columns of a row that hold something and are not among the known ones. */
export function strayCells(row: SheetRow, known: ReadonlySet<number>): number[] {
  return row.cells.flatMap((cell, at) => (cell === undefined || known.has(at) ? [] : [at]))
}

/** Tells of a column that holds something under a heading the sheet does not have, or under none. */
export function strayHeading(
  { name, columns, problems }: { name: string; columns: readonly Column[]; problems: SheetProblems },
  heading: SheetRow,
  column: number,
  found: string,
): void {
  const text = heading.cells[column]?.text ?? ''
  if (isOwnHeading(text) || columnOf(columns, text) !== undefined) return
  const place = { sheet: name, cell: `${columnName(column)}${heading.row}` }
  if (text === '') {
    problems.add(place, '', {
      vi: `cột này không có tiêu đề nhưng có nội dung (${shownValue(found)}). Ghi tiêu đề cột như trong tệp mẫu, hoặc xóa nội dung; cột của riêng cơ quan thì đặt tiêu đề là Ghi chú.`,
      en: `this column has no heading but holds something (${shownValue(found)}). Write its heading as in the template, or delete what it holds; head a column of your own Ghi chú.`,
    })
    return
  }
  problems.add(place, shownValue(text), unknownHeading(text, columns))
}

/** What is said of a heading that is not known. */
export function unknownHeading(text: string, columns: readonly Column[]) {
  const near = nearest(
    text,
    columns.map(({ heading }) => heading),
  )
  return near === undefined
    ? {
        vi: 'tệp mẫu không có mục này. Xóa đi, hoặc đổi tiêu đề thành Ghi chú nếu là phần của riêng cơ quan.',
        en: 'the template has no such heading. Delete it, or call it Ghi chú if it is for your own use.',
      }
    : {
        vi: `tệp mẫu không có mục này. Có phải là '${near}'? Sửa lại tiêu đề, hoặc đổi thành Ghi chú nếu là phần của riêng cơ quan.`,
        en: `the template has no such heading. Did you mean '${near}'? Correct it, or call it Ghi chú if it is for your own use.`,
      }
}
