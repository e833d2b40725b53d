import type { Clock } from '../../base/clock.ts'
import { type CatalogueEntry, entriesByKey, procedurePlace } from '../catalogue.ts'
import { field, list } from '../define.ts'
import type { Scope } from '../scope.ts'

interface Item extends CatalogueEntry {
  /** Entries of the catalogue with the same key, this one among them. */
  same: number
  place: ReturnType<typeof procedurePlace>
}

/** National `1.001612`, local `1.012753.H19`, and the older long form `1.001612.000.00.00.H29`. */
const FORM = /^\d\.\d{6}(?:(?:\.\d{3}\.\d{2}\.\d{2})?\.[A-Z]\d{2})?$/

function items(scope: Scope, clock: Clock): readonly Item[] {
  return [...scope.derive(entriesByKey, clock).values()]
    .flatMap((same) =>
      same.map((entry) => ({ ...entry, same: same.length, place: procedurePlace(scope, entry.index) })),
    )
    .sort((a, b) => a.index - b.index)
}

/** Every entry of the catalogue, whatever the day. */
export const catalogueEntriesList = list<Item>({
  label: { vi: 'thủ tục hành chính trong danh mục', en: 'procedures in the catalogue' },
  items,
  place: (item) => item.place,
  fields: {
    code: field('text', 'mã thủ tục hành chính', 'procedure code', (item: Item) => item.procedure.code),
    name: field('text', 'tên thủ tục hành chính', 'procedure name', (item: Item) => item.procedure.name),
    wellFormed: field('flag', 'mã đúng định dạng', 'code is well formed', (item: Item) =>
      FORM.test(item.procedure.code.trim()),
    ),
    same: field('number', 'số lần mã xuất hiện', 'times the code is listed', (item: Item) => item.same),
  },
})
