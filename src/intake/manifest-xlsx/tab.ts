import { type Localized, type Problem, withValues } from '../../core/errors.ts'
import { foldWords } from '../../core/names.ts'
import { displayName, shownValue } from '../display.ts'
import { MAX_LISTED_PROBLEMS } from '../manifest/parsed-text.ts'
import { type Cell, columnName, type Sheet } from '../sheet.ts'
import { TAB_TEXTS } from '../words.ts'
import { cellReference } from '../xlsx/worksheet.ts'
import type { Column } from './layout/columns.ts'
import { type Section, STATE_HINT, STATE_LABEL, STATES, type State } from './layout/section.ts'
import { SECTIONS } from './layout/sections.ts'

/** A cell, empty or filled, and its reference as Excel shows it (`B7`). */
export interface CellAt {
  at: string
  cell: Cell | undefined
}

/** One row of a table, or a form as a whole: what stands in each column that the sheet has. */
export interface Entry {
  /** Reference of the first cell of its row. */
  at: string
  cells: ReadonlyMap<Column, CellAt>
}

/** A sheet as it was understood: its cells by what they mean, not by where they stand. */
export interface Tab {
  section: Section
  columns: readonly Column[]
  date1904: boolean
  /** The cell Có / Không có / Chưa khai. */
  state: { at: string; said: State | undefined } | undefined
  entries: readonly Entry[]
}

/** A cell that says something: a hint that still stands where the template put it says nothing. */
export function filled(column: Column, cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.text !== '' && cell.text !== column.hint
}

/** No heading is longer; to look through more would only cost time. */
const LONGEST_HEADING = 200

/** Columns by their folded headings; worked out once for a sheet, though asked for with each of its cells. */
const known = new WeakMap<readonly Column[], ReadonlyMap<string, Column>>()

/** The column of a heading, however it is written. */
export function columnOf(columns: readonly Column[], heading: string): Column | undefined {
  if (heading.length > LONGEST_HEADING) return undefined
  const byHeading = known.get(columns) ?? new Map(columns.map((column) => [foldWords(column.heading), column]))
  known.set(columns, byHeading)
  return byHeading.get(foldWords(heading))
}

/** Rows at the top of a sheet in which the label is looked for. */
const ROWS_BEFORE_TABLE = 50
const LABEL = foldWords(STATE_LABEL)
const HINT = foldWords(STATE_HINT)

/** The template's own explanation beside the cell, with or without its marks. */
function isHint(text: string): boolean {
  return foldWords(text) === HINT
}

/** The state a word stands for: Có, Không có (or Không), Chưa khai. */
export function stateOf(text: string): State | undefined {
  const said = foldWords(text)
  if (said === 'khong') return 'none'
  return (Object.keys(STATES) as State[]).find((state) => foldWords(STATES[state]) === said)
}

/** The cell beside the label Tình trạng khai báo; undefined where the sheet has none. */
export function readState(sheet: Sheet, section: Section, problems: SheetProblems): Tab['state'] {
  for (const { row, cells } of sheet.rows.slice(0, ROWS_BEFORE_TABLE)) {
    const label = cells.findIndex((cell) => cell?.kind === 'text' && foldWords(cell.text) === LABEL)
    if (label < 0) continue
    const column = cells.findIndex((cell, at) => at > label && cell !== undefined && !isHint(cell.text))
    const cell = cells[column]
    if (cell === undefined) return { at: `${columnName(label + 1)}${row}`, said: undefined }
    const at = `${columnName(column)}${row}`
    const said = stateOf(cell.text)
    if (said === undefined)
      problems.add(
        { sheet: section.sheet, cell: at, heading: STATE_LABEL },
        shownValue(cell.text),
        withValues(TAB_TEXTS.notInListChoose, { states: Object.values(STATES).join(', ') }),
      )
    return { at, said }
  }
  return undefined
}

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

const ORDER = new Map(SECTIONS.map(({ sheet }, at) => [sheet, at]))

/** Problems as one meets them going through the workbook: by sheet, row and column; unknown sheets come last. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const keyed = problems.map((problem) => ({ problem, key: keyOf(problem) }))
  keyed.sort((a, b) => a.key.map((part, at) => part - (b.key[at] ?? 0)).find((difference) => difference !== 0) ?? 0)
  return keyed.map(({ problem }) => problem)
}

function keyOf({ place }: Problem): number[] {
  const { row, column } = cellReference(place?.cell ?? '') ?? { row: 0, column: 0 }
  return [ORDER.get(place?.sheet ?? '') ?? ORDER.size, row, column]
}
