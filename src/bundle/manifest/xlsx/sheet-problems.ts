import type { Problem } from '../../../base/errors.ts'
import type { Localized } from '../../../base/localized.ts'
import { displayName } from '../../display.ts'
import { MAX_LISTED_PROBLEMS } from '../parsed-text.ts'

/** Where on a sheet a value stands. */
export interface SheetPlace {
  sheet: string
  /** Reference as Excel shows it: `B7`. */
  cell?: string
  heading?: string
}

/** What is wrong at a place of the workbook, in the order it is met. */
export class SheetProblems {
  readonly listed: Problem[] = []
  count = 0
  readonly #tick: () => void
  readonly #told = new Set<string>()
  readonly #missing = new Set<string>()

  /** @param tick called for each problem; throws to end the reading: to word a hundred thousand takes long */
  constructor(tick: () => void) {
    this.#tick = tick
  }

  /** @param pointers into the manifest, where the place stands for values of it: the first is told */
  add({ sheet, cell, heading }: SheetPlace, found: string, expected: Localized, ...pointers: string[]): void {
    this.#tick()
    this.count++
    for (const pointer of pointers) this.#told.add(pointer)
    if (this.listed.length >= MAX_LISTED_PROBLEMS) return
    const place = {
      sheet: displayName(sheet),
      ...(cell === undefined ? {} : { cell }),
      ...(heading === undefined ? {} : { heading }),
    }
    const [pointer] = pointers
    this.listed.push({ ...(pointer === undefined ? {} : { pointer }), place, found, expected })
  }

  /** A column that must be there and is not: told once, not for every row. */
  missingColumn(place: SheetPlace, expected: Localized): void {
    this.#missing.add(`${place.sheet}\n${place.heading ?? ''}`)
    this.add(place, '', expected)
  }

  /** Whether a column of this heading was told to be missing on the sheet. */
  lacks({ sheet, heading }: SheetPlace): boolean {
    return this.#missing.has(`${sheet}\n${heading ?? ''}`)
  }

  /** Whether a problem was told of this value, or of something that holds it. */
  told(pointer: string): boolean {
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      if (this.#told.has(at)) return true
      if (at === '') return false
    }
  }
}
