import type { Clock } from '../base/clock.ts'
import { addMonths } from '../base/day.ts'
import { foldName } from '../base/names.ts'
import { endedAudits, latestAudit } from './audits.ts'
import { type Facts, fact } from './define.ts'
import type { Scope } from './scope.ts'

/**
 * Units audited in the latest round of audits: those that ended within the twelve months up to the end of the latest
 * one, so that a programme that takes the units in turn through the year counts as a whole. Absent while a unit is not
 * among them and some audit does not state its units: it may have been there.
 */
export function auditedUnits(scope: Scope, clock: Clock): readonly string[] | undefined {
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

const at = (key: string) => (scope: Scope, clock: Clock) => {
  const found = scope.derive(latestAudit, clock)
  return found && `/internalAudits/${found.index}/${key}`
}

/** What internal audits covered, and by whom (TCVN ISO 9001:2015, 9.2.2). */
export const auditCoverageFacts: Facts = {
  auditedUnits: fact(
    'texts',
    'các đơn vị được đánh giá nội bộ',
    'units audited internally',
    (s, c) => s.derive(auditedUnits, c),
    at('units'),
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
  auditorsOfOwnUnit: fact(
    'texts',
    'phân công đánh giá viên theo đơn vị',
    'assignment of auditors to units',
    (s, c) => s.derive(auditorsOfOwnUnit, c),
    at('unitAuditors'),
  ),
  'auditorsOfOwnUnit.count': fact(
    'number',
    'số đánh giá viên đánh giá đơn vị của mình',
    'number of auditors who audited their own unit',
    (s, c) => s.derive(auditorsOfOwnUnit, c)?.length,
  ),
}
