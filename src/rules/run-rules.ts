import { Engine } from 'json-rules-engine'
import { QmsVerdictError } from '../base/errors.ts'
import type { RuleAnswer } from './answer.ts'
import { type AnswerFor, type Judged, JudgementAlmanac, type SyncRule } from './sync-rule.ts'

/** Some rule gave no answer: our fault, and no verdict may be made of such a run. */
export class RulesUnansweredError extends QmsVerdictError {
  override name = 'RulesUnansweredError'
}

/**
 * Runs rules on a fresh engine (two runs in flight on one engine lose rules without a word) and proves that every
 * rule answered.
 *
 * @returns the answers by rule id
 * @throws RulesUnansweredError when a rule is missing from the results
 */
export async function runRules(rules: readonly SyncRule[], answerFor: AnswerFor): Promise<Map<string, RuleAnswer>> {
  const engine = new Engine([], { allowUndefinedFacts: false })
  for (const rule of rules) engine.addRule(rule)
  const run = await engine.run({}, { almanac: new JudgementAlmanac(answerFor) })
  const judged = [...run.results, ...run.failureResults].map((result) => (result.event as Judged).params)
  const answers = new Map(judged.map(({ rule, answer }) => [rule, answer]))
  const silent = rules.filter((rule) => !answers.has(rule.name)).map((rule) => rule.name)
  if (silent.length > 0 || judged.length !== rules.length)
    throw new RulesUnansweredError(`${judged.length} answers from ${rules.length} rules; silent: ${silent.join(', ')}`)
  return answers
}
