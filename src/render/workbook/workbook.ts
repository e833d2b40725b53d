import type { WriteSheet } from 'hucre'
import { SECTIONS } from '../../intake/manifest-xlsx/layout/sections.ts'
import { Choices } from './choices.ts'
import { contentOf } from './section-rows.ts'
import { formSheet, tableSheet } from './section-sheets.ts'
import { heightOf, SheetWriter, STYLES, workbookFile } from './sheet.ts'

/**
 * The workbook (ho-so.xlsx) in which an agency fills in its manifest: one sheet for each section, with drop-downs, hints
 * and examples; filled in with `stated` where it is given, which may be a manifest that is not finished.
 * @param notes sheets for people, after those of the sections; they are not read back
 */
export function writeWorkbook(stated?: object, notes: readonly WriteSheet[] = []): Promise<Uint8Array> {
  const choices = new Choices()
  const sheets = SECTIONS.map((section) => {
    const write = section.shape === 'table' ? tableSheet : formSheet
    return write(section, contentOf(section, stated), choices)
  })
  return workbookFile('Bảng kê hồ sơ', [guideSheet(), ...sheets, ...notes, choices.sheet()])
}

const WIDTHS = [30, 90] as const

const STEPS = [
  'Khai từng trang theo thứ tự các thẻ ở cuối cửa sổ. Mục có dấu * là bắt buộc.',
  'Ở đầu mỗi trang, chọn Có, Không có hoặc Chưa khai. "Không có" là khẳng định; "Chưa khai" được coi là thiếu bằng chứng; chưa kết luận là chưa thực hiện.',
  'Ngày ghi theo dạng 28/02/2026. Ô có nhiều giá trị: mỗi giá trị một dòng (Alt+Enter) hoặc cách nhau bằng dấu chấm phẩy.',
  'Tên tệp ghi theo đường dẫn trong bộ hồ sơ, dùng dấu /, ví dụ: tai-lieu/bien-ban-2026.pdf.',
  'Được thêm dòng, đổi thứ tự cột. Không đổi tên trang, tên cột; cột, trang của riêng cơ quan thì đặt tên là Ghi chú.',
  'Lưu tệp với tên ho-so.xlsx, đặt cùng các tài liệu vào một thư mục, nén thành tệp ZIP (không đặt mật khẩu) rồi nộp.',
]

/** The first sheet: how to fill the workbook in, and what each sheet is for. */
function guideSheet(): WriteSheet {
  const writer = new SheetWriter()
  writer.put(0, 0, 'BẢNG KÊ HỒ SƠ HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG', STYLES.title)
  writer.put(1, 0, 'Theo Quyết định số 19/2014/QĐ-TTg và Thông tư số 26/2014/TT-BKHCN', STYLES.note)
  writer.height(0, 26)
  let row = 3
  for (const [at, step] of STEPS.entries()) {
    writer.put(row, 0, `Bước ${at + 1}`, STYLES.name)
    writer.put(row, 1, step, STYLES.plain)
    writer.height(row++, heightOf([{ text: step, width: WIDTHS[1] }]))
  }
  writer.put(++row, 0, 'Trang', STYLES.heading)
  writer.put(row++, 1, 'Nội dung', STYLES.heading)
  for (const { sheet, note } of SECTIONS) {
    writer.put(row, 0, sheet, STYLES.link, { hyperlink: { target: '', location: `'${sheet}'!A1` } })
    writer.put(row, 1, note ?? '', STYLES.plain)
    writer.height(row++, heightOf([{ text: note ?? '', width: WIDTHS[1] }]))
  }
  return writer.finish({
    name: 'Hướng dẫn',
    columns: WIDTHS.map((width) => ({ width })),
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
}
