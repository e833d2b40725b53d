import { ASSURANCES, type Assurance } from '../rules/answer.ts'
import type { JudgedRule } from './day-judge.ts'
import type { Backing } from './verdict.ts'

/** Weight counts as backed from here on. */
const BACKED_FROM: Assurance = 'present'

/** Whether a rule is in the score and asks for a paper, whatever it came to. */
export function asksForPaper({ answer }: JudgedRule): boolean {
  return answer.credit !== null && answer.papers !== undefined
}

/**
 * What of a rule's weight it has earned stands at each assurance: all of it at one, or, of a rule over a list, split by
 * the items that pass and ask for a paper. Exact.
 */
function earnedAt(rule: JudgedRule): ReadonlyMap<Assurance, Fraction> {
  const { credit, papers } = rule.answer
  const parts = new Map<Assurance, Fraction>()
  if (credit === null || papers === undefined) return parts
  const total = Object.values(papers.levels).reduce((sum, count) => sum + count, 0)
  const earned = times(fraction(credit.low.of, credit.low.over), rule.weight)
  for (const [level, count] of Object.entries(papers.levels) as [Assurance, number][])
    parts.set(level, { n: earned.n * BigInt(count), d: earned.d * BigInt(total) })
  return parts
}

/** What of a rule's weight is backed by papers. Exact. */
export function backedWeight(rule: JudgedRule): Fraction {
  let sum = ZERO
  for (const [level, part] of earnedAt(rule)) if (isBacked(level)) sum = add(sum, part)
  return sum
}

const isBacked = (level: Assurance) => ASSURANCES.indexOf(level) >= ASSURANCES.indexOf(BACKED_FROM)

/**
 * 100 × what is backed ÷ the weight of all rules in the score that ask for a paper, whatever they came to, rounded down
 * once to one decimal; null where none asks. What is not handed in counts as not backed, so that leaving a line out of
 * the dossier raises nothing.
 */
export function backedOf(rules: readonly JudgedRule[]): number | null {
  const asking = rules.filter(asksForPaper)
  const weight = asking.reduce((sum, one) => sum + one.weight, 0)
  if (weight === 0) return null
  return percentDown(
    asking.reduce((sum, rule) => add(sum, backedWeight(rule)), ZERO),
    weight,
  )
}

/** How well all that counts in the score is backed. */
export function backingOf(rules: readonly JudgedRule[]): Backing {
  const asking = rules.filter(asksForPaper)
  const sums = new Map<Assurance, Fraction>()
  for (const rule of asking)
    for (const [level, part] of earnedAt(rule)) sums.set(level, add(sums.get(level) ?? ZERO, part))
  const weights = Object.fromEntries(
    ASSURANCES.map((level) => [level, toDecimals(sums.get(level) ?? ZERO)]),
  ) as Backing['weights']
  const unconfirmed = asking.filter(({ answer }) => answer.papers?.silent === true).map(({ rule }) => rule.source.id)
  return { weights, backed: backedOf(rules), unconfirmed }
}

/** To six decimals, rounded down. */
const toDecimals = ({ n, d }: Fraction) => Number((n * 1_000_000n) / d) / 1_000_000

/** What of the weight that asks for papers was confirmed by what they say: recognised, corroborated, signed, or the authority's own. */
export function confirmedShare({ weights, backed }: Backing): number | null {
  if (backed === null) return null
  const { recognised, corroborated, signed, authority, present } = weights
  const confirmed = recognised + corroborated + signed + authority
  const standing = confirmed + present
  return standing === 0 ? 0 : Math.floor((backed * confirmed * 10) / standing) / 10
}

/** The rules of which the profile demands a paper, where they pass by one or rest on an earlier one. */
function floorRules(rules: readonly JudgedRule[]): JudgedRule[] {
  return rules.filter(
    ({ leastAssurance, answer }) =>
      leastAssurance !== undefined &&
      answer.papers !== undefined &&
      (answer.outcome === 'pass' || (answer.outcome === 'notYetDue' && answer.papers.rests)),
  )
}

/** Of these the ones whose papers nobody and nothing has read: a scan tells a machine nothing yet. */
export function unreadFloor(rules: readonly JudgedRule[]): JudgedRule[] {
  return floorRules(rules).filter(({ answer }) => answer.papers?.read === false && answer.assurance !== 'authority')
}

/** An exact fraction; the denominator is positive. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Fraction = { n: 0n, d: 1n }

/** `n` over `d`, both whole numbers, `d` > 0. */
export function fraction(n: number, d: number): Fraction {
  return { n: BigInt(n), d: BigInt(d) }
}

/** a + b, exactly. */
export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d }
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

/** A fraction times a whole number. */
export function times(a: Fraction, factor: number): Fraction {
  return { n: a.n * BigInt(factor), d: a.d }
}

/** 100 × part ÷ whole, rounded down once to one decimal: nothing but everything is 100. */
export function percentDown(part: Fraction, whole: number): number {
  return Number((part.n * 1000n) / (part.d * BigInt(whole))) / 10
}
