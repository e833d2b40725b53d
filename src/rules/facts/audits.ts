import { addMonths, type Clock, type Day, yearOf } from '../../core/days.ts'
import { foldName } from '../../core/names.ts'
import type { InternalAudit } from '../../dossier/upkeep.ts'
import { type Facts, fact } from './fact.ts'
import { processesInForce } from './procedures.ts'
import { day, latest, type Scope, usableFile } from './scope.ts'

/** Day an audit ended: `to`, or `from` when it took one day. */
export function auditEnd(audit: InternalAudit): Day | undefined {
  return day(audit.to ?? audit.from)
}

/** An audit that has ended, where it stands in the manifest, and when it ended. */
export interface EndedAudit {
  act: InternalAudit
  index: number
  on: Day
}

/** The audits that have ended, as listed. */
export function endedAudits(scope: Scope, clock: Clock): readonly EndedAudit[] {
  return (scope.manifest.internalAudits ?? []).flatMap((act, index) => {
    const on = auditEnd(act)
    return on !== undefined && clock.reached(on) ? [{ act, index, on }] : []
  })
}

/** The latest audit that has ended. */
export function latestAudit(scope: Scope, clock: Clock) {
  return latest(scope.manifest.internalAudits ?? [], auditEnd, clock)
}

const lastAudit = (scope: Scope, clock: Clock) => scope.derive(latestAudit, clock)
const auditPlace = (key: string) => (scope: Scope, clock: Clock) => {
  const found = lastAudit(scope, clock)
  return found && `/internalAudits/${found.index}${key}`
}

/** The latest internal audit (QĐ 19/2014 Điều 4 khoản 4 điểm b). */
export const auditFacts: Facts = {
  'latestAudit.end': fact(
    'day',
    'ngày kết thúc cuộc đánh giá nội bộ gần nhất',
    'end of the latest internal audit',
    (s, c) => lastAudit(s, c)?.on,
    auditPlace(''),
  ),
  'latestAudit.plan': fact(
    'file',
    'kế hoạch đánh giá nội bộ',
    'internal audit plan',
    (s, c) => usableFile(s, lastAudit(s, c)?.act.plan),
    auditPlace('/plan'),
  ),
  'latestAudit.teamSize': fact(
    'number',
    'thành phần đoàn đánh giá nội bộ',
    'internal audit team',
    (s, c) => lastAudit(s, c)?.act.team?.length,
    auditPlace('/team'),
  ),
  'latestAudit.team': fact(
    'texts',
    'họ tên thành viên đoàn đánh giá nội bộ',
    'members of the internal audit team',
    (s, c) => lastAudit(s, c)?.act.team?.map(({ name }) => name),
    auditPlace('/team'),
  ),
  'latestAudit.nonconformityCount': fact(
    'number',
    'số điểm không phù hợp của cuộc đánh giá nội bộ gần nhất',
    'number of nonconformities of the latest internal audit',
    (s, c) => lastAudit(s, c)?.act.nonconformities?.length,
    auditPlace('/nonconformities'),
  ),
  'latestAudit.report': fact(
    'file',
    'báo cáo đánh giá nội bộ',
    'internal audit report',
    (s, c) => usableFile(s, lastAudit(s, c)?.act.report),
    auditPlace('/report'),
  ),
}

/**
 * Units audited in the latest round of audits: those that ended within the twelve months up to the end of the latest
 * one, so that a programme that takes the units in turn through the year counts as a whole. Absent while a unit is not
 * among them and some audit does not state its units: it may have been there.
 */
function auditedUnits(scope: Scope, clock: Clock): readonly string[] | undefined {
  const last = scope.derive(latestAudit, clock)
  if (!last) return undefined
  const round = scope.derive(endedAudits, clock).filter(({ on }) => addMonths(on, 12) >= last.on)
  const stated = round.flatMap(({ act }) => act.units ?? [])
  const silent = round.some(({ act }) => act.units === undefined)
  return silent && !coversAll(stated, scope.manifest.agency.units ?? []) ? undefined : stated
}

function coversAll(stated: readonly string[], units: readonly string[]): boolean {
  const known = new Set(stated.map(foldName))
  return units.every((unit) => known.has(foldName(unit)))
}

function unitsNotAudited(scope: Scope, clock: Clock): readonly string[] | undefined {
  const audited = auditedUnits(scope, clock)
  const { units } = scope.manifest.agency
  if (audited === undefined || units === undefined) return undefined
  const known = new Set(audited.map(foldName))
  return units.filter((unit) => !known.has(foldName(unit)))
}

