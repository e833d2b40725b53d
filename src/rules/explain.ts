import { PRESENT } from './condition.ts'
import { LACKING, MET, type OutcomeLine, UNMET } from './outcome-rules.ts'

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
 * @param line that holds, or would but for the floor
 * @param held the lines of the rule as the engine left them; a part stands in several with the same results
 */
export function explain({ outcome, by }: Pick<OutcomeLine, 'outcome' | 'by'>, held: readonly Held[]): Explained {
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
