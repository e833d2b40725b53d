import { Almanac, Engine, type Fact, type RuleResult } from 'json-rules-engine'
import { QmsVerdictError } from '../base/errors.ts'
import { type Explained, explain } from './explain.ts'
import { addOperators } from './operators.ts'
import type { Outcome } from './outcome.ts'
import type { DecidedBy, EngineRules } from './outcome-rules.ts'

/** What the engine decided for one rule, by which step, and why. */
export interface Decision extends Explained {
  outcome: Outcome
  by: DecidedBy
}

/** A rule that threw. Our fault, for the log. */
export interface Crash {
  fault: unknown
}

/** A rule came to no outcome or to several: our fault, and no verdict may be made of such a run. */
export class RulesUnansweredError extends QmsVerdictError {
  override name = 'RulesUnansweredError'
}

/**
 * Has json-rules-engine decide rules on a fresh engine (two runs in flight on one engine lose rules without a word), and
 * proves that each came to exactly one outcome. A rule that throws ends the engine's run for all: then each is run on
 * an engine of its own, and only the one that throws has crashed.
 *
 * @returns by rule id
 * @throws RulesUnansweredError
 */
export async function runRules(
  asked: readonly EngineRules[],
  facts: readonly Fact[],
): Promise<Map<string, Decision | Crash>> {
  try {
    return await runTogether(asked, facts)
  } catch (fault) {
    if (fault instanceof RulesUnansweredError) throw fault
    const [only] = asked
    if (only && asked.length === 1) return new Map([[only.id, { fault }]])
    const alone = await Promise.all(asked.map((one) => runRules([one], facts)))
    return new Map(alone.flatMap((answers) => [...answers]))
  }
}

/** The facts go to the almanac, which ends with the run: rules are kept, and keep hold of the engine they last ran on. */
async function runTogether(asked: readonly EngineRules[], facts: readonly Fact[]): Promise<Map<string, Decision>> {
  const engine = new Engine()
  addOperators(engine)
  for (const { rules } of asked) for (const rule of rules) engine.addRule(rule)
  const almanac = new Almanac({ pathResolver: noPath })
  for (const fact of facts) almanac.addFact(fact)
  const { results, failureResults } = await engine.run({}, { almanac })
  return decisionsOf(asked, [...results, ...failureResults])
}

/** A `path` of a condition would run code (jsonpath-plus); no rule can have one, and none is followed. */
function noPath(): never {
  throw new Error('a condition with a path was put to the engine')
}

function decisionsOf(asked: readonly EngineRules[], results: readonly RuleResult[]): Map<string, Decision> {
  const byRule = new Map<string, RuleResult[]>(asked.map(({ id }) => [id, []]))
  for (const result of results) byRule.get(result.event?.params?.rule)?.push(result)
  return new Map(asked.map(({ id, rules }) => [id, decisionOf(id, rules.length, byRule.get(id) ?? [])]))
}

function decisionOf(id: string, lines: number, results: readonly RuleResult[]): Decision {
  const held = results.filter(({ result }) => result === true)
  const [line] = held
  if (results.length !== lines || line?.event === undefined || held.length !== 1)
    throw new RulesUnansweredError(
      `${id}: ${results.length} of ${lines} lines were answered, and held: ${held.map(({ name }) => name).join(', ')}`,
    )
  const [outcome, by] = [line.event.type as Outcome, line.event.params?.by as DecidedBy]
  return { outcome, by, ...explain(outcome, by, results) }
}
