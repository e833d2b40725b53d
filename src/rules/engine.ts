import { Almanac, Engine, type Fact, type RuleResult } from 'json-rules-engine'
import { QmsVerdictError } from '../core/errors.ts'
import { addOperators } from './condition.ts'
import { type Explained, explain, type Held } from './explain.ts'
import type { EngineRule, OutcomeLine } from './outcome-rules.ts'

/** What the engine decided for one rule, by which step, and why. */
export interface Decision extends Explained, Pick<OutcomeLine, 'outcome' | 'by' | 'short'> {}

/** A rule that threw. Our fault, for the log. */
export interface Crash {
  fault: unknown
}

/** A rule was not answered: our fault, and no verdict may be made of such a run. */
export class RulesUnansweredError extends QmsVerdictError {
  override name = 'RulesUnansweredError'
}

/**
 * Has json-rules-engine decide rules on a fresh engine (two runs in flight on one engine lose rules without a word), and
 * proves that each was answered. A rule that throws ends the engine's run for all: then each is run on an engine of its
 * own, and only the one that throws has crashed.
 *
 * @returns by rule id
 * @throws RulesUnansweredError
 */
export async function runRules(
  asked: readonly EngineRule[],
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
async function runTogether(asked: readonly EngineRule[], facts: readonly Fact[]): Promise<Map<string, Decision>> {
  const engine = new Engine()
  addOperators(engine)
  for (const { rule } of asked) engine.addRule(rule)
  const almanac = new Almanac({ pathResolver: noPath })
  for (const fact of facts) almanac.addFact(fact)
  const { results, failureResults } = await engine.run({}, { almanac })
  const byRule = new Map([...results, ...failureResults].map((result) => [result.event?.params?.rule, result]))
  if (results.length + failureResults.length !== asked.length)
    throw new RulesUnansweredError(`${results.length + failureResults.length} answers from ${asked.length} rules`)
  return new Map(asked.map((one) => [one.id, decisionOf(one, byRule.get(one.id))]))
}

/** A `path` of a condition would run code (jsonpath-plus); no rule can have one, and none is followed. */
function noPath(): never {
  throw new Error('a condition with a path was put to the engine')
}

/** Reads off which line holds; what the engine did not evaluate is no answer. */
function decisionOf({ id, lines }: EngineRule, result: RuleResult | undefined): Decision {
  const held = (result?.conditions as Held | undefined)?.any ?? []
  const at = held.findIndex(({ result: holds }) => holds === true)
  const line = lines[at]
  if (result?.result !== true || line === undefined || held.some(({ result: holds }) => holds === undefined))
    throw new RulesUnansweredError(`the engine gave no answer to ${id}`)
  const { outcome, by, short } = line
  return { outcome, by, ...(short && { short }), ...explain(short ?? line, held) }
}
