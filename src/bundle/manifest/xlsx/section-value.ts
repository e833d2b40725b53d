import type { Localized } from '../../../base/localized.ts'
import { toPointer } from '../../../base/pointer.ts'
import { shownValue } from '../shown-value.ts'
import { entryValue, type Gathered, saysAnything } from './entry-value.ts'
import { STATE_LABEL, STATES } from './layout/section.ts'
import { partLists } from './part-lists.ts'
import type { Tab } from './tab.ts'

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

const NO_ROWS: Localized = {
  vi: `bảng chưa có dòng nào. Kê vào bảng, hoặc chọn ${STATES.none} nếu không có, ${STATES.unsaid} nếu chưa khai.`,
  en: `the table has no rows. Fill it in, or choose ${STATES.none} if there is nothing, ${STATES.unsaid} if you do not say.`,
}

/** What is said where the cell denies what the sheet holds. */
export function contradiction(state: string, at: string): Localized {
  return {
    vi: `nhưng trang đã có nội dung từ ô ${at}. Chọn ${STATES.some}, hoặc xóa nội dung; trang đang ghi '${state}'.`,
    en: `but the sheet is filled in from ${at} on. Choose ${STATES.some}, or delete what it holds; it says '${state}'.`,
  }
}

function tellState({ section, state }: Tab, { problems }: Gathered, expected: Localized): void {
  const said = state?.said === undefined ? '' : shownValue(STATES[state.said])
  const cell = state === undefined ? {} : { cell: state.at }
  problems.add({ sheet: section.sheet, ...cell, heading: STATE_LABEL }, said, expected, toPointer(section.at))
}
