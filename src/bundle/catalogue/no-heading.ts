import type { Localized } from '../../base/localized.ts'
import type { SheetRow } from '../sheet/sheet.ts'
import { partOfHeading } from './heading-row.ts'
import { HEADINGS_TOLD } from './headings.ts'

/** Why no list was found: which row came nearest, and which headings are understood. */
export function noHeading(rows: readonly SheetRow[]): Localized {
  const near = nearest(rows)
  return {
    vi: `Trong ${rows.length} dòng đầu có dữ liệu không có dòng tiêu đề với cả cột mã và cột tên thủ tục.${near.vi} Các tiêu đề được hiểu: ${HEADINGS_TOLD}. Thêm một dòng tiêu đề ngay trên danh sách thủ tục.`,
    en: `The first ${rows.length} filled rows hold no heading row with both a code and a name of procedures.${near.en} Headings understood: ${HEADINGS_TOLD}. Add a heading row right above the list.`,
  }
}

function nearest(rows: readonly SheetRow[]): Localized {
  for (const row of rows) {
    const known = partOfHeading(row)
    if (known.includes('code'))
      return {
        vi: ` Dòng ${row.row} có cột mã nhưng không có cột tên thủ tục.`,
        en: ` Row ${row.row} has a column of codes but none of names.`,
      }
    if (known.includes('name') && known.length > 1)
      return {
        vi: ` Dòng ${row.row} có cột tên thủ tục nhưng không có cột mã.`,
        en: ` Row ${row.row} has a column of names but none of codes.`,
      }
  }
  return { vi: '', en: '' }
}
