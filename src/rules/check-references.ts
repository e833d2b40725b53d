import { toDay } from '../base/day.ts'
import { type RuleProblem, unknownWord } from './rule-problem.ts'
import type { RuleSet } from './rule-set.ts'
import { type RuleSource, type RuleTest, TELLS, type Tells } from './rule-source.ts'

/** Checks what a rule refers to: its sources are registered, and it does not begin before the first of them is in force. */
export function checkBasis(rule: RuleSource, ruleSet: RuleSet): RuleProblem[] {
  const known = new Map(ruleSet.sources.map((source) => [source.id, source]))
  const unknown = rule.basis.flatMap(({ source }, index) =>
    known.has(source)
      ? []
      : [
          {
            path: ['basis', index, 'source'],
            text: unknownWord({ vi: 'Văn bản căn cứ', en: 'The source' }, source, [...known.keys()]),
          },
        ],
  )
  const begins = rule.basis.flatMap(({ source }) => known.get(source)?.from ?? [])
  const first = begins.sort()[0]
  // Until every source is known nobody can say from which day the first of them is in force.
  if (unknown.length > 0) return unknown
  const early = rule.versions.flatMap(({ from }, index) =>
    first !== undefined && toDay(from) < toDay(first)
      ? [{ path: ['versions', index, 'from'], text: tooEarly(from, first) }]
      : [],
  )
  return early
}

const tooEarly = (from: string, first: string) => ({
  vi: `Phiên bản bắt đầu ngày ${from}, trước khi căn cứ có hiệu lực (${first}).`,
  en: `The version begins on ${from}, before its basis is in force (${first}).`,
})

/** A rule must not tell what one before it in the set tells already. */
export function checkTells(rule: RuleSource, { rules }: RuleSet): RuleProblem[] {
  const first = rules.find(({ tells }) => tells !== undefined && tells === rule.tells)
  return first === undefined || first === rule ? [] : [{ path: ['tells'], text: toldTwice(first) }]
}

const toldTwice = ({ id, tells }: RuleSource) => ({
  vi: `'tells: ${tells}' đã có ở quy tắc '${id}'; mỗi giá trị chỉ dùng cho một quy tắc.`,
  en: `'tells: ${tells}' stands in the rule '${id}' already; each value is for one rule.`,
})

/** What the province needs and no rule of the set tells. */
export function checkAllTold({ rules }: RuleSet): RuleProblem[] {
  const told = new Set(rules.map(({ tells }) => tells))
  return TELLS.filter((one) => !told.has(one)).map((one) => ({ path: ['id'], text: untold(one) }))
}

/** Says that no rule of a set has a tag that the province needs. */
export const untold = (tells: Tells) => ({
  vi: `Không quy tắc nào có 'tells: ${tells}'; việc rà soát của tỉnh cần một quy tắc như vậy. Các giá trị: ${TELLS.join(', ')}.`,
  en: `No rule has 'tells: ${tells}'; the pre-screening needs one that does. The values are: ${TELLS.join(', ')}.`,
})

/** Every rule is shown passing and coming to something else. */
export function checkTests(tests: readonly RuleTest[]): RuleProblem[] {
  const missing = [
    !tests.some((test) => test.expect === 'pass') && {
      vi: "Thiếu ca kiểm thử 'pass'.",
      en: "A test expecting 'pass' is missing.",
    },
    !tests.some((test) => test.expect !== 'pass') && {
      vi: "Thiếu ca kiểm thử khác 'pass'.",
      en: "A test expecting another outcome than 'pass' is missing.",
    },
  ]
  return missing.flatMap((text) => (text ? [{ path: ['tests'], text }] : []))
}
