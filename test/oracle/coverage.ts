import type { Procedure, Process } from '../../src/dossier/procedures.ts'
import type { Outcome } from '../../src/rules/answer.ts'
import { monthsLater, type OracleAnswer, type OracleInput, ofItems, plain } from './oracle.ts'
import { actDueOn } from './working-day.ts'

/** Every procedure in force is named by a process in force, or is still within three months. */
export function proceduresAllCovered({ manifest, catalogue, asOf, params }: OracleInput): OracleAnswer {
  if (catalogue.procedures === undefined || manifest.processes === undefined) return plain('missingEvidence')
  const internalToo = params?.requireInternalProcesses === true
  const months = updateMonths(params)
  const served = new Set(processesInForce(manifest.processes, asOf).flatMap(servedCodes))
  const items = catalogue.procedures
    .filter((one) => procedureInForce(one, asOf) && (internalToo || one.internal !== true))
    .map((one): Outcome => {
      if (served.has(firstTwo(one.code))) return 'pass'
      const own = catalogue.source === 'agency'
      const begins = laterOf(one.effectiveFrom ?? (own ? catalogue.decision?.signedOn : undefined), one.announcedOn)
      if (begins === undefined) return own ? 'missingEvidence' : 'needsReview'
      return asOf <= actDueOn(begins, months) ? 'notYetDue' : 'fail'
    })
  return ofItems(items, 'missingEvidence')
}

/** No code that a process in force names is repealed for more than three months. */
export function repealedProceduresWithdrawn({ manifest, catalogue, asOf, params }: OracleInput): OracleAnswer {
  const { procedures } = catalogue
  if (procedures === undefined || manifest.processes === undefined) return plain('missingEvidence')
  const codes = [...new Set(processesInForce(manifest.processes, asOf).flatMap(servedCodes))]
  const entriesOf = grouped(procedures, (one) => [firstTwo(one.code)])
  const items = codes.map((code): Outcome => {
    const entries = entriesOf.get(code)
    if (entries === undefined) return 'needsReview'
    const ends: string[] = []
    for (const { effectiveTo } of entries) {
      if (effectiveTo === undefined || effectiveTo > asOf) return 'pass'
      ends.push(effectiveTo)
    }
    const ended = ends.sort().at(-1) ?? ''
    return asOf <= actDueOn(ended, updateMonths(params)) ? 'notYetDue' : 'fail'
  })
  return plain(ofItems(items, 'notApplicable').outcome)
}

/** Legal changes entered the system within three months of taking effect. */
export function legalChangesApplied({ manifest, catalogue, asOf, params }: OracleInput): OracleAnswer {
  if (manifest.legalChanges === undefined) return plain('missingEvidence')
  const items: Outcome[] = []
  for (const { effectiveOn, revisedOn, processes, repealed } of manifest.legalChanges) {
    if (effectiveOn > asOf) continue
    const due = actDueOn(effectiveOn, updateMonths(params))
    const entered = revisedOn !== undefined && revisedOn <= asOf
    if (entered && asOf > monthsLater(due, 24)) continue
    const editions = (code: string) => (manifest.processes ?? []).filter((one) => one.code === code)
    const follows = (code: string) =>
      editions(code).some(
        ({ effectiveOn: took, withdrawnOn }) =>
          took >= (revisedOn ?? '') ||
          (repealed === true && withdrawnOn !== undefined && withdrawnOn >= (revisedOn ?? '')),
      )
    if (entered) items.push(revisedOn > due ? 'fail' : processes.every(follows) ? 'pass' : 'needsReview')
    else items.push(asOf <= due ? 'notYetDue' : 'fail')
  }
  const inForce = (catalogue.procedures ?? []).filter((one) => procedureInForce(one, asOf)).length
  return ofItems(items, inForce > 20 ? 'needsReview' : 'notApplicable')
}

/** The slowest process of a covered procedure takes no longer than its published time. */
export function processTimeWithinPublished({ manifest, catalogue, asOf }: OracleInput): OracleAnswer {
  if (catalogue.procedures === undefined || manifest.processes === undefined) return plain('missingEvidence')
  const processes = processesInForce(manifest.processes, asOf)
  const procedures = catalogue.procedures.filter((one) => procedureInForce(one, asOf))
  const byCode = grouped(procedures, (one) => [firstTwo(one.code)])
  const serving = grouped(processes, servedCodes)
  const servedBy = (process: Process) => [...new Set(servedCodes(process))].flatMap((code) => byCode.get(code) ?? [])
  const isShared = (process: Process) => new Set(servedBy(process).map((one) => firstTwo(one.code))).size > 1
  const isOver = (process: Process) =>
    servedBy(process).some(({ limitDays }) => limitDays !== undefined && (process.limitDays ?? 0) > limitDays)
  const items: Outcome[] = []
  for (const { code, limitDays } of procedures) {
    const covering = serving.get(firstTwo(code)) ?? []
    if (limitDays === undefined || covering.length === 0) continue
    if (covering.some((process) => process.limitDays === undefined)) items.push('missingEvidence')
    else if (covering.some((process) => !isShared(process) && (process.limitDays ?? 0) > limitDays)) items.push('fail')
    else items.push(covering.some((process) => isShared(process) && isOver(process)) ? 'needsReview' : 'pass')
  }
  return ofItems(items, 'notApplicable')
}

function procedureInForce({ effectiveFrom, effectiveTo }: Procedure, asOf: string): boolean {
  return (effectiveFrom === undefined || effectiveFrom <= asOf) && (effectiveTo === undefined || asOf < effectiveTo)
}

function processesInForce(processes: readonly Process[], asOf: string): Process[] {
  return processes.filter(
    ({ effectiveOn, withdrawnOn }) => effectiveOn <= asOf && (withdrawnOn === undefined || asOf < withdrawnOn),
  )
}

/** Each item under all of its keys: a list is gone over once, so that the rule by hand is as quick as it can be. */
function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  return groups
}

const servedCodes = (process: Process) => process.procedures.map(firstTwo)

function firstTwo(code: string): string {
  const [first, second] = code.trim().split('.')
  return second === undefined ? code.trim() : `${first}.${second}`
}

function laterOf(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}

function updateMonths(params: OracleInput['params']): number {
  return typeof params?.updateMonths === 'number' ? params.updateMonths : 3
}
