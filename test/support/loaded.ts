import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import { type LoadedRuleSet, loadRules } from '../../src/rules/load.ts'
import { ruleSetHash } from '../../src/rules/rule-set.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'

/** The shipped rules, loaded once per test file. */
export const { loaded, tests } = await loadRules(process.env.RULES_DIR ?? 'rules', vocabulary as Vocabulary<unknown>)

/** Of each group the rules that tell the province something, and few others: for tests that ask what becomes of verdicts. */
export const fewRules: LoadedRuleSet = lessOf(loaded)

function lessOf(all: LoadedRuleSet): LoadedRuleSet {
  const kept = all.rules.filter(({ source }) => source.tells || source.quarantines || source.order === 10)
  const source = { ...all.source, rules: kept.map((rule) => rule.source) }
  return { ...all, source, rules: kept, sha256: ruleSetHash(source) }
}

/** The engine's name as it stands in verdicts made by tests. */
export const ENGINE = { name: 'qms-verdict', version: 'test' }
