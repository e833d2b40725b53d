/** A paragraph of the body: `text` may hold `**bold**` runs. */
export interface Paragraph {
  text: string
  look?: 'body' | 'heading' | 'center' | 'title' | 'basis' | 'item'
}

/** A table with borders; its first row stands out where it is a heading. */
export interface Grid {
  rows: readonly (readonly string[])[]
  /** Widths in centimetres, of all columns; together at most 16.5. */
  widths: readonly number[]
  heading: boolean
}

export type Block = Paragraph | Grid | 'pageBreak'

/** Who signs at the foot, as lines above the name. */
export interface Signature {
  lines: readonly string[]
  name: string
}

/** A document by the form of Nghị định 30/2020/NĐ-CP, Phụ lục I; the parts that stand in its heading and at its foot. */
export interface Paper {
  /** The superior agency; UBND has none. */
  superior?: string
  agency: readonly string[]
  number?: string
  /** Under the number, of a letter: `V/v …`. */
  about?: string
  place?: string
  date?: string
  kind?: string
  subject?: string
  addressees?: readonly string[]
  blocks: readonly Block[]
  /** Two stand side by side, such as secretary and chair. */
  signatures: readonly Signature[]
  recipients?: readonly string[]
  /** On a page of its own after the signatures. */
  annex?: readonly Block[]
}

/** A list that is kept as a sheet. */
export interface SheetPaper {
  sheet: string
  rows: readonly (readonly (string | number)[])[]
  widths: readonly number[]
}
