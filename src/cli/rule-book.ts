import type { LoadedRuleSet } from '../rules/load-rules.ts'
import type { RuleTest } from '../rules/rule-source.ts'
import { chosenRules, rulesIn } from './load.ts'

/** Rules to be read by people, with the tests in their files; a published rule set has none. */
export interface RuleBook {
  loaded: LoadedRuleSet
  tests: ReadonlyMap<string, readonly RuleTest[]>
}

/**
 * The rules to show: a published file, a folder, or those shipped.
 * @throws InputError when both are named or the rules are broken
 */
export async function ruleBook(folder: string | undefined, file: string | undefined): Promise<RuleBook> {
  if (file !== undefined) return { loaded: await chosenRules(folder, file), tests: new Map() }
  return rulesIn(folder)
}
