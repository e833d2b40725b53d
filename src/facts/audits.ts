import type { Clock } from '../base/clock.ts'
import type { Day } from '../base/day.ts'
import type { InternalAudit } from '../dossier/upkeep.ts'
import { day, latest } from './days.ts'
import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'
import type { Scope } from './scope.ts'

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

const of = (scope: Scope, clock: Clock) => scope.derive(latestAudit, clock)
const at = (key: string) => (scope: Scope, clock: Clock) => {
  const found = of(scope, clock)
  return found && `/internalAudits/${found.index}${key}`
}

/** The latest internal audit (QĐ 19/2014 Điều 4 khoản 4 điểm b). */
export const auditFacts: Facts = {
  'latestAudit.end': fact(
    'day',
    'ngày kết thúc cuộc đánh giá nội bộ gần nhất',
    'end of the latest internal audit',
    (s, c) => of(s, c)?.on,
    at(''),
  ),
  'latestAudit.plan': fact(
    'file',
    'kế hoạch đánh giá nội bộ',
    'internal audit plan',
    (s, c) => usableFile(s, of(s, c)?.act.plan),
    at('/plan'),
  ),
  'latestAudit.teamSize': fact(
    'number',
    'thành phần đoàn đánh giá nội bộ',
    'internal audit team',
    (s, c) => of(s, c)?.act.team?.length,
    at('/team'),
  ),
  'latestAudit.team': fact(
    'texts',
    'họ tên thành viên đoàn đánh giá nội bộ',
    'members of the internal audit team',
    (s, c) => of(s, c)?.act.team?.map(({ name }) => name),
    at('/team'),
  ),
  'latestAudit.nonconformityCount': fact(
    'number',
    'số điểm không phù hợp của cuộc đánh giá nội bộ gần nhất',
    'number of nonconformities of the latest internal audit',
    (s, c) => of(s, c)?.act.nonconformities?.length,
    at('/nonconformities'),
  ),
  'latestAudit.report': fact(
    'file',
    'báo cáo đánh giá nội bộ',
    'internal audit report',
    (s, c) => usableFile(s, of(s, c)?.act.report),
    at('/report'),
  ),
}
