import { addMonths, toDay, toIso } from '../core/days.ts'
import type { AuthorityRecord } from '../dossier/authority-record.ts'
import { REPORT_ITEMS } from '../dossier/upkeep.ts'
import type { VisitCorrection, VisitItem, VisitItemId, VisitSheet } from '../dossier/visit.ts'
import { type DayOffRegisters, workingDay } from '../rules/facts/days-off.ts'
import type { RuleSource } from '../rules/rule-source.ts'
import type { Finding, Verdict } from '../verdict/verdict.ts'

/** Point, clause and article of an item as officials cite it: `điểm a khoản 1 Điều 36`. */
export function clauseOfItem(id: VisitItemId): string {
  const letter = id.slice(1)
  return `điểm ${letter === 'dd' ? 'đ' : letter} khoản ${id[0]} Điều 36`
}

/** Last day for the report of corrective action: two months from signing (điểm c khoản 2 Điều 37), on a working day. */
export function correctionDue(signedOn: string, daysOff: DayOffRegisters): string {
  return toIso(workingDay(daysOff, addMonths(toDay(signedOn), 2)))
}

/** Articles by which rules are looked at under an item, though they cite none of T Điều 36 themselves. */
const ITEM_BY_ARTICLE: Readonly<Record<string, VisitItemId>> = {
  'qd-19-2014 khoản 1 Điều 3': '1a',
  'tt-26-2014 khoản 1 Điều 3': '1a',
  'tt-26-2014 khoản 2 Điều 4': '1a',
  'tt-26-2014 khoản 6 Điều 41': '1a',
  'tcvn-iso-9001-2015 điều 4.3': '1a',
  'qd-19-2014 khoản 3 Điều 11': '1b',
  'tcvn-iso-9001-2015 điều 8.1': '1d',
  'qd-19-2014 điểm b khoản 4 Điều 4': '1dd',
  'qd-19-2014 điểm b khoản 2 Điều 4': '1dd',
  'tt-26-2014 điểm a khoản 1 Điều 37': '1dd',
  'tt-26-2014 điểm c khoản 2 Điều 37': '1dd',
  'tcvn-iso-9001-2015 điều 9.2.2': '1dd',
  'tcvn-iso-9001-2015 điều 9.3': '1dd',
  'tcvn-iso-9001-2015 điều 10.2': '1dd',
  'tcvn-iso-9001-2015 điều 9.1.2': '1g',
  'tcvn-iso-9001-2015 điều 10.3': '1g',
  'qd-19-2014 khoản 2 Điều 3': '2a',
  'qd-19-2014 điểm d khoản 2 Điều 4': '2b',
  'qd-19-2014 khoản 3 Điều 4': '2c',
  'qd-19-2014 khoản 2, khoản 3 Điều 4': '2c',
  'qd-19-2014 đoạn cuối Điều 4': '2c',
  'qd-19-2014 đoạn liền trước đoạn cuối Điều 4': '2c',
  'qd-19-2014 điểm a khoản 4 Điều 4': '2d',
  'qd-19-2014 điểm c khoản 4 Điều 4': '2dd',
  'qd-19-2014 Điều 7': '2e',
}
/** Compliance with the standard, the policy, the processes and the law: what no other item speaks of. */
const REST: VisitItemId = '1c'

/** The item of T Điều 36 under which a rule is looked at: what it cites of that article, else by the articles it rests on. */
export function itemOfRule({ basis }: Pick<RuleSource, 'basis'>): VisitItemId {
  const cited = REPORT_ITEMS.find((id) =>
    basis.some(({ source, clause }) => source === 'tt-26-2014' && clause === clauseOfItem(id)),
  )
  const known = basis.flatMap(({ source, clause = '' }) => ITEM_BY_ARTICLE[`${source} ${clause}`] ?? [])
  return cited ?? known[0] ?? REST
}

/** The findings of a verdict under the items of T Điều 36; what does not apply to the agency is left out. */
export function findingsByItem(
  { findings }: Pick<Verdict, 'findings'>,
  rules: readonly RuleSource[],
): ReadonlyMap<VisitItemId, Finding[]> {
  const byRule = new Map(rules.map((rule) => [rule.id, itemOfRule(rule)]))
  const found = new Map<VisitItemId, Finding[]>(REPORT_ITEMS.map((id) => [id, []]))
  for (const finding of findings) {
    if (finding.outcome === 'notApplicable' || finding.outcome === 'notInForce') continue
    found.get(byRule.get(finding.rule) ?? REST)?.push(finding)
  }
  return found
}

/** What is still lacking before the minutes can be signed, by item; `others`: what two wrote differently stands unsettled. */
export type VisitLack = { item: VisitItemId; lacks: 'verdict' | 'ground' | 'found' | 'reason' | 'others' }

/** What must be there before minutes are signed and the authority's record is written. */
export function lacksOf({ items }: VisitSheet): VisitLack[] {
  return REPORT_ITEMS.flatMap((id) => {
    const item = items[id] ?? {}
    const isOpen = item.verdict !== 'notApplicable'
    const needsReason = Object.values(item.points ?? {}).some(
      ({ outcome, reason = '' }) => outcome !== undefined && reason.trim() === '',
    )
    return [
      ...(item.verdict === undefined ? ['verdict' as const] : []),
      ...(item.verdict !== undefined && isOpen && (item.grounds ?? []).length === 0 ? ['ground' as const] : []),
      ...(item.verdict === 'notMet' && (item.found ?? '').trim() === '' ? ['found' as const] : []),
      ...(needsReason ? ['reason' as const] : []),
      ...((item.others ?? []).length > 0 ? ['others' as const] : []),
    ].map((lacks) => ({ item: id, lacks }))
  })
}

