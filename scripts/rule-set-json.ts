import { canonical } from '../src/core/json.ts'
import { vocabulary } from '../src/rules/facts/vocabulary.ts'
import { loadRules } from '../src/rules/load.ts'
import { ruleFilesHash } from '../src/rules/publish.ts'
import type { Vocabulary } from '../src/rules/vocabulary.ts'

/**
 * The rules of a folder as the one JSON file that the function is deployed with.
 * @throws BrokenRulesError telling every place that is wrong
 */
export async function ruleSetJson(folder: string): Promise<string> {
  const { loaded } = await loadRules(folder, vocabulary as Vocabulary<unknown>)
  return `${canonical(loaded.source)}\n`
}

/** The same for the command line, with the hash of the files it was read from: it takes them anew when they were changed. */
export async function builtRulesJson(folder: string): Promise<string> {
  const { loaded } = await loadRules(folder, vocabulary as Vocabulary<unknown>)
  return `${JSON.stringify({ files: ruleFilesHash(folder), ruleSet: loaded.source })}\n`
}
