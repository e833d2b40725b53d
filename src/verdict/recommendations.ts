import { agencyCode } from '../core/names.ts'
import type { Manifest } from '../dossier/manifest.ts'
import { MAP_OF_2025, mergedProvince } from '../rules/facts/provinces.ts'
import type { JudgedRule } from './day-judge.ts'
import type { VerdictNotice } from './verdict.ts'

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

const notice = (id: string, values: VerdictNotice['values']): VerdictNotice => ({ id, values, kind: 'notice' })
