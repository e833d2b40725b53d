/** One thing a sheet asks for: a column of a table, or a labelled row of a form. */
export interface Field {
  /** Keys from the object the sheet's section describes, joined by dots: `signedBy.name`. */
  key: string
  /** Vietnamese heading; what the field is found by, wherever it stands. */
  heading: string
  /** What to write, with an example. Without it the field's type says enough. */
  hint?: string
  /** Holds codes of procedures, which Excel likes to turn into numbers. */
  procedureCodes?: true
  /** Values that have words of their own: by value, how they are written, the first as the workbook shows it. */
  words?: Readonly<Record<string, readonly string[]>>
}

/** One sheet of the workbook, and the part of the manifest it holds. */
export interface Section {
  /** Name of the sheet. */
  sheet: string
  /** Keys from the manifest to the section; for a part of another section's rows, from such a row. */
  at: readonly string[]
  /** `table`: a list, one row each. `form`: one object, one labelled row for each of its values. */
  shape: 'table' | 'form'
  fields: readonly Field[]
  /** What the sheet is for, shown under its title. */
  note?: string
  /** The cell Có / Không có / Chưa khai is not on this sheet: the section is always wanted. */
  always?: true
  /** The section's rows belong to rows of this sheet, which are told apart by a number. */
  rowsOf?: string
}

/** Heading of the number that tells the rows of a sheet apart, on that sheet and on those whose rows belong to them. */
export const NUMBER_HEADING = 'Lần đánh giá'
/** Label of the cell Có / Không có / Chưa khai. */
export const STATE_LABEL = 'Tình trạng khai báo'
/** Heading of the labels of a form, and of the cells to fill in. */
export const FORM_HEADINGS = { label: 'Nội dung', value: 'Khai báo' } as const
/** Headings that people add for themselves; what stands under them is not read. */
export const OWN_HEADINGS = ['STT', 'TT', 'Ghi chú', 'Hướng dẫn'] as const
/** Names of sheets that are not read begin so. */
export const OWN_SHEETS = ['Hướng dẫn', 'Ghi chú', 'Danh sách'] as const

/** Whether the manifest says of a section: there is something, there is nothing, or nothing is said. */
export const STATES = { some: 'Có', none: 'Không có', unsaid: 'Chưa khai' } as const
export type State = keyof typeof STATES
/** Stands beside that cell in the template. */
export const STATE_HINT = `← Chọn: ${STATES.some} (khai ở dưới), ${STATES.none} (khẳng định không có), ${STATES.unsaid}`
