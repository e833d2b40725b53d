import { Almanac, Engine, Rule, type RuleProperties, type RuleResult } from 'json-rules-engine'
import { QmsVerdictError } from '../core/errors.ts'
import type { RuleAnswer } from './answer.ts'

/** Some rule gave no answer: our fault, and no verdict may be made of such a run. */
class RulesUnansweredError extends QmsVerdictError {
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

/** Judges the rule whose turn it is; held by the almanac, so that rules themselves keep nothing between runs. */
export type AnswerFor = (ruleId: string) => RuleAnswer

/** The almanac of one judgement. Rules ask it, and never the dossier. */
export class JudgementAlmanac extends Almanac {
  readonly answerFor: AnswerFor

  constructor(answerFor: AnswerFor) {
    super()
    this.answerFor = answerFor
  }
}

/** The event a judged rule leaves behind. */
interface Judged {
  type: 'judged'
  params: { rule: string; answer: RuleAnswer }
}

/** Results of json-rules-engine carry the conditions; ours are in the rule set, so that nothing is cloned per run. */
type Result = RuleResult & { event: Judged }

/**
 * A json-rules-engine rule judged synchronously. Left alone the engine clones every condition on every run, awaits
 * every fact, and lets one throwing rule end the run; here a crash is that rule's own outcome `error`.
 */
export class SyncRule extends Rule {
  constructor(id: string, conditions: RuleProperties['conditions']) {
    super({ name: id, conditions, event: { type: 'judged' } })
  }

  /** Called by the engine's loop. */
  async evaluate(almanac: JudgementAlmanac): Promise<Result> {
    const answer = this.answer(almanac)
    const event: Judged = { type: 'judged', params: { rule: this.name, answer } }
    const result = answer.outcome === 'pass'
    return { name: this.name, conditions: this.conditions, event, priority: this.priority, result, toJSON } as Result
  }

  private answer(almanac: JudgementAlmanac): RuleAnswer {
    try {
      return almanac.answerFor(this.name)
    } catch (fault) {
      return { outcome: 'error', message: 'error', values: {}, credit: null, evidence: [], assurance: null, fault }
    }
  }
}

function toJSON(this: RuleResult, stringify = true) {
  const { name, event, priority, result } = this
  return stringify ? JSON.stringify({ name, event, priority, result }) : { name, event, priority, result }
}