/** Members of the latest audit's team who audited the unit they belong to, each with the unit. */
function auditorsOfOwnUnit(scope: Scope, clock: Clock): readonly string[] | undefined {
  const { unitAuditors, team = [] } = scope.derive(latestAudit, clock)?.act ?? {}
  return unitAuditors
    ?.filter(({ unit, auditor }) =>
      team.some(
        (member) =>
          foldName(member.name) === foldName(auditor) &&
          member.unit !== undefined &&
          foldName(member.unit) === foldName(unit),
      ),
    )
    .map(({ unit, auditor }) => `${auditor} (${unit})`)
}

const coveragePlace = (key: string) => (scope: Scope, clock: Clock) => {
  const found = scope.derive(latestAudit, clock)
  return found && `/internalAudits/${found.index}/${key}`
}

/** Calendar years before and with the latest audit's that must have found nothing for it to be told. */
const YEARS = 3

/**
 * Whether the audits of three calendar years running found no nonconformity; absent while one of them does not say what it
 * found, or a year has none.
 */
function nothingFound(scope: Scope, clock: Clock): boolean | undefined {
  const last = scope.derive(latestAudit, clock)
  if (!last) return undefined
  const audits = scope.derive(endedAudits, clock)
  const years = Array.from({ length: YEARS }, (_, back) => yearOf(last.on) - back)
  const inYears = audits.filter(({ on }) => years.includes(yearOf(on)))
  if (inYears.some(({ act }) => (act.nonconformities?.length ?? 0) > 0)) return false
  const whole = years.every((year) => inYears.some(({ on }) => yearOf(on) === year))
  return whole && inYears.every(({ act }) => act.nonconformities !== undefined) ? true : undefined
}

/** Processes in force that no audit of the latest round names; absent where it names no process at all. */
function processesNotAudited(scope: Scope, clock: Clock): readonly string[] | undefined {
  const last = scope.derive(latestAudit, clock)
  if (!last) return undefined
  const round = scope.derive(endedAudits, clock).filter(({ on }) => addMonths(on, 12) >= last.on)
  const named = new Set(round.flatMap(({ act }) => act.processes ?? []))
  if (named.size === 0) return undefined
  return scope.derive(processesInForce, clock).flatMap(({ process }) => (named.has(process.code) ? [] : [process.code]))
}

/** What internal audits covered, and by whom (TCVN ISO 9001:2015, 9.2.2). */
export const auditCoverageFacts: Facts = {
  auditedUnits: fact(
    'texts',
    'các đơn vị được đánh giá nội bộ',
    'units audited internally',
    (s, c) => s.derive(auditedUnits, c),
    coveragePlace('units'),
  ),
  unitsNotAudited: fact('texts', 'các đơn vị chưa được đánh giá nội bộ', 'units not audited internally', (s, c) =>
    s.derive(unitsNotAudited, c),
  ),
  'unitsNotAudited.count': fact(
    'number',
    'số đơn vị chưa được đánh giá nội bộ',
    'number of units not audited internally',
    (s, c) => s.derive(unitsNotAudited, c)?.length,
  ),
  'audits.nothingFound': fact(
    'flag',
    'ba năm liền đánh giá nội bộ không phát hiện điểm không phù hợp',
    'the audits of three years running found nothing',
    (s, c) => s.derive(nothingFound, c),
    coveragePlace('nonconformities'),
  ),
  'processesNotAudited.count': fact(
    'number',
    'số quy trình chưa được đánh giá nội bộ',
    'number of processes not audited internally',
    (s, c) => s.derive(processesNotAudited, c)?.length,
    coveragePlace('processes'),
  ),
  processesNotAudited: fact(
    'texts',
    'các quy trình chưa được đánh giá nội bộ',
    'processes not audited internally',
    (s, c) => s.derive(processesNotAudited, c),
    coveragePlace('processes'),
  ),
  auditorsOfOwnUnit: fact(
    'texts',
    'phân công chuyên gia đánh giá nội bộ theo đơn vị',
    'assignment of auditors to units',
    (s, c) => s.derive(auditorsOfOwnUnit, c),
    coveragePlace('unitAuditors'),
  ),
  'auditorsOfOwnUnit.count': fact(
    'number',
    'số chuyên gia đánh giá nội bộ đánh giá đơn vị của mình',
    'number of auditors who audited their own unit',
    (s, c) => s.derive(auditorsOfOwnUnit, c)?.length,
  ),
}
