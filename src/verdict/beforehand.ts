import type { Fact } from 'json-rules-engine'
import { Clock, type Day } from '../core/days.ts'
import type { RuleContext } from '../rules/context.ts'
import type { AskedCheck } from '../rules/corroborate.ts'
import { engineFacts, type GoneOver } from '../rules/engine-facts.ts'
import type { Scope } from '../rules/facts/scope.ts'
import { vocabulary } from '../rules/facts/vocabulary.ts'
import { ItemTally, passOver } from '../rules/list-pass.ts'
import type { Vocabulary } from '../rules/vocabulary.ts'
import type { EffectiveRule } from './effective-rule.ts'

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
