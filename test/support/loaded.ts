import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import { loadRules } from '../../src/rules/load.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'

/** The shipped rules, loaded once per test file. */
export const { loaded, tests } = await loadRules(process.env.RULES_DIR ?? 'rules', vocabulary as Vocabulary<unknown>)

/** The engine's name as it stands in verdicts made by tests. */
export const ENGINE = { name: 'qms-verdict', version: 'test' }
