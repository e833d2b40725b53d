import type { RuleResult } from 'json-rules-engine'
import { PRESENT } from './operators.ts'
import type { Outcome } from './outcome.ts'
import { type DecidedBy, LACKING, MET, UNMET } from './outcome-rules.ts'

/** Why a rule came out as it did, read off the results that the engine left in its conditions. */
export interface Explained {
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

/** Reads what is missing and what is not met from the lines of one rule. */
export function explain(outcome: Outcome, by: DecidedBy, results: readonly RuleResult[]): Explained {
  if (by === 'evidence') return { ...NOTHING, missing: lacking(partOf(results, 'missingEvidence', by, LACKING)) }
  if (outcome === 'pass' || (by !== 'assert' && by !== 'dueOn' && by !== 'review')) return NOTHING
  const told = { missing: [] as string[], unmet: [] as string[] }
  trace(partOf(results, 'pass', 'assert', MET), partOf(results, 'fail', 'assert', UNMET), told)
  return { unmet: told.unmet, missing: outcome === 'missingEvidence' ? [...new Set(told.missing)] : [] }
}

function partOf(results: readonly RuleResult[], outcome: Outcome, by: DecidedBy, name: string): Held {
  const line = results.find(({ event }) => event?.type === outcome && event.params?.by === by)
  const part = line && named(line.conditions as Held, name)
  if (part === undefined) throw new Error(`the engine's results of '${outcome}' by ${by} have no part '${name}'`)
  return part
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
