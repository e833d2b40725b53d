import type { Clock, Day } from '../../core/days.ts'
import { foldName, procedureKey } from '../../core/names.ts'
import type { Process } from '../../dossier/procedures.ts'
import { type CatalogueEntry, entriesByKey, procedurePlace, proceduresInForce } from './catalogue.ts'
import { field, list } from './fact.ts'
import { sampledProcesses } from './samples.ts'
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

/** Places of the processes in force that serve procedures in force with differing published times. */
function overDifferingLimits(scope: Scope, clock: Clock): ReadonlySet<number> {
  const serving = scope.derive(processesByProcedure, clock)
  const limitOf = new Map<number, number>()
  const differing = new Set<number>()
  for (const { key, procedure } of scope.derive(proceduresInForce, clock)) {
    const { limitDays } = procedure
    if (limitDays === undefined) continue
    for (const { index } of serving.get(key) ?? []) {
      const other = limitOf.get(index)
      if (other !== undefined && other !== limitDays) differing.add(index)
      limitOf.set(index, limitDays)
    }
  }
  return differing
}

interface ProcedureItem extends CatalogueEntry {
  /** Processes in force that serve it. */
  servedBy: readonly ProcessInForce[]
  /** Day from which it had to be covered: later of entering into force and being announced. */
  startsOn: Day | undefined
  /** A process that serves it also serves a procedure with another published time. */
  sharedOverLimits: boolean
  place: { pointer?: string; file?: string; row?: number }
}

function procedureItems(scope: Scope, clock: Clock): readonly ProcedureItem[] {
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
    sharedOverLimits: field(
      'flag',
      'quy trình chung cho các thủ tục có thời hạn khác nhau',
      'its process is shared over differing times',
      (item: ProcedureItem) => item.sharedOverLimits,
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
