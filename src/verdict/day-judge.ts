import { Clock, type Day } from '../core/days.ts'
import type { RuleAnswer } from '../rules/answer.ts'
import { type Crash, type Decision, RulesUnansweredError, runRules } from '../rules/engine.ts'
import type { Scope } from '../rules/facts/scope.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import type { Profile } from '../rules/rule-set.ts'
import { type DueRule, factsFor, goOver } from './beforehand.ts'
import { type EffectiveRule, effective } from './effective-rule.ts'

/** A rule judged for a day, and the last day through which nothing it asked about changes. */
export interface JudgedRule extends EffectiveRule {
  answer: RuleAnswer
  until: number
}

const NOT_IN_FORCE: RuleAnswer = {
  outcome: 'notInForce',
  message: 'notInForce',
  values: {},
  credit: null,
  evidence: [],
  assurance: null,
}

/**
 * Judges all rules for one day after another. A rule is judged again only when the day has passed what its last
 * answer depended on, so going through two years costs little more than one day.
 */
export class DayJudge {
  readonly #scope: Scope
  readonly #ruleSet: LoadedRuleSet
  readonly #profile: Profile
  readonly #judged = new Map<string, JudgedRule>()

  constructor(scope: Scope, ruleSet: LoadedRuleSet, profile: Profile) {
    this.#scope = scope
    this.#ruleSet = ruleSet
    this.#profile = profile
  }

  /** Every rule as it comes out on a day, in rule-set order. Days must not go backwards. */
  async judge(day: Day): Promise<JudgedRule[]> {
    const due: DueRule[] = []
    for (const rule of this.#ruleSet.rules) {
      const last = this.#judged.get(rule.source.id)
      if (last && day <= last.until) continue
      const clock = new Clock(day)
      const found = effective(rule, this.#profile, clock)
      const { version } = found
      if (version === undefined || found.off)
        this.#judged.set(rule.source.id, { ...found, answer: NOT_IN_FORCE, until: clock.until })
      else due.push({ ...found, version, context: { scope: this.#scope, clock, params: found.params }, texts: [] })
    }
    const decisions = await this.#decide(due, day)
    for (const one of due) {
      const { id } = one.rule.source
      const { context, tally: _tally, texts: _texts, papers: _papers, fault: _fault, ...found } = one
      this.#judged.set(id, { ...found, answer: answer(one, decisions.get(id)), until: context.clock.until })
    }
    return this.#ruleSet.rules.flatMap((rule) => this.#judged.get(rule.source.id) ?? [])
  }

  /** Goes over what there is to ask, and has the engine decide each rule that did not throw. */
  #decide(due: readonly DueRule[], day: Day): Promise<Map<string, Decision | Crash>> {
    goOver(due, this.#scope)
    const sound = due.filter(({ fault }) => fault === undefined)
    const asked = sound.map(({ version, params, leastAssurance }) => version.engineRule(params, leastAssurance))
    return runRules(asked, factsFor(sound, this.#scope, day))
  }
}

function answer(one: DueRule, decision: Decision | Crash | undefined): RuleAnswer {
  if (one.fault !== undefined) return crashed(one.fault)
  if (decision === undefined) throw new RulesUnansweredError(`no decision for ${one.rule.source.id}`)
  if ('fault' in decision) return crashed(decision.fault)
  try {
    const { version, context, texts, tally } = one
    return version.answer(context, decision, texts, tally?.result())
  } catch (thrown) {
    return crashed(thrown)
  }
}

const crashed = (fault: unknown): RuleAnswer => ({ ...NOT_IN_FORCE, outcome: 'error', message: 'error', fault })
