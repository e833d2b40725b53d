import { displayName } from '../display.ts'
import { columnName, SheetUnreadable } from '../sheet/sheet.ts'

const RESAVE = {
  vi: 'Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.',
  en: 'Open the file in Excel, save it again as .xlsx and send it anew.',
}

function fault(vi: string, en: string): SheetUnreadable {
  return new SheetUnreadable({ vi: `${vi} ${RESAVE.vi}`, en: `${en} ${RESAVE.en}` })
}

/** A row whose number no sheet has, or that does not come after the one before. */
export function badRow(found: string, previous: number): SheetUnreadable {
  return fault(
    `Trong trang tính, sau dòng ${previous} là dòng mang số '${displayName(found)}'; số dòng phải tăng dần và không quá 1.048.576.`,
    `In the sheet, row ${previous} is followed by a row numbered '${displayName(found)}'; numbers must rise and stay within 1,048,576.`,
  )
}

/** A cell whose address no sheet has, of another row, or not after the one before. */
export function badReference(found: string, row: number): SheetUnreadable {
  return fault(
    `Dòng ${row} của trang tính có ô mang địa chỉ '${displayName(found)}'; địa chỉ phải thuộc dòng này, theo thứ tự và không quá cột XFD.`,
    `Row ${row} of the sheet has a cell with the address '${displayName(found)}'; it must be of this row, in order and within column XFD.`,
  )
}

/** A merged range that is none. */
export function badRange(found: string): SheetUnreadable {
  return fault(
    `Trang tính có vùng ô gộp '${displayName(found)}', không phải là một vùng có thật; vùng ô gộp ghi theo dạng B5:C6.`,
    `The sheet has a merged range '${displayName(found)}', which is no range; one is written like B5:C6.`,
  )
}

/** A cell that points beyond the table of shared strings. */
export function missingString(row: number, column: number, index: string, count: number): SheetUnreadable {
  return fault(
    `Ô ${columnName(column)}${row} trỏ tới chuỗi dùng chung số '${displayName(index)}', trong khi sổ tính chỉ có ${count} chuỗi; tệp bị hỏng.`,
    `Cell ${columnName(column)}${row} points to shared string '${displayName(index)}', but the workbook has only ${count}: the file is damaged.`,
  )
}
