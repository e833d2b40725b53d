import type { Clock } from '../../base/clock.ts'
import type { Day } from '../../base/day.ts'
import { procedureKey } from '../../base/names.ts'
import { type CatalogueEntry, entriesByKey } from '../catalogue.ts'
import { field, list } from '../define.ts'
import { processesInForce } from '../processes.ts'
import type { Scope } from '../scope.ts'

interface Item {
  /** As the first process that names it writes it. */
  code: string
  pointer: string
  entries: readonly CatalogueEntry[]
  /** Codes of the processes that name it. */
  processes: string[]
  /** First day on which none of its entries was in force any more; absent while one is not ended. */
  endedOn: Day | undefined
}

function items(scope: Scope, clock: Clock): readonly Item[] {
  const catalogue = scope.derive(entriesByKey, clock)
  const byKey = new Map<string, Item>()
  for (const { process, index } of scope.derive(processesInForce, clock))
    process.procedures.forEach((code, at) => {
      const key = procedureKey(code)
      const known = byKey.get(key)
      if (known?.processes.includes(process.code) === false) known.processes.push(process.code)
      if (known) return
      const entries = catalogue.get(key) ?? []
      const pointer = `/processes/${index}/procedures/${at}`
      byKey.set(key, { code, pointer, entries, processes: [process.code], endedOn: endOf(entries, clock) })
    })
  return [...byKey.values()]
}

function endOf(entries: readonly CatalogueEntry[], clock: Clock): Day | undefined {
  let last: Day | undefined
  for (const { effectiveTo } of entries) {
    if (effectiveTo === undefined || !clock.reached(effectiveTo)) return undefined
    last = Math.max(last ?? effectiveTo, effectiveTo)
  }
  return last
}

/** The procedure codes that processes in force name, each once, against the catalogue. */
export const codesServedList = list<Item>({
  label: {
    vi: 'mã thủ tục hành chính mà quy trình đang có hiệu lực áp dụng',
    en: 'procedure codes served by processes in force',
  },
  items,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    code: field('text', 'mã thủ tục hành chính', 'procedure code', (item: Item) => item.code),
    name: field('text', 'tên thủ tục hành chính', 'procedure name', (item: Item) => item.entries[0]?.procedure.name),
    processes: field('texts', 'quy trình áp dụng', 'processes that serve it', (item: Item) => item.processes),
    known: field('flag', 'có trong danh mục', 'is in the catalogue', (item: Item) => item.entries.length > 0),
    endedOn: field('day', 'ngày thủ tục hết hiệu lực', 'first day no longer in force', (item: Item) => item.endedOn),
  },
})
