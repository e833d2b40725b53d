import { toDay } from '../base/day.ts'
import { type RuleProblem, unknownWord } from './rule-problem.ts'
import type { RuleSet } from './rule-set.ts'
import type { RuleSource, RuleTest } from './rule-source.ts'

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
