import type { Notice } from '../../../dossier/dossier.ts'
import { noticeText } from '../../catalogue/notices.ts'
import { shownValue } from '../shown-value.ts'
import type { FieldColumn } from './layout/columns.ts'
import { readValue } from './read-value.ts'
import type { SheetPlaces } from './sheet-places.ts'
import type { SheetPlace, SheetProblems } from './sheet-problems.ts'
import { type Entry, filled, type Tab } from './tab.ts'

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
export function entryValue(tab: Tab, entry: Entry, pointer: string, gathered: Gathered, object: Members = {}): Members {
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
export function saysAnything(entry: Entry): boolean {
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
