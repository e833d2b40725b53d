import { displaySize } from '../display.ts'
import { SheetUnreadable } from '../sheet/sheet.ts'
import { SHEET_LIMITS } from '../sheet/sheet-limits.ts'

/** A CSV file beyond the size that is read. */
export function csvTooLarge(bytes: number): SheetUnreadable {
  const [found, limit] = [displaySize(bytes), displaySize(SHEET_LIMITS.csvBytes)]
  return new SheetUnreadable(
    {
      vi: `Tệp CSV có dung lượng ${found}, vượt mức tối đa ${limit}. Chỉ giữ lại bảng danh mục thủ tục hành chính rồi lưu lại.`,
      en: `The CSV file has ${found}, more than the ${limit} that are read. Keep only the list of procedures and save again.`,
    },
    { reason: 'size' },
  )
}

/** A CSV file of more lines than are read, most of them empty. */
export function csvTooManyRecords(): SheetUnreadable {
  const limit = SHEET_LIMITS.csvRecords
  return new SheetUnreadable(
    {
      vi: `Tệp CSV có quá ${limit.toLocaleString('vi')} dòng, kể cả dòng trống. Xóa các dòng trống và các nội dung ngoài bảng rồi lưu lại.`,
      en: `The CSV file has more than ${limit.toLocaleString('en')} lines, empty ones included. Delete the empty lines and what is beside the list, and save again.`,
    },
    { reason: 'size' },
  )
}

/** What csv-parse met, told to a person; any other error is handed back as it is. */
export function csvFault(error: unknown): unknown {
  const { code, lines } = error as { code?: unknown; lines?: unknown }
  if (typeof code !== 'string' || !code.startsWith('CSV_')) return error
  const line = typeof lines === 'number' ? lines : 1
  return code === 'CSV_MAX_RECORD_SIZE'
    ? new SheetUnreadable(recordTooLong(line), { cause: error, reason: 'size' })
    : new SheetUnreadable(quoteOpen(line), { cause: error })
}

function quoteOpen(line: number) {
  return {
    vi: `Tệp CSV có dấu ngoặc kép (") mở mà không đóng, hoặc đặt sai chỗ; đọc đến dòng ${line} thì không hiểu được nữa. Mỗi ô có dấu ngoặc kép phải mở và đóng bằng ", dấu " bên trong viết hai lần (""). Sửa lại, hoặc lưu danh mục dạng .xlsx.`,
    en: `The CSV file has a double quote (") that opens and never closes, or stands in a wrong place; at line ${line} it can no longer be understood. A cell with quotes opens and closes with ", and a " inside is written twice (""). Mend it, or save the list as .xlsx.`,
  }
}

function recordTooLong(line: number) {
  const limit = SHEET_LIMITS.csvRecord
  return {
    vi: `Dòng ${line} của tệp CSV dài quá ${limit.toLocaleString('vi')} ký tự; đây không phải là danh mục, hoặc thiếu dấu xuống dòng, hoặc dấu ngoặc kép (") không đóng. Lưu lại danh mục dạng .xlsx hoặc CSV UTF-8.`,
    en: `Line ${line} of the CSV file is longer than ${limit.toLocaleString('en')} characters: it is no list, lacks line breaks, or has a double quote (") that never closes. Save the list again as .xlsx or CSV UTF-8.`,
  }
}