/** Which visit a sheet is of, when its minutes were signed, and who answers for what was decided. */
export interface SignedVisit {
  agency: string
  year: number
  sheet: VisitSheet
  /** `YYYY-MM-DD`. */
  signedOn: string
  by: string
}

/** The id of what was found under an item in a year's visit. */
const findingId = (year: number, item: VisitItemId | '') => `KT-${year}-${item}`

/**
 * The authority's record of an agency after a visit: when the minutes were signed, what is to be corrected, what was
 * corrected of earlier years, what a person decided and which papers were seen. What the record held before stays, but
 * for what this very visit wrote, when its minutes are signed once more.
 */
export function recordAfter(before: AuthorityRecord | undefined, visit: SignedVisit): AuthorityRecord {
  const { agency, sheet, signedOn, by } = visit
  const items = Object.entries(sheet.items) as [VisitItemId, VisitItem][]
  const points = items.flatMap(([, { points: own = {} }]) => Object.entries(own))
  const notMet = items.filter(([, { verdict }]) => verdict === 'notMet').map(([id]) => id)
  const decisions = points.flatMap(([rule, { outcome, reason = '' }]) =>
    outcome === undefined ? [] : [{ rule, outcome, on: signedOn, by, reason }],
  )
  const seen = points.flatMap(([rule, { seen: how, number }]) =>
    how === undefined ? [] : [{ rule, how, ...(number && { number }), seenOn: signedOn, by }],
  )
  const decided = new Set(decisions.map(({ rule }) => rule))
  const looked = new Set(seen.map(({ rule }) => rule))
  const papersSeen = [...(before?.papersSeen ?? []).filter(({ rule }) => !looked.has(rule)), ...seen]
  const allDecisions = [
    ...(before?.decisions ?? []).filter(({ rule, item }) => item !== undefined || !decided.has(rule)),
    ...decisions,
  ]
  const { earlierFindings: _, ...rest } = before ?? {}
  const findings = findingsAfter(before, visit, notMet)
  return {
    ...rest,
    agency,
    onSiteInspection: { recordSignedOn: signedOn, findings: notMet.length },
    ...(findings !== undefined && { earlierFindings: findings }),
    ...(papersSeen.length > 0 && { papersSeen }),
    ...(allDecisions.length > 0 && { decisions: allDecisions }),
  }
}

/** What was found in earlier years, with what this visit saw corrected, and what it found itself. */
function findingsAfter(
  before: AuthorityRecord | undefined,
  { year, sheet: { items }, signedOn }: SignedVisit,
  notMet: readonly VisitItemId[],
): AuthorityRecord['earlierFindings'] {
  const own = findingId(year, '')
  const earlier = (before?.earlierFindings ?? []).filter(({ id }) => !id.startsWith(own))
  const isMended = ({ id, correctedOn }: (typeof earlier)[number]) =>
    correctedOn === undefined &&
    REPORT_ITEMS.some((item) => id.startsWith('KT-') && id.endsWith(`-${item}`) && items[item]?.verdict === 'met')
  const findings = [
    ...earlier.map((one) => (isMended(one) ? { ...one, correctedOn: signedOn } : one)),
    ...notMet.map((item) => ({ id: findingId(year, item), raisedOn: signedOn })),
  ]
  // That there is none is said only where the authority said so before.
  if (findings.length > 0) return findings
  return (before?.earlierFindings ?? []).length === 0 ? before?.earlierFindings : undefined
}

/** The record without what a visit wrote into it, whose minutes are no longer taken for signed; that it took place stays. */
export function recordWithout(record: AuthorityRecord, { year, sheet, signedOn, by }: SignedVisit): AuthorityRecord {
  const { papersSeen, decisions, earlierFindings, ...rest } = record
  const points = new Set(Object.values(sheet.items).flatMap(({ points: own = {} }) => Object.keys(own)))
  const isOwn = (one: { rule: string; by: string }, on: string) =>
    points.has(one.rule) && one.by === by && on === signedOn
  const seen = (papersSeen ?? []).filter((one) => !isOwn(one, one.seenOn))
  const decided = (decisions ?? []).filter((one) => !isOwn(one, one.on))
  const own = findingId(year, '')
  const findings = (earlierFindings ?? []).filter(({ id }) => !id.startsWith(own))
  return {
    ...rest,
    ...(findings.length > 0 || earlierFindings === null ? { earlierFindings: earlierFindings && findings } : {}),
    ...(seen.length > 0 && { papersSeen: seen }),
    ...(decided.length > 0 && { decisions: decided }),
  }
}

/**
 * The record once the report of corrective action has come: the day it came; where it was accepted, what the visit of the
 * year found is corrected from that day on.
 */
export function recordWithCorrection(
  record: AuthorityRecord,
  year: number,
  { on, accepted }: VisitCorrection,
): AuthorityRecord {
  const { onSiteInspection, earlierFindings } = record
  const own = findingId(year, '')
  const withDay = (one: NonNullable<AuthorityRecord['earlierFindings']>[number]) => {
    const { correctedOn: _, ...rest } = one
    return accepted ? { ...rest, correctedOn: on } : rest
  }
  return {
    ...record,
    ...(onSiteInspection && { onSiteInspection: { ...onSiteInspection, correctiveReportOn: on } }),
    ...(earlierFindings && {
      earlierFindings: earlierFindings.map((one) => (one.id.startsWith(own) ? withDay(one) : one)),
    }),
  }
}
