import { type Localized, withValues } from '../../core/errors.ts'
import { toPointer } from '../../core/json.ts'
import type { Notice } from '../../dossier/dossier.ts'
import { noticeText } from '../catalogue/notices.ts'
import { shownValue } from '../display.ts'
import { ENTRIES_TEXTS } from '../words.ts'
import type { FieldColumn } from './layout/columns.ts'
import { NUMBER_HEADING, STATE_LABEL, STATES, type State } from './layout/section.ts'
import { partsOf } from './layout/sections.ts'
import {
  type CellAt,
  type Entry,
  filled,
  type SheetPlace,
  type SheetPlaces,
  type SheetProblems,
  stateOf,
  type Tab,
} from './tab.ts'
import { readValue } from './values.ts'

/**
 * What a sheet says of its section: a list, an object, or undefined for nothing said. Chosen without the cell Có / Không
 * có / Chưa khai, a sheet that holds something counts as Có, an empty one as Chưa khai.
 */
export function sectionValue(tab: Tab, tabs: ReadonlyMap<string, Tab>, gathered: Gathered): unknown {
  const { section, entries, state } = tab
  const filledEntries = entries.filter(saysAnything)
  const said = section.always ? 'some' : (state?.said ?? (filledEntries.length > 0 ? 'some' : 'unsaid'))
  if (said !== 'some') {
    const [first] = filledEntries
    if (first !== undefined) tellState(tab, gathered, contradiction(STATES[said], first.at))
    partLists(tab, [], '', tabs, gathered)
    return said === 'none' && section.shape === 'table' ? [] : undefined
  }
  const pointer = toPointer(section.at)
  if (section.shape === 'form') return entries[0] && entryValue(tab, entries[0], pointer, gathered)
  if (filledEntries.length === 0 && !section.always) tellState(tab, gathered, NO_ROWS)
  const parts = partLists(tab, filledEntries, pointer, tabs, gathered)
  return filledEntries.map((entry, at) => entryValue(tab, entry, `${pointer}/${at}`, gathered, parts[at]))
}

const NO_ROWS: Localized = withValues(ENTRIES_TEXTS.tableNoRowsFill, { none: STATES.none, unsaid: STATES.unsaid })

/** What is said where the cell denies what the sheet holds. */
function contradiction(state: string, at: string): Localized {
  return withValues(ENTRIES_TEXTS.butSheetFilledIn, { at, some: STATES.some, state })
}

function tellState({ section, state }: Tab, { problems }: Gathered, expected: Localized): void {
  const said = state?.said === undefined ? '' : shownValue(STATES[state.said])
  const cell = state === undefined ? {} : { cell: state.at }
  problems.add({ sheet: section.sheet, ...cell, heading: STATE_LABEL }, said, expected, toPointer(section.at))
}

/**
 * For each row of a sheet, the lists that stand on sheets of their own, by their keys. Rows are joined by the number both
 * sheets give; a row without one has its place in the table as its number.
 */
function partLists(
  tab: Tab,
  entries: readonly Entry[],
  pointer: string,
  tabs: ReadonlyMap<string, Tab>,
  gathered: Gathered,
): Record<string, unknown>[] {
  const objects: Record<string, unknown>[] = entries.map(() => ({}))
  const parts = partsOf(tab.section)
  if (parts.length === 0) return objects
  const rows = rowNumbers(tab, entries, gathered)
  for (const part of parts) {
    const [key = ''] = part.at
    const partTab = tabs.get(part.sheet)
    const lists = objects.map((): unknown[] => [])
    for (const entry of partTab?.entries ?? []) {
      const at = rows.get(numberOf(entry)?.cell?.text ?? '')
      const list = at === undefined ? undefined : lists[at]
      if (partTab === undefined || list === undefined) tellUnknownRow(part.sheet, tab.section.sheet, entry, gathered)
      else list.push(entryValue(partTab, entry, `${pointer}/${at}/${key}/${list.length}`, gathered))
    }
    for (const [at, entry] of entries.entries()) {
      const said = saidOf(tab, entry, part.sheet, gathered)
      const list = lists[at] ?? []
      if (list.length > 0 && (said === 'none' || said === 'unsaid')) tellDenied(tab, entry, part.sheet, gathered)
      const object = objects[at]
      if (object && (list.length > 0 || said === 'none')) object[key] = list
    }
  }
  return objects
}

function rowNumbers(tab: Tab, entries: readonly Entry[], { problems }: Gathered): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  for (const [at, entry] of entries.entries()) {
    const found = numberOf(entry)
    const number = found?.cell?.text ?? String(at + 1)
    if (!rows.has(number)) rows.set(number, at)
    else
      problems.add(
        { sheet: tab.section.sheet, cell: found?.at ?? entry.at, heading: NUMBER_HEADING },
        shownValue(number),
        ENTRIES_TEXTS.rowAboveNumberAlready,
      )
  }
  return rows
}

