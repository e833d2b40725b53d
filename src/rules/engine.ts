import { Almanac, Engine, type Fact, type RuleResult } from 'json-rules-engine'
import { QmsVerdictError } from '../core/errors.ts'
import { addOperators, PRESENT } from './condition.ts'
import { type EngineRule, LACKING, MET, type OutcomeLine, UNMET } from './outcome-rules.ts'

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

/** Why a rule came out as it did, read off the results that the engine left in its conditions. */
interface Explained {
  /** Facts that are absent and were needed. */
  missing: readonly string[]
  /** Named parts of the condition that are not met. */
  unmet: readonly string[]
}

/** A condition after the run: the engine notes at each part whether it held, and at a leaf what it compared. */
interface Held {
  name?: string
  result?: boolean
  all?: Held[]
  any?: Held[]
  fact?: string
  operator?: string
  factResult?: unknown
}

const NOTHING: Explained = { missing: [], unmet: [] }

/**
 * Reads what is missing and what is not met.
 * @param line that holds, or would but for the floor
 * @param held the lines of the rule as the engine left them; a part stands in several with the same results
 */
function explain({ outcome, by }: Pick<OutcomeLine, 'outcome' | 'by'>, held: readonly Held[]): Explained {
  const part = (name: string) => {
    const found = named({ any: [...held] }, name)
    if (found === undefined) throw new Error(`no line of the rule has a part '${name}'`)
    return found
  }
  if (by === 'evidence') return { ...NOTHING, missing: lacking(part(LACKING)) }
  if (outcome === 'pass' || (by !== 'assert' && by !== 'dueOn' && by !== 'review')) return NOTHING
  const told = { missing: [] as string[], unmet: [] as string[] }
  trace(part(MET), part(UNMET), told)
  return { unmet: told.unmet, missing: outcome === 'missingEvidence' ? [...new Set(told.missing)] : [] }
}

function named(tree: Held, name: string): Held | undefined {
  if (tree.name === name) return tree
  for (const part of partsOf(tree)) {
    const found = named(part, name)
    if (found) return found
  }
  return undefined
}

const partsOf = ({ all, any }: Held): readonly Held[] => all ?? any ?? []

/** Evidence that is asked for and absent; each part is that of one fact, with or without its `when`. */
function lacking(evidence: Held): string[] {
  const absent = partsOf(evidence).filter(({ result }) => result === true)
  return absent.flatMap((part) => part.fact ?? partsOf(part)[0]?.fact ?? [])
}

/**
 * Goes down the tree built for "surely met" and the one for "surely not met", which have the same parts. What a part says
 * of itself counts only while it decides: not below an `any` that another part has met.
 */
function trace(met: Held, unmet: Held, told: { missing: string[]; unmet: string[] }): void {
  if (met.result === true) return
  const known = told.missing.length
  const others = partsOf(unmet)
  for (const [at, part] of partsOf(met).entries()) {
    const other = others[at]
    if (other) trace(part, other, told)
  }
  if (unmet.result === true) {
    told.missing.length = known
    if (met.name !== undefined && met.name !== MET) told.unmet.push(met.name)
  } else if (met.fact !== undefined && met.operator !== PRESENT && met.factResult === undefined)
    told.missing.push(met.fact)
}
