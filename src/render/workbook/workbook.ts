import type { DataValidation, WriteSheet } from 'hucre'
import { type Column, columnsOf, labelOf } from '../../intake/manifest-xlsx/layout/columns.ts'
import {
  FORM_HEADINGS,
  type Section,
  STATE_HINT,
  STATE_LABEL,
  STATES,
  type State,
} from '../../intake/manifest-xlsx/layout/section.ts'
import { SECTIONS } from '../../intake/manifest-xlsx/layout/sections.ts'
import { columnName } from '../../intake/sheet.ts'
import { contentOf, type SectionContent, valueIn } from './section-rows.ts'
import {
  BLANK_ROWS,
  FORMATTED_ROWS,
  heightOf,
  inputStyle,
  LANDSCAPE,
  LAST_ROW,
  SheetWriter,
  STYLES,
  widthOf,
  workbookFile,
} from './sheet.ts'

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

const GUIDE_WIDTHS = [30, 90] as const

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
    writer.height(row++, heightOf([{ text: step, width: GUIDE_WIDTHS[1] }]))
  }
  writer.put(++row, 0, 'Trang', STYLES.heading)
  writer.put(row++, 1, 'Nội dung', STYLES.heading)
  for (const { sheet, note } of SECTIONS) {
    writer.put(row, 0, sheet, STYLES.link, { hyperlink: { target: '', location: `'${sheet}'!A1` } })
    writer.put(row, 1, note ?? '', STYLES.plain)
    writer.height(row++, heightOf([{ text: note ?? '', width: GUIDE_WIDTHS[1] }]))
  }
  return writer.finish({
    name: 'Hướng dẫn',
    columns: GUIDE_WIDTHS.map((width) => ({ width })),
    view: { showGridLines: false },
    pageSetup: { ...LANDSCAPE, orientation: 'portrait' },
  })
}

/** Room for the label of the state, which stands in the first column. */
const STATE_WIDTH = 24

/** The sheet of a list: headings, a row of hints, then a row for each element. */
function tableSheet(section: Section, content: SectionContent, choices: Choices): WriteSheet {
  const writer = new SheetWriter()
  const columns = columnsOf(section)
  const top = writeTop(writer, section, content.state, choices)
  const first = top + 2
  for (const [at, column] of columns.entries()) {
    const mark = column.required && !(column.kind === 'field' && column.form.kind === 'list') ? ' *' : ''
    writer.put(top, at, `${column.heading}${mark}`, STYLES.heading)
    writer.put(top + 1, at, column.hint, STYLES.hint)
    const style = inputStyle(column)
    const unseen = { numFmt: style.numFmt ?? 'General' }
    const drawn = content.rows.length + BLANK_ROWS
    for (let row = 0; row < drawn + FORMATTED_ROWS; row++) {
      const filled = content.rows[row]
      writer.put(first + row, at, filled === undefined ? null : valueIn(column, filled), row < drawn ? style : unseen)
    }
    const letters = columnName(at)
    writer.validate(choices.of(column, `${letters}${first + 1}:${letters}${LAST_ROW + content.rows.length}`))
  }
  const widths = columns.map((column, at) => (at === 0 ? Math.max(STATE_WIDTH, widthOf(column)) : widthOf(column)))
  const heights = (texts: readonly string[], perLine?: number) =>
    heightOf(
      texts.map((text, at) => ({ text, width: widths[at] ?? 1 })),
      perLine,
    )
  writer.height(top, heights(columns.map(({ heading }) => `${heading} *`)))
  writer.height(
    top + 1,
    heights(
      columns.map(({ hint }) => hint),
      13,
    ),
  )
  for (const [at, row] of content.rows.entries())
    writer.height(first + at, heights(columns.map((column) => String(valueIn(column, row) ?? ''))))
  return writer.finish({
    name: section.sheet,
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: first },
    pageSetup: {
      ...LANDSCAPE,
      printTitlesRow: `$${top + 1}:$${top + 1}`,
    },
  })
}

const FORM_WIDTHS = [40, 56, 60] as const

