import type { Clock, Day } from '../../core/days.ts'
import { foldName, procedureKey } from '../../core/names.ts'
import type { Process } from '../../dossier/procedures.ts'
import { type CatalogueEntry, entriesByKey, procedurePlace, proceduresInForce } from './catalogue.ts'
import { field, list, sampledProcesses } from './fact.ts'
import { day, type Scope, usableFile } from './scope.ts'

/** A process in force and where it stands. */
export interface ProcessInForce {
  process: Process
  index: number
  /** Keys of the procedures it serves, each once. */
  serves: readonly string[]
}

/** The processes in force on the day: effective, and not withdrawn. */
export function processesInForce(scope: Scope, clock: Clock): readonly ProcessInForce[] {
  return (scope.manifest.processes ?? []).flatMap((process, index) =>
    clock.inForce(day(process.effectiveOn), day(process.withdrawnOn))
      ? [{ process, index, serves: [...new Set(process.procedures.map(procedureKey))] }]
      : [],
  )
}

/** The processes in force by the key of each procedure they serve. */
export function processesByProcedure(scope: Scope, clock: Clock): ReadonlyMap<string, readonly ProcessInForce[]> {
  const byKey = new Map<string, ProcessInForce[]>()
  for (const one of scope.derive(processesInForce, clock))
    for (const key of one.serves) byKey.set(key, [...(byKey.get(key) ?? []), one])
  return byKey
}

/** Days the slowest of the processes takes; unknown when one of them, or there is none, says nothing. */
function slowestDays(processes: readonly ProcessInForce[]): number | undefined {
  let slowest: number | undefined
  for (const { process } of processes) {
    if (process.limitDays === undefined) return undefined
    slowest = Math.max(slowest ?? 0, process.limitDays)
  }
  return slowest
}

/**
 * The shortest published time of the procedures in force that a shared process serves, by its place: one that serves more
 * than one procedure in force (TT 26/2014 Điều 41 khoản 6 has agencies share).
 */
function sharedLimits(scope: Scope, clock: Clock): ReadonlyMap<number, number> {
  const serving = scope.derive(processesByProcedure, clock)
  const served = new Map<number, { keys: Set<string>; shortest: number }>()
  for (const { key, procedure } of scope.derive(proceduresInForce, clock))
    for (const { index } of serving.get(key) ?? []) {
      const own = served.get(index) ?? { keys: new Set(), shortest: Number.POSITIVE_INFINITY }
      served.set(index, own)
      own.keys.add(key)
      own.shortest = Math.min(own.shortest, procedure.limitDays ?? own.shortest)
    }
  return new Map([...served].flatMap(([index, { keys, shortest }]) => (keys.size > 1 ? [[index, shortest]] : [])))
}

/** Whether a shared process takes longer than the shortest time of what it serves. */
const isOver = ({ process }: ProcessInForce, shortest: number | undefined) =>
  shortest !== undefined && process.limitDays !== undefined && process.limitDays > shortest

interface ProcedureItem extends CatalogueEntry {
  /** Processes in force that serve it. */
  servedBy: readonly ProcessInForce[]
  /** Day from which it had to be covered: later of entering into force and being announced. */
  startsOn: Day | undefined
  /** Days the slowest of the processes that serve it alone takes; absent when none does. */
  ownDays: number | undefined
  /** A shared process that serves it takes longer than the shortest time of its procedures. */
  sharedOverShortest: boolean
  place: { pointer?: string; file?: string; row?: number }
}

/**
 * The day from which a procedure must be covered: the later of its taking effect and its being announced. Of the agency's own
 * list, one without a day of effect counts from the decision that publishes the list. Of the authority's list, one without
 * any day counts from the day the agency gives, else from the authority's oldest list that holds it: a newer list or
 * decision never starts the time anew, so with one list alone nobody can tell.
 */
function startsOn(scope: Scope): (entry: CatalogueEntry) => Day | undefined {
  const { source, decision, firstListed = {} } = scope.dossier.catalogue
  const decided = source === 'agency' ? day(decision?.signedOn) : undefined
  const latestOf = (...days: (Day | undefined)[]) => {
    const known = days.filter((one) => one !== undefined)
    return known.length === 0 ? undefined : Math.max(...known)
  }
  const given = new Map(
    source === 'authority'
      ? (scope.manifest.catalogue?.procedures ?? []).map(({ code, effectiveFrom, announcedOn }) => [
          procedureKey(code),
          latestOf(day(effectiveFrom), day(announcedOn)),
        ])
      : [],
  )
  return ({ key, effectiveFrom, procedure }) =>
    latestOf(effectiveFrom ?? decided, day(procedure.announcedOn)) ?? given.get(key) ?? day(firstListed[key])
}

function procedureItems(scope: Scope, clock: Clock): readonly ProcedureItem[] {
  const serving = scope.derive(processesByProcedure, clock)
  const shared = scope.derive(sharedLimits, clock)
  const startOf = scope.derive(startsOn, clock)
  return scope.derive(proceduresInForce, clock).map((entry) => {
    const servedBy = serving.get(entry.key) ?? []
    const alone = servedBy.filter(({ index }) => !shared.has(index))
    return {
      ...entry,
      servedBy,
      ownDays: slowestDays(alone),
      sharedOverShortest: servedBy.some((one) => isOver(one, shared.get(one.index))),
      startsOn: startOf(entry),
      place: procedurePlace(scope, entry.index),
    }
  })
}

