import { Clock } from '../base/clock.ts'
import type { Day } from '../base/day.ts'
import type { Scope } from '../facts/scope.ts'
import { vocabulary } from '../facts/vocabulary.ts'
import type { RuleAnswer } from '../rules/answer.ts'
import type { RuleContext } from '../rules/context.ts'
import { ItemTally, passOver } from '../rules/list-pass.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import type { Profile } from '../rules/registers.ts'
import { runRules } from '../rules/run-rules.ts'
import { type EffectiveRule, effective } from './effective.ts'
import { atLeast } from './least-assurance.ts'

/** A rule judged for a day, and the last day through which nothing it asked about changes. */
export interface JudgedRule extends EffectiveRule {
  answer: RuleAnswer
  until: number
}

interface Due extends EffectiveRule {
  version: NonNullable<EffectiveRule['version']>
  context: RuleContext
  tally?: ItemTally
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
    const due: Due[] = []
    for (const rule of this.#ruleSet.rules) {
      const last = this.#judged.get(rule.source.id)
      if (last && day <= last.until) continue
      const clock = new Clock(day)
      const found = effective(rule, this.#profile, clock)
      const { version } = found
      if (version === undefined || found.off)
        this.#judged.set(rule.source.id, { ...found, answer: NOT_IN_FORCE, until: clock.until })
      else due.push({ ...found, version, context: { scope: this.#scope, clock, params: found.params } })
    }
    this.#goOverLists(due)
    const byId = new Map(due.map((one) => [one.rule.source.id, one]))
    const answers = await runRules(
      due.map((one) => one.version.rule),
      (id) => answer(byId.get(id)),
    )
    for (const one of due) {
      const id = one.rule.source.id
      const { context, tally: _, ...found } = one
      this.#judged.set(id, { ...found, answer: answers.get(id) ?? NOT_IN_FORCE, until: context.clock.until })
    }
    return this.#ruleSet.rules.flatMap((rule) => this.#judged.get(rule.source.id) ?? [])
  }

  /** One pass per list, whatever the number of rules that judge it. */
  #goOverLists(due: readonly Due[]): void {
    const byList = new Map<string, Due[]>()
    for (const one of due) {
      const { plan } = one.version
      if (plan) byList.set(plan.list, [...(byList.get(plan.list) ?? []), one])
    }
    for (const [name, rules] of byList) {
      const list = vocabulary.lists[name]
      if (!list) continue
      const entries = rules.map((one) => {
        const { plan } = one.version
        if (plan) one.tally = new ItemTally(plan, list)
        return { tally: one.tally as ItemTally, context: one.context }
      })
      try {
        const clocks = rules.map((one) => one.context.clock)
        const own = new Clock(clocks[0]?.day ?? 0)
        const items = list.items(this.#scope, own)
        for (const clock of clocks) clock.absorb(own.until)
        passOver(items, entries)
      } catch (fault) {
        for (const { tally } of entries) tally.fault = fault
      }
    }
  }
}

function answer(one: Due | undefined): RuleAnswer {
  if (!one) throw new Error('the engine asked for a rule that was not to be judged')
  if (one.tally?.fault !== undefined) throw one.tally.fault
  return atLeast(one.version.answer(one.context, one.tally?.result()), one.leastAssurance)
}
