import { Almanac, Rule, type RuleProperties, type RuleResult } from 'json-rules-engine'
import type { RuleAnswer } from './answer.ts'

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
export interface Judged {
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