/** The sheet of one object: a row for each value, with its hint beside it. */
function formSheet(section: Section, content: SectionContent, choices: Choices): WriteSheet {
  const writer = new SheetWriter()
  const top = writeTop(writer, section, content.state, choices)
  for (const [at, text] of [FORM_HEADINGS.label, FORM_HEADINGS.value, 'Hướng dẫn'].entries())
    writer.put(top, at, text, STYLES.heading)
  writer.height(top, 22)
  for (const [at, column] of columnsOf(section).entries()) {
    const row = top + 1 + at
    const [filled] = content.rows
    const value = filled === undefined ? null : valueIn(column, filled)
    const label = `${column.heading}${column.required ? ' *' : ''}`
    writer.put(row, 0, label, STYLES.name)
    writer.put(row, 1, value, {
      ...inputStyle(column),
      alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
    })
    writer.put(row, 2, column.hint, STYLES.hint)
    writer.validate(choices.of(column, `B${row + 1}`))
    const texts = [label, String(value ?? ''), column.hint]
    writer.height(row, heightOf(texts.map((text, i) => ({ text, width: FORM_WIDTHS[i] ?? 1 }))))
  }
  return writer.finish({
    name: section.sheet,
    columns: FORM_WIDTHS.map((width) => ({ width })),
    freezePane: { rows: top + 1 },
    pageSetup: LANDSCAPE,
  })
}

/**
 * The title, the note and the cell Có / Không có / Chưa khai of a section's sheet.
 * @returns the row under them, from 0
 */
function writeTop(writer: SheetWriter, section: Section, state: State | undefined, choices: Choices): number {
  writer.put(0, 0, section.sheet.toUpperCase(), STYLES.title)
  writer.height(0, 24)
  let row = 1
  if (section.note !== undefined) writer.put(row++, 0, section.note, STYLES.note)
  if (section.always || section.rowsOf !== undefined) return row + 1
  writer.put(row, 0, STATE_LABEL, STYLES.label)
  writer.put(row, 1, state === undefined ? null : STATES[state], STYLES.state)
  writer.put(row, 2, STATE_HINT, STYLES.note)
  writer.validate(choices.states(`B${row + 1}`))
  writer.height(row, 22)
  return row + 2
}

const SHEET = 'Danh sách'

/**
 * The drop-downs of a workbook. Their values stand on a hidden sheet, since Excel allows a list inside a cell no more
 * than 255 characters.
 */
class Choices {
  readonly #lists: (readonly string[])[] = []

  /** The drop-down of a column over a range of cells; undefined for a column that is written freely. */
  of(column: Column, range: string): DataValidation | undefined {
    const values = valuesOf(column)
    return values && this.list(values, range)
  }

  /** A drop-down of the three states. */
  states(range: string): DataValidation {
    return this.list(Object.values(STATES), range)
  }

  /** The hidden sheet that holds the values. */
  sheet(): WriteSheet {
    const length = Math.max(...this.#lists.map((list) => list.length))
    const rows = Array.from({ length }, (_, at) => this.#lists.map((list) => list[at] ?? null))
    return { name: SHEET, rows, hidden: true }
  }

  private list(values: readonly string[], range: string): DataValidation {
    const known = this.#lists.findIndex((list) => list.join('\n') === values.join('\n'))
    const at = known < 0 ? this.#lists.push(values) - 1 : known
    const letters = columnName(at)
    return {
      type: 'list',
      formula1: `'${SHEET}'!$${letters}$1:$${letters}$${values.length}`,
      range,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: 'Giá trị không có trong danh sách',
      errorMessage: 'Chọn một giá trị trong danh sách của ô này.',
    }
  }
}

function valuesOf(column: Column): readonly string[] | undefined {
  if (column.kind === 'state') return Object.values(STATES)
  if (column.kind !== 'field') return undefined
  if (column.form.kind === 'boolean') return ['Có', 'Không']
  return column.form.kind === 'choice' ? column.form.values.map(labelOf) : undefined
}