/** The procedures in force on the day, each with the processes in force that serve it. */
export const proceduresInForceList = list<ProcedureItem>({
  label: { vi: 'thủ tục hành chính đang có hiệu lực', en: 'procedures in force' },
  items: procedureItems,
  place: (item) => item.place,
  fields: {
    code: field('text', 'mã thủ tục hành chính', 'procedure code', (item: ProcedureItem) => item.procedure.code),
    name: field('text', 'tên thủ tục hành chính', 'procedure name', (item: ProcedureItem) => item.procedure.name),
    internal: field(
      'flag',
      'thủ tục hành chính nội bộ',
      'internal procedure',
      (item: ProcedureItem) => item.procedure.internal ?? false,
    ),
    covered: field('flag', 'đã có quy trình', 'has a process', (item: ProcedureItem) => item.servedBy.length > 0),
    startsOn: field(
      'day',
      'ngày phải có quy trình tính từ',
      'day its time began',
      (item: ProcedureItem) => item.startsOn,
    ),
    limitDays: field(
      'number',
      'thời hạn giải quyết đã công bố (ngày)',
      'published time in days',
      (item: ProcedureItem) => item.procedure.limitDays,
    ),
    processes: field('texts', 'quy trình áp dụng', 'processes that serve it', (item: ProcedureItem) =>
      item.servedBy.map(({ process }) => process.code),
    ),
    slowestDays: field(
      'number',
      'thời hạn giải quyết nêu trong quy trình (ngày)',
      'time in days that its slowest process takes',
      (item: ProcedureItem) => slowestDays(item.servedBy),
    ),
    ownDays: field(
      'number',
      'thời hạn giải quyết trong quy trình riêng (ngày)',
      'time in days of the slowest process that serves it alone',
      (item: ProcedureItem) => item.ownDays,
    ),
    sharedOverShortest: field(
      'flag',
      'quy trình chung dài hơn thời hạn ngắn nhất của các thủ tục áp dụng',
      'a shared process takes longer than the shortest time of its procedures',
      (item: ProcedureItem) => item.sharedOverShortest,
    ),
  },
})

interface ProcessItem extends ProcessInForce {
  /** Fields of the procedures it serves, as the catalogue gives them, each once. */
  fields: readonly string[]
  file: string | undefined
  /** False where papers are asked of a sample that it is not in. */
  sampled: boolean
}

function processItems(scope: Scope, clock: Clock): readonly ProcessItem[] {
  const catalogue = scope.derive(entriesByKey, clock)
  const { codes } = scope.derive(sampledProcesses, clock)
  return scope.derive(processesInForce, clock).map((one) => {
    const fields = new Map<string, string>()
    for (const { procedure } of one.serves.flatMap((key) => catalogue.get(key) ?? []))
      if (procedure.field !== undefined) fields.set(foldName(procedure.field), procedure.field)
    const sampled = codes.has(one.process.code)
    return { ...one, fields: [...fields.values()], file: usableFile(scope, one.process.file), sampled }
  })
}

/** The processes in force on the day. */
export const processesInForceList = list<ProcessItem>({
  label: { vi: 'quy trình đang có hiệu lực', en: 'processes in force' },
  items: processItems,
  place: ({ index }) => ({ pointer: `/processes/${index}` }),
  fields: {
    code: field('text', 'mã quy trình', 'process code', (item: ProcessItem) => item.process.code),
    title: field('text', 'tên quy trình', 'process title', (item: ProcessItem) => item.process.title),
    procedureCount: field(
      'number',
      'số thủ tục hành chính áp dụng',
      'procedures it serves',
      (item: ProcessItem) => item.serves.length,
    ),
    fields: field(
      'texts',
      'lĩnh vực của các thủ tục hành chính',
      'fields of its procedures',
      (item: ProcessItem) => item.fields,
    ),
    fieldCount: field('number', 'số lĩnh vực', 'number of fields', (item: ProcessItem) => item.fields.length),
    sections: field('texts', 'các nội dung của quy trình', 'parts of the process', (item: ProcessItem) =>
      item.process.sections?.map(foldName),
    ),
    file: field('file', 'tệp quy trình', 'file of the process', (item: ProcessItem) => item.file),
    sampled: field(
      'flag',
      'tài liệu thuộc mẫu được yêu cầu nộp tệp',
      'file asked for, as one of the sample',
      (item: ProcessItem) => item.sampled,
    ),
  },
})

interface CodeItem {
  /** As the first process that names it writes it. */
  code: string
  pointer: string
  entries: readonly CatalogueEntry[]
  /** Codes of the processes that name it. */
  processes: string[]
  /** First day on which none of its entries was in force any more; absent while one is not ended. */
  endedOn: Day | undefined
}

function codeItems(scope: Scope, clock: Clock): readonly CodeItem[] {
  const catalogue = scope.derive(entriesByKey, clock)
  const byKey = new Map<string, CodeItem>()
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
export const codesServedList = list<CodeItem>({
  label: {
    vi: 'mã thủ tục hành chính mà quy trình đang có hiệu lực áp dụng',
    en: 'procedure codes served by processes in force',
  },
  items: codeItems,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    code: field('text', 'mã thủ tục hành chính', 'procedure code', (item: CodeItem) => item.code),
    name: field(
      'text',
      'tên thủ tục hành chính',
      'procedure name',
      (item: CodeItem) => item.entries[0]?.procedure.name,
    ),
    processes: field('texts', 'quy trình áp dụng', 'processes that serve it', (item: CodeItem) => item.processes),
    known: field('flag', 'có trong danh mục', 'is in the catalogue', (item: CodeItem) => item.entries.length > 0),
    endedOn: field(
      'day',
      'ngày thủ tục hết hiệu lực',
      'first day no longer in force',
      (item: CodeItem) => item.endedOn,
    ),
  },
})
