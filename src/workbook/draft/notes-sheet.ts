import type { WriteSheet } from 'hucre'
import { heightOf } from '../layout-sizes.ts'
import { SheetWriter } from '../sheet-writer.ts'
import { STYLES } from '../styles.ts'

/** A column of a sheet of notes; its width in characters. */
export interface NotesColumn {
  heading: string
  width: number
}

/**
 * A sheet of notes for people. Its name begins with `Ghi chú`, so that it is not taken for a section when the workbook is
 * read back.
 */
export function notesSheet(
  name: string,
  columns: readonly NotesColumn[],
  rows: readonly (readonly string[])[],
): WriteSheet {
  const writer = new SheetWriter()
  for (const [at, { heading }] of columns.entries()) writer.put(0, at, heading, STYLES.heading)
  for (const [row, cells] of rows.entries()) {
    for (const [at, text] of cells.entries()) writer.put(row + 1, at, text, STYLES.plain)
    writer.height(row + 1, heightOf(cells.map((text, at) => ({ text, width: columns[at]?.width ?? 10 }))))
  }
  return writer.finish({
    name: `Ghi chú ${name}`,
    columns: columns.map(({ width }) => ({ width })),
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
}
