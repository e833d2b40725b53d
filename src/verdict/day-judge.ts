import type { Fact } from 'json-rules-engine'
import { Clock, type Day, toDay } from '../core/days.ts'
import { QmsVerdictError } from '../core/errors.ts'
import type { Assurance, RuleAnswer, Severity } from '../rules/answer.ts'
import type { BuiltRule } from '../rules/build.ts'
import type { Params, RuleContext } from '../rules/context.ts'
import type { AskedCheck } from '../rules/corroborate.ts'
import { type Crash, type Decision, RulesUnansweredError, runRules } from '../rules/engine.ts'
import { engineFacts, type GoneOver } from '../rules/engine-facts.ts'
import { asDecided, authoritySays, decidedBy } from '../rules/facts/authority.ts'
import { holds, type Scope } from '../rules/facts/scope.ts'
import { vocabulary } from '../rules/facts/vocabulary.ts'
import { ItemTally, passOver } from '../rules/list-pass.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { plainRule } from '../rules/outcome-rules.ts'
import { findProfile, judgingProfile, type Profile } from '../rules/rule-set.ts'
import type { Vocabulary } from '../rules/vocabulary.ts'

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

/** A rule took too long, and is not judged: our fault, for the log. */
class RuleOverTime extends QmsVerdictError {
  override name = 'RuleOverTime'
}

/** How to go about rules that take long; see `JudgeInput`. */
export interface RuleByRule {
  leftOut?: ReadonlySet<string> | undefined
  entering?: ((rule?: string) => void) | undefined
  /** Rules that were judged for the first day before, by the same rules, profile and dossier. */
  known?: readonly JudgedRule[] | undefined
}

/**
 * Judges all rules for one day after another. A rule is judged again only when the day has passed what its last
 * answer depended on, so going through two years costs little more than one day.
 */
export class DayJudge {
  readonly #scope: Scope
  readonly #ruleSet: LoadedRuleSet
  readonly #profile: Profile
  readonly #how: RuleByRule
  readonly #judged = new Map<string, JudgedRule>()