function numberOf(entry: Entry): CellAt | undefined {
  const [column, found] = [...entry.cells].find(([{ kind }]) => kind === 'number') ?? []
  if (column === undefined || found === undefined) return undefined
  return filled(column, found.cell) ? found : { ...found, cell: undefined }
}

/** What the row says of the part in its own cell; a word that is none of the three is told. */
function saidOf(tab: Tab, entry: Entry, sheet: string, { problems }: Gathered): State | undefined {
  const [column, found] = stateCell(entry, sheet)
  if (column === undefined || found === undefined || !filled(column, found.cell)) return undefined
  const said = stateOf(found.cell.text)
  if (said === undefined)
    problems.add(
      { sheet: tab.section.sheet, cell: found.at, heading: sheet },
      shownValue(found.cell.text),
      withValues(ENTRIES_TEXTS.notInListChoose, { states: Object.values(STATES).join(', ') }),
    )
  return said
}

function stateCell(entry: Entry, sheet: string) {
  return [...entry.cells].find(([column]) => column.kind === 'state' && column.part.sheet === sheet) ?? []
}

function tellDenied(tab: Tab, entry: Entry, sheet: string, { problems }: Gathered): void {
  const found = stateCell(entry, sheet)[1]
  problems.add(
    { sheet: tab.section.sheet, cell: found?.at ?? entry.at, heading: sheet },
    shownValue(found?.cell?.text),
    withValues(ENTRIES_TEXTS.butSheetRowsOne, { sheet, some: STATES.some }),
  )
}

function tellUnknownRow(sheet: string, of: string, entry: Entry, { problems }: Gathered): void {
  const found = numberOf(entry)
  const text = found?.cell?.text
  problems.add(
    { sheet, cell: found?.at ?? entry.at, heading: NUMBER_HEADING },
    text === undefined ? '' : shownValue(text),
    withValues(ENTRIES_TEXTS.noRowSheetNumber, { of, numberHeading: NUMBER_HEADING }),
  )
}

type Members = Record<string, unknown>

/** What reading a workbook gathers on its way. */
export interface Gathered {
  /** Name of the file, as it is told. */
  file: string
  problems: SheetProblems
  /** Where the values stand, by their pointers into the manifest. */
  places: SheetPlaces
  notices: Notice[]
}

/** The object an entry describes, added to `object`; undefined values are left out, and so are objects nothing was said of. */
function entryValue(tab: Tab, entry: Entry, pointer: string, gathered: Gathered, object: Members = {}): Members {
  gathered.places.add(pointer, tab, entry)
  for (const [column, { at, cell }] of entry.cells) {
    if (column.kind !== 'field') continue
    const place = { sheet: tab.section.sheet, cell: at, heading: column.heading }
    const keys = column.field.key.split('.')
    const here = `${pointer}/${keys.join('/')}`
    const reading = filled(column, cell) ? readValue(column, cell, tab.date1904) : undefined
    if (reading === undefined) setBlank(object, keys, column)
    else if ('wrong' in reading) gathered.problems.add(place, shownValue(cell?.text), reading.wrong, here)
    else {
      setIn(object, keys, reading.value)
      if (reading.mendedFrom !== undefined) tellMended(gathered, place, reading.mendedFrom, String(reading.value))
    }
  }
  return object
}

/** Whether any of its cells says something. */
function saysAnything(entry: Entry): boolean {
  return [...entry.cells].some(([column, { cell }]) => column.kind !== 'number' && filled(column, cell))
}

/** An empty cell is an empty list where there must be one; and an object that must be there is, though it lacks this. */
function setBlank(object: Members, keys: readonly string[], column: FieldColumn): void {
  if (!column.required) return
  if (column.form.kind === 'list') setIn(object, keys, [])
  else holderOf(object, keys)
}

function setIn(object: Members, keys: readonly string[], value: unknown): void {
  holderOf(object, keys)[keys.at(-1) ?? ''] = value
}

function holderOf(object: Members, keys: readonly string[]): Members {
  return keys.slice(0, -1).reduce<Members>((inner, key) => {
    inner[key] ??= {}
    return inner[key] as Members
  }, object)
}

function tellMended({ file, notices }: Gathered, { sheet, cell }: SheetPlace, found: string, code: string): void {
  const place = { file: `${file}, ${sheet}!${cell ?? ''}` }
  notices.push({
    code: 'catalogue-code-padded',
    text: noticeText('catalogue-code-padded', place, { found, code }),
    file,
  })
}
