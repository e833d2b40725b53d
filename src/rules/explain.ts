import type { Outcome } from './answer.ts'
import { PRESENT } from './condition.ts'
import { type DecidedBy, LACKING, MET, type OutcomeLine, UNMET } from './outcome-rules.ts'

/** Why a rule came out as it did, read off the results that the engine left in its conditions. */
export interface Explained {
  /** Facts that are absent and were needed. */
  missing: readonly string[]
  /** Named parts of the condition that are not met. */
  unmet: readonly string[]
}

/** A condition after the run: the engine notes at each part whether it held, and at a leaf what it compared. */
export interface Held {
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
 * @param line that holds
 * @param held the lines of the rule as the engine left them, in their order
 */
export function explain({ outcome, by }: OutcomeLine, lines: readonly OutcomeLine[], held: readonly Held[]): Explained {
  const part = (of: Outcome, decidedBy: DecidedBy, name: string) => {
    const at = lines.findIndex((one) => one.outcome === of && one.by === decidedBy)
    const found = held[at] && named(held[at], name)
    if (found === undefined) throw new Error(`the line '${of} by ${decidedBy}' has no part '${name}'`)
    return found
  }
  if (by === 'evidence') return { ...NOTHING, missing: lacking(part(outcome, by, LACKING)) }
  if (outcome === 'pass' || (by !== 'assert' && by !== 'dueOn' && by !== 'review')) return NOTHING
  const told = { missing: [] as string[], unmet: [] as string[] }
  trace(part('pass', 'assert', MET), part('fail', 'assert', UNMET), told)
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
