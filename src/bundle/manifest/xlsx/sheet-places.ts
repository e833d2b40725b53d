import type { SheetPlace } from './sheet-problems.ts'
import type { Entry, Tab } from './tab.ts'

/** Where the values of a manifest stand in the workbook. Kept by row: of a hundred thousand hardly one is asked for. */
export class SheetPlaces {
  readonly #entries = new Map<string, { tab: Tab; entry: Entry }[]>()

  /** @param pointer of the object that the row, or the form, describes */
  add(pointer: string, tab: Tab, entry: Entry): void {
    const known = this.#entries.get(pointer)
    if (known === undefined) this.#entries.set(pointer, [{ tab, entry }])
    else known.push({ tab, entry })
  }

  /** The cell of the value at a pointer, or undefined when it has none. */
  of(pointer: string): SheetPlace | undefined {
    for (let cut = pointer.lastIndexOf('/'); cut >= 0; cut = pointer.lastIndexOf('/', cut - 1)) {
      const keys = pointer.slice(cut + 1).replaceAll('/', '.')
      for (const { tab, entry } of this.#entries.get(pointer.slice(0, cut)) ?? [])
        for (const [column, { at }] of entry.cells)
          if (column.kind === 'field' && column.field.key === keys)
            return { sheet: tab.section.sheet, cell: at, heading: column.heading }
      if (cut === 0) return undefined
    }
    return undefined
  }
}
