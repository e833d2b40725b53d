import { Clock } from '../base/clock.ts'
import type { Day } from '../base/day.ts'
import type { Scope } from '../facts/scope.ts'
import { vocabulary } from '../facts/vocabulary.ts'
import type { RuleAnswer } from '../rules/answer.ts'
import type { RuleContext } from '../rules/context.ts'
import type { AskedCheck } from '../rules/corroborate.ts'
import { engineFacts } from '../rules/engine-facts.ts'
import { ItemTally, passOver } from '../rules/list-pass.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import type { Profile } from '../rules/registers.ts'
import { type Crash, type Decision, RulesUnansweredError, runRules } from '../rules/run-rules.ts'
import type { Vocabulary } from '../rules/vocabulary.ts'
import { type EffectiveRule, effective } from './effective.ts'
import { atLeast } from './least-assurance.ts'

/** A rule judged for a day, and the last day through which nothing it asked about changes. */
export interface JudgedRule extends EffectiveRule {
  answer: RuleAnswer
  until: number
}

/** A rule that is judged again, and what was gone over for it before the engine is asked. */
interface Due extends EffectiveRule {
  version: NonNullable<EffectiveRule['version']>
  context: RuleContext
  texts: readonly AskedCheck[]
  tally?: ItemTally
  /** What it threw: then it is our error, and is not put to the engine. */
  fault?: unknown
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
      else due.push({ ...found, version, context: { scope: this.#scope, clock, params: found.params }, texts: [] })
    }
    for (const one of due) askBeforehand(one)
    this.#goOverLists(due)
    const decisions = await this.#decide(
      day,
      due.filter((one) => faultOf(one) === undefined),
    )
    for (const one of due) {
      const { id } = one.rule.source
      const { context, tally: _tally, texts: _texts, fault: _fault, ...found } = one
      this.#judged.set(id, { ...found, answer: answer(one, decisions.get(id)), until: context.clock.until })
    }
    return this.#ruleSet.rules.flatMap((rule) => this.#judged.get(rule.source.id) ?? [])
  }

  /** The engine decides; it is told what the dossier says, and what the lists and the texts were found to say. */
  #decide(day: Day, due: readonly Due[]): Promise<Map<string, Decision | Crash>> {
    const asked = due.map(({ version, params }) => version.engineRule(params))
    const goneOver = due.map((one) => {
      const { tally, texts } = one
      return [one.rule.source.id, { items: tally?.came(), text: texts[0]?.result.state }] as const
    })
    const context = { scope: this.#scope, clock: new Clock(day), params: {} }
    const words = { vocabulary: vocabulary as Vocabulary<unknown> }
    const names = asked.flatMap(({ facts }) => facts)
    return runRules(asked, engineFacts(names, words, context, new Map(goneOver)))
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

/** Notes until when what the rule asks about stays as it is, and holds its facts against the texts. */
function askBeforehand(one: Due): void {
  try {
    one.version.askAll(one.context)
    one.texts = one.version.askTexts(one.context)
  } catch (fault) {
    one.fault = fault
  }
}

const faultOf = ({ fault, tally }: Due) => fault ?? tally?.fault

function answer(one: Due, decision: Decision | Crash | undefined): RuleAnswer {
  const fault = faultOf(one)
  if (fault !== undefined) return crashed(fault)
  if (decision === undefined) throw new RulesUnansweredError(`no decision for ${one.rule.source.id}`)
  if ('fault' in decision) return crashed(decision.fault)
  try {
    const { version, context, texts, tally, leastAssurance } = one
    return atLeast(version.answer(context, decision, texts, tally?.result()), leastAssurance)
  } catch (thrown) {
    return crashed(thrown)
  }
}

const crashed = (fault: unknown): RuleAnswer => ({ ...NOT_IN_FORCE, outcome: 'error', message: 'error', fault })
