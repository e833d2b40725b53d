import { Clock, type Day } from '../core/days.ts'
import { ASSURANCES, type Assurance, type RuleAnswer, type Severity } from '../rules/answer.ts'
import type { BuiltRule } from '../rules/build.ts'
import type { Params, RuleContext } from '../rules/context.ts'
import { creditOf } from '../rules/credit.ts'
import { runRules } from '../rules/engine.ts'
import { holds, type Scope } from '../rules/facts/scope.ts'
import { vocabulary } from '../rules/facts/vocabulary.ts'
import { ItemTally, passOver } from '../rules/list-pass.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import type { Profile } from '../rules/rule-set.ts'

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

/** A rule as it stands on a day under a profile. */
export interface EffectiveRule {
  rule: BuiltRule
  version: BuiltRule['versions'][number] | undefined
  severity: Severity
  weight: number
  params: Params
  off: boolean
  /** The least assurance with which it passes, where the profile demands one. */
  leastAssurance: Assurance | undefined
}

/** The version of a rule in force on the day, with what the profile sets for it on that day. */
export function effective(rule: BuiltRule, profile: Profile, clock: Clock): EffectiveRule {
  const version = rule.versions.find(({ from, to }) => clock.inForce(from, to))
  let { severity, weight } = rule.source
  let params: Params = version?.params ?? {}
  let off = false
  let leastAssurance: Assurance | undefined
  for (const override of profile.overrides ?? []) {
    if (override.rule !== rule.source.id || !holds(override, clock)) continue
    severity = override.severity ?? severity
    weight = override.weight ?? weight
    params = { ...params, ...override.params }
    off ||= override.off ?? false
    leastAssurance = override.leastAssurance ?? leastAssurance
  }
  return { rule, version, severity, weight, params, off, leastAssurance }
}

/**
 * An answer under the least assurance that a profile demands: a pass, or a duty still in time for the sake of an earlier
 * act, that is backed less misses evidence, which may still be handed in; it says which paper to add, and why one that is
 * there does not count. What was found and how the texts stand to it stay.
 */
export function atLeast(answer: RuleAnswer, least: Assurance | undefined): RuleAnswer {
  const { assurance, outcome: _outcome, holdsUntil: _, dueOn: __, ...rest } = answer
  if (least === undefined || assurance === null || !isDemanded(answer)) return answer
  if (ASSURANCES.indexOf(assurance) >= ASSURANCES.indexOf(least)) return answer
  const lacking = answer.papers?.lacking ?? []
  const { dueOn: ___, ...values } = answer.values
  return {
    ...rest,
    outcome: 'missingEvidence',
    message: 'assuranceTooLow',
    values: {
      ...values,
      assurance,
      leastAssurance: least,
      ...(lacking.length > 0 && {
        missing: lacking.map(({ fact }) => fact),
        lacking: [...new Set(lacking.map(({ why }) => why))],
      }),
    },
    credit: creditOf('missingEvidence', undefined, undefined),
    assurance: null,
  }
}

/** An agency that has as yet done nothing and need not have is asked for no paper of it. */
function isDemanded({ outcome, papers }: RuleAnswer): boolean {
  return outcome === 'pass' || (outcome === 'notYetDue' && papers?.rests === true)
}
