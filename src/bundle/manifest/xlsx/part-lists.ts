import { shownValue } from '../shown-value.ts'
import { entryValue, type Gathered } from './entry-value.ts'
import { NUMBER_HEADING, STATES, type State } from './layout/section.ts'
import { partsOf } from './layout/sections.ts'
import { stateOf } from './state-cell.ts'
import { type CellAt, type Entry, filled, type Tab } from './tab.ts'

/**
 * For each row of a sheet, the lists that stand on sheets of their own, by their keys. Rows are joined by the number both
 * sheets give; a row without one has its place in the table as its number.
 */
export function partLists(
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
        {
          vi: 'số này đã dùng ở dòng trên. Ghi mỗi dòng một số.',
          en: 'a row above has this number already. Give each row a number of its own.',
        },
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
    problems.add({ sheet: tab.section.sheet, cell: found.at, heading: sheet }, shownValue(found.cell.text), {
      vi: `không có trong danh sách. Chọn ${Object.values(STATES).join(', ')}.`,
      en: `this is not in the list. Choose ${Object.values(STATES).join(', ')}.`,
    })
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
    {
      vi: `nhưng trang '${sheet}' có dòng của lần này. Chọn ${STATES.some}, hoặc xóa các dòng đó.`,
      en: `but the sheet '${sheet}' has rows of this one. Choose ${STATES.some}, or delete those rows.`,
    },
  )
}

function tellUnknownRow(sheet: string, of: string, entry: Entry, { problems }: Gathered): void {
  const found = numberOf(entry)
  const text = found?.cell?.text
  problems.add(
    { sheet, cell: found?.at ?? entry.at, heading: NUMBER_HEADING },
    text === undefined ? '' : shownValue(text),
    {
      vi: `không có dòng nào mang số này ở trang '${of}'. Ghi đúng số ở cột '${NUMBER_HEADING}' của trang đó.`,
      en: `no row of the sheet '${of}' has this number. Write the number in its column '${NUMBER_HEADING}'.`,
    },
  )
}
