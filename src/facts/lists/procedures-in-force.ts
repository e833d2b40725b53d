import type { Clock } from '../../base/clock.ts'
import type { Day } from '../../base/day.ts'
import { type CatalogueEntry, procedurePlace, proceduresInForce } from '../catalogue.ts'
import { day } from '../days.ts'
import { field, list } from '../define.ts'
import { overDifferingLimits, slowestDays } from '../process-times.ts'
import { type ProcessInForce, processesByProcedure } from '../processes.ts'
import type { Scope } from '../scope.ts'

interface Item extends CatalogueEntry {
  /** Processes in force that serve it. */
  servedBy: readonly ProcessInForce[]
  /** Day from which it had to be covered: later of entering into force and being announced. */
  startsOn: Day | undefined
  /** A process that serves it also serves a procedure with another published time. */
  sharedOverLimits: boolean
  place: { pointer?: string; file?: string; row?: number }
}

function items(scope: Scope, clock: Clock): readonly Item[] {
  const serving = scope.derive(processesByProcedure, clock)
  const differing = scope.derive(overDifferingLimits, clock)
  const decided = day(scope.dossier.catalogue.decision?.signedOn)
  return scope.derive(proceduresInForce, clock).map((entry) => {
    const days = [entry.effectiveFrom ?? decided, day(entry.procedure.announcedOn)].filter((one) => one !== undefined)
    const servedBy = serving.get(entry.key) ?? []
    return {
      ...entry,
      servedBy,
      sharedOverLimits: servedBy.some(({ index }) => differing.has(index)),
      startsOn: days.length === 0 ? undefined : Math.max(...days),
      place: procedurePlace(scope, entry.index),
    }
  })
}

/** The procedures in force on the day, each with the processes in force that serve it. */
export const proceduresInForceList = list<Item>({
  label: { vi: 'thủ tục hành chính đang có hiệu lực', en: 'procedures in force' },
  items,
  place: (item) => item.place,
  fields: {
    code: field('text', 'mã thủ tục hành chính', 'procedure code', (item: Item) => item.procedure.code),
    name: field('text', 'tên thủ tục hành chính', 'procedure name', (item: Item) => item.procedure.name),
    internal: field(
      'flag',
      'thủ tục hành chính nội bộ',
      'internal procedure',
      (item: Item) => item.procedure.internal ?? false,
    ),
    covered: field('flag', 'đã có quy trình', 'has a process', (item: Item) => item.servedBy.length > 0),
    startsOn: field('day', 'ngày phải có quy trình tính từ', 'day its time began', (item: Item) => item.startsOn),
    limitDays: field(
      'number',
      'thời hạn giải quyết đã công bố (ngày)',
      'published time in days',
      (item: Item) => item.procedure.limitDays,
    ),
    processes: field('texts', 'quy trình áp dụng', 'processes that serve it', (item: Item) =>
      item.servedBy.map(({ process }) => process.code),
    ),
    slowestDays: field(
      'number',
      'thời hạn giải quyết nêu trong quy trình (ngày)',
      'time in days that its slowest process takes',
      (item: Item) => slowestDays(item.servedBy),
    ),
    sharedOverLimits: field(
      'flag',
      'quy trình chung cho các thủ tục có thời hạn khác nhau',
      'its process is shared over differing times',
      (item: Item) => item.sharedOverLimits,
    ),
  },
})