  constructor(scope: Scope, ruleSet: LoadedRuleSet, profile: Profile, how: RuleByRule = {}) {
    this.#how = how
    for (const judged of how.known ?? []) this.#judged.set(judged.rule.source.id, judged)
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
      else if (this.#how.leftOut?.has(rule.source.id))
        this.#judged.set(rule.source.id, { ...found, answer: crashed(overTime(rule.source.id)), until: clock.until })
      else {
        const authority = authoritySays(this.#scope, rule.source, clock)
        const context = { scope: this.#scope, clock, params: found.params, authority }
        due.push({ ...found, version, context, texts: [] })
      }
    }
    const decisions = await this.#decide(due, day)
    for (const one of due) {
      const { id } = one.rule.source
      this.#how.entering?.(id)
      const { context, tally: _tally, texts: _texts, papers: _papers, fault: _fault, ...found } = one
      const decided = decidedBy(this.#scope, one.rule.source, context.clock)
      const told = asDecided(answer(one, decisions.get(id)), decided)
      this.#judged.set(id, { ...found, answer: told, until: context.clock.until })
    }
    this.#how.entering?.()
    return this.#ruleSet.rules.flatMap((rule) => this.#judged.get(rule.source.id) ?? [])
  }

  async #decide(due: readonly DueRule[], day: Day): Promise<Map<string, Decision | Crash>> {
    const { entering } = this.#how
    if (entering === undefined) return this.#decideTogether(due, day)
    const decisions = new Map<string, Decision | Crash>()
    for (const one of due) {
      entering(one.rule.source.id)
      for (const [id, decision] of await this.#decideTogether([one], day)) decisions.set(id, decision)
    }
    return decisions
  }

  /** Goes over what there is to ask, and has the engine decide each rule that did not throw. */
  #decideTogether(due: readonly DueRule[], day: Day): Promise<Map<string, Decision | Crash>> {
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

const overTime = (rule: string) => new RuleOverTime(`${rule} was left out: judging took too long with it`)
const crashed = (fault: unknown): RuleAnswer => ({ ...NOT_IN_FORCE, outcome: 'error', message: 'error', fault })

/** A rule that is to be judged, and what was gone over for it before the engine is asked. */
export interface DueRule extends EffectiveRule {
  version: NonNullable<EffectiveRule['version']>
  context: RuleContext
  texts: readonly AskedCheck[]
  tally?: ItemTally
  /** How well it is backed, where the profile demands papers of it. */
  papers?: GoneOver['papers']
  /** What it threw: then it is our error, and is not put to the engine. */
  fault?: unknown
}

/**
 * Goes over everything before the engine is asked: notes until when what each rule asks about stays as it is, holds its
 * facts against the texts, counts the items of its list, and looks at the papers that a floor demands. A rule that throws has its fault; the others go on.
 */
export function goOver(due: readonly DueRule[], scope: Scope): void {
  for (const one of due)
    attempt(one, () => {
      one.version.askAll(one.context)
      one.texts = one.version.askTexts(one.context)
    })
  goOverLists(due, scope)
  for (const one of due) one.fault ??= one.tally?.fault
  for (const one of due)
    if (one.leastAssurance !== undefined && one.fault === undefined) attempt(one, () => lookAtPapers(one))
}

function attempt(one: DueRule, work: () => void): void {
  try {
    work()
  } catch (fault) {
    one.fault = fault
  }
}

function lookAtPapers(one: DueRule): void {
  const { version, context, texts, tally } = one
  one.papers = {
    own: version.standing(context, texts, undefined),
    withItems: version.standing(context, texts, tally?.result()),
  }
}

/** One pass per list, whatever the number of rules that judge it. */
function goOverLists(due: readonly DueRule[], scope: Scope): void {
  const byList = new Map<string, DueRule[]>()
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
      const items = list.items(scope, own)
      for (const clock of clocks) clock.absorb(own.until)
      passOver(items, entries)
    } catch (fault) {
      for (const { tally } of entries) tally.fault = fault
    }
  }
}

/** What the engine is told: what the dossier says on a day, and what lists, texts and papers were found to say of each rule. */
export function factsFor(due: readonly DueRule[], scope: Scope, day: Day): Fact[] {
  const names = due.flatMap(({ version, params, leastAssurance }) => version.engineRule(params, leastAssurance).facts)
  const goneOver = due.map(({ rule, tally, texts, papers }) => {
    return [rule.source.id, { items: tally?.came(), text: texts[0]?.result.state, papers }] as const
  })
  const words = { vocabulary: vocabulary as Vocabulary<unknown> }
  return engineFacts(names, words, { scope, clock: new Clock(day), params: {} }, new Map(goneOver))
}

/**
 * The rules in force on a day under a profile as plain json-rules-engine rules: what `new Engine(JSON.parse(text))` loads,
 * and just what this product puts to its own engine. Parameters, and what the profile demands of papers, stand in them as
 * values.
 *
 * @param date `YYYY-MM-DD`
 * @returns the file's name, by day, profile and hash of the rule set, and its text
 * @throws InputError when the profile is not in the rule set
 */
export function publishPlainRules(
  ruleSet: LoadedRuleSet,
  profileId: string,
  date: string,
): { name: string; text: string } {
  const profile = judgingProfile(findProfile(ruleSet, profileId), ruleSet.source)
  const rules = ruleSet.rules.flatMap((rule) => {
    const { version, params, off, leastAssurance } = effective(rule, profile, new Clock(toDay(date)))
    return version === undefined || off
      ? []
      : [plainRule(rule.source.id, version.engineRule(params, leastAssurance).lines)]
  })
  return {
    name: `json-rules-engine-${date}-${profileId}-${ruleSet.sha256}.json`,
    text: `${JSON.stringify(rules, null, 1)}\n`,
  }
}
