import type { Clock } from '../core/days.ts'
import { agencyCode } from '../core/names.ts'
import type { Manifest } from '../dossier/manifest.ts'
import { sampledProcesses } from '../rules/facts/fact.ts'
import { overusedFiles } from '../rules/facts/papers.ts'
import type { Scope } from '../rules/facts/scope.ts'
import type { Grade } from '../rules/rule-set.ts'
import type { JudgedRule } from './day-judge.ts'
import type { DayResult } from './day-result.ts'
import { unreadFloor } from './evidence.ts'
import { gradeByPoints } from './score.ts'
import type { VerdictNotice } from './verdict.ts'

/**
 * What is told beside the score and changes none of it: that the evidence holds a grade back, which files are named for
 * more than they can back, and of which processes papers are asked for.
 */
export function noticesOf(
  scope: Scope,
  clock: Clock,
  today: DayResult,
  rules: readonly JudgedRule[],
  grades: readonly Grade[],
): VerdictNotice[] {
  if (!today.judged) return []
  return [...heldBack(today, rules, grades), ...ownCatalogue(scope), ...usedTooOften(scope), ...samples(scope, clock)]
}

const notice = (id: string, values: VerdictNotice['values']): VerdictNotice => ({ id, values, kind: 'notice' })

function heldBack(today: DayResult, rules: readonly JudgedRule[], grades: readonly Grade[]): VerdictNotice[] {
  const byPoints = gradeByPoints(rules, today.status, today.score, grades)
  if (byPoints === null || byPoints.id === today.grade) return []
  const { backed } = today.evidence ?? { backed: null }
  if (backed !== null && backed < byPoints.backed)
    return [notice('gradeHeldByEvidence', { grade: byPoints.id, backed, needed: byPoints.backed })]
  return [
    notice('gradeHeldUnread', { grade: byPoints.id, rules: unreadFloor(rules).map(({ rule }) => rule.source.id) }),
  ]
}

/** Nobody but the agency has said which procedures are its own. */
function ownCatalogue({ dossier: { catalogue } }: Scope): VerdictNotice[] {
  const { source, procedures } = catalogue
  if (source !== 'agency' || procedures === undefined) return []
  const internal = procedures.filter((one) => one.internal === true).length
  return [notice('ownCatalogue', { procedures: procedures.length, internal })]
}

function usedTooOften({ dossier }: Scope): VerdictNotice[] {
  return overusedFiles(dossier).map(({ path, ...counts }) => notice('fileUsedTooOften', { file: path, ...counts }))
}

function samples(scope: Scope, clock: Clock): VerdictNotice[] {
  const { drawn, total, codes } = scope.derive(sampledProcesses, clock)
  return drawn ? [notice('processesSampled', { total, sample: codes.size, codes: [...codes] })] : []
}

/**
 * What the rules recommend beside their outcomes, in rule-set order: ours, never a breach, outside status and score. The
 * notice's id is a message of the rule.
 */
export function recommendationsOf(rules: readonly JudgedRule[]): VerdictNotice[] {
  return rules.flatMap(({ rule, answer }) =>
    (answer.recommendations ?? []).map(
      ({ message, values }): VerdictNotice => ({ id: message, values, kind: 'recommendation', rule: rule.source.id }),
    ),
  )
}

/** Blocks whose codes begin with a ministry's, not a province's. */
const OF_A_MINISTRY: readonly string[] = ['ministry', 'vertical']

/**
 * What is told of an agency's code and of no rule: it does not begin with its province's, or with that of a province which
 * became a part of another (QĐ 20/2020/QĐ-TTg).
 *
 * @param asOf `YYYY-MM-DD`
 */
export function codeNotices({ agency }: Pick<Manifest, 'agency'>, asOf: string): VerdictNotice[] {
  if (OF_A_MINISTRY.includes(agency.block)) return []
  const code = agencyCode(agency.code)
  const province = agency.province.toUpperCase()
  const merged = asOf < MAP_OF_2025 ? undefined : mergedProvince(code.split('.')[0] ?? '')
  const begins = code === province || code.startsWith(`${province}.`)
  return [
    ...(begins ? [] : [notice('agencyCodeOfOtherProvince', { code, province })]),
    ...(merged ? [notice('agencyCodeOfMergedProvince', { code, ...merged })] : []),
  ]
}

/**
 * Provinces and cities that became a part of another on 01/7/2025 (34 of 63 remain), by the code of level 1 that stands
 * before an agency's own (QĐ 20/2020/QĐ-TTg, in the order of names; known second-hand), and what they are a part of.
 */
const MERGED: Readonly<Record<string, readonly [was: string, partOf: string]>> = {
  H02: ['Bắc Giang', 'Bắc Ninh'],
  H03: ['Bắc Kạn', 'Thái Nguyên'],
  H04: ['Bạc Liêu', 'Cà Mau'],
  H06: ['Bà Rịa - Vũng Tàu', 'Thành phố Hồ Chí Minh'],
  H07: ['Bến Tre', 'Vĩnh Long'],
  H08: ['Bình Định', 'Gia Lai'],
  H09: ['Bình Dương', 'Thành phố Hồ Chí Minh'],
  H10: ['Bình Phước', 'Đồng Nai'],
  H11: ['Bình Thuận', 'Lâm Đồng'],
  H16: ['Đắk Nông', 'Lâm Đồng'],
  H22: ['Hà Giang', 'Tuyên Quang'],
  H23: ['Hải Dương', 'Hải Phòng'],
  H25: ['Hà Nam', 'Ninh Bình'],
  H28: ['Hòa Bình', 'Phú Thọ'],
  H30: ['Hậu Giang', 'Cần Thơ'],
  H33: ['Kiên Giang', 'An Giang'],
  H34: ['Kon Tum', 'Quảng Ngãi'],
  H39: ['Long An', 'Tây Ninh'],
  H40: ['Nam Định', 'Ninh Bình'],
  H43: ['Ninh Thuận', 'Khánh Hòa'],
  H45: ['Phú Yên', 'Đắk Lắk'],
  H46: ['Quảng Bình', 'Quảng Trị'],
  H47: ['Quảng Nam', 'Đà Nẵng'],
  H51: ['Sóc Trăng', 'Cần Thơ'],
  H54: ['Thái Bình', 'Hưng Yên'],
  H58: ['Tiền Giang', 'Đồng Tháp'],
  H59: ['Trà Vinh', 'Vĩnh Long'],
  H62: ['Vĩnh Phúc', 'Phú Thọ'],
  H63: ['Yên Bái', 'Lào Cai'],
}

/** First day of the map of 34 provinces and cities. */
const MAP_OF_2025 = '2025-07-01'

/** The province that a code of level 1 stood for and what it is a part of since the map of 2025; undefined of one that remains. */
function mergedProvince(code: string): { was: string; partOf: string } | undefined {
  const found = Object.hasOwn(MERGED, code) ? MERGED[code] : undefined
  return found && { was: found[0], partOf: found[1] }
}
