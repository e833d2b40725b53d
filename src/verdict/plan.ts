import { EFFORT } from '../rules/answer.ts'
import type { Grade } from '../rules/rule-set.ts'
import type { JudgedRule } from './day-judge.ts'
import { gradeOf, scoreOf, statusOf } from './score.ts'
import type { PlanEntry, Verdict } from './verdict.ts'

/** A rule that a remedy would turn into a pass, with what it wins in units of 1/L points of weight. */
interface Remedy {
  rule: JudgedRule
  order: number
  effort: 1 | 3 | 9
  gain: bigint
}

interface Sums {
  /** Common denominator of all credits. */
  unit: bigint
  weights: bigint
  /** Σ weight·low in units. */
  low: bigint
}

const full = { of: 1, over: 1 }

/** The rule as it would stand once remedied. */
function remedied(rule: JudgedRule): JudgedRule {
  return { ...rule, answer: { ...rule.answer, outcome: 'pass', credit: { low: full, high: full } } }
}

/**
 * What to do first: for `met`, and for each grade above today's, all blocking rules that do not pass, then the
 * cheapest set of other remedies by effort. Exact: of equal effort the set with fewer rules, then the higher score,
 * then the one earlier in the rule set.
 */
export function planOf(
  rules: readonly JudgedRule[],
  today: Pick<Verdict, 'status' | 'grade'>,
  grades: readonly Grade[],
): PlanEntry[] {
  const sums = sumsOf(rules)
  const remedies = remediesOf(rules, sums)
  const ascending = [...grades].sort((a, b) => a.atLeast - b.atLeast)
  const above = ascending.slice(ascending.findIndex((grade) => grade.id === today.grade) + 1)
  const goals = [...(today.status === 'met' ? [] : [{ id: 'met', atLeast: 0 }]), ...above]
  return goals.map((goal) => entryFor(goal, rules, remedies, sums, ascending))
}

/** What handing in missing papers alone would win. */
export function papersOf(rules: readonly JudgedRule[]): Verdict['papers'] {
  const missing = rules.filter(({ answer }) => answer.outcome === 'missingEvidence')
  const handedIn = rules.map((rule) => (rule.answer.outcome === 'missingEvidence' ? remedied(rule) : rule))
  return { rules: missing.map(({ rule }) => rule.source.id), score: scoreOf(handedIn) }
}

function sumsOf(rules: readonly JudgedRule[]): Sums {
  const scored = rules.filter(({ answer }) => answer.credit)
  const unit = scored.reduce(
    (product, { answer }) => leastCommonMultiple(product, BigInt(answer.credit?.low.over ?? 1)),
    1n,
  )
  const weights = scored.reduce((sum, { weight }) => sum + BigInt(weight), 0n)
  const low = scored.reduce((sum, rule) => sum + earned(rule, unit), 0n)
  return { unit, weights, low }
}

const earned = ({ weight, answer }: JudgedRule, unit: bigint) =>
  (BigInt(weight) * BigInt(answer.credit?.low.of ?? 0) * unit) / BigInt(answer.credit?.low.over ?? 1)

function remediesOf(rules: readonly JudgedRule[], { unit }: Sums): Remedy[] {
  return rules.flatMap((rule, order) => {
    const { outcome } = rule.answer
    if (outcome !== 'fail' && outcome !== 'missingEvidence') return []
    return [
      { rule, order, effort: EFFORT[rule.rule.source.effort], gain: BigInt(rule.weight) * unit - earned(rule, unit) },
    ]
  })
}

function entryFor(
  goal: Pick<Grade, 'id' | 'atLeast'>,
  rules: readonly JudgedRule[],
  remedies: readonly Remedy[],
  sums: Sums,
  grades: readonly Grade[],
): PlanEntry {
  const needed = remedies.filter(({ rule }) => rule.severity === 'blocking')
  const optional = remedies.filter(({ rule }) => rule.severity !== 'blocking')
  const won = needed.reduce((sum, { gain }) => sum + gain, sums.low)
  // floor(1000·won ÷ (unit·weights)) ≥ 10·threshold, so that the goal is met by the score as it is rounded.
  const target = (BigInt(Math.ceil(goal.atLeast * 10)) * sums.unit * sums.weights + 999n) / 1000n
  const chosen = cheapest(optional, target - won)
  const set = [...needed, ...(chosen ?? optional)]
  const after = rules.map((rule) => (set.some((one) => one.rule === rule) ? remedied(rule) : rule))
  const [status, score] = [statusOf(after), scoreOf(after)]
  const grade = gradeOf(after, status, score, grades)
  const reachable = chosen !== undefined && (goal.id === 'met' ? status === 'met' : grade !== null && status === 'met')
  return {
    goal: goal.id,
    rules: set.map(({ rule, effort, gain }) => ({ rule: rule.rule.source.id, effort, gain: points(gain, sums) })),
    effort: set.reduce((sum, { effort }) => sum + effort, 0),
    score,
    status,
    reachable,
  }
}

/** Points of 100, to six decimals. */
function points(gain: bigint, { unit, weights }: Sums): number {
  return Number((gain * 100_000_000n) / (unit * weights)) / 1_000_000
}

/**
 * The cheapest set that wins at least `need`. Within one effort the best k rules are the k that win most, so going
 * through how many to take of each effort goes through every set that can be best.
 */
function cheapest(remedies: readonly Remedy[], need: bigint): Remedy[] | undefined {
  const classes = ([1, 3, 9] as const).map((effort) =>
    remedies
      .filter((one) => one.effort === effort)
      .sort((a, b) => Number(b.gain > a.gain) - Number(b.gain < a.gain) || a.order - b.order),
  )
  let best: Candidate | undefined
  const [low = [], medium = [], high = []] = classes
  for (let k1 = 0; k1 <= low.length; k1++)
    for (let k3 = 0; k3 <= medium.length; k3++)
      for (let k9 = 0; k9 <= high.length; k9++) {
        const effort = k1 + 3 * k3 + 9 * k9
        if (best && effort > best.effort) break
        const rules = [...low.slice(0, k1), ...medium.slice(0, k3), ...high.slice(0, k9)].sort(
          (a, b) => a.order - b.order,
        )
        const gain = rules.reduce((sum, one) => sum + one.gain, 0n)
        const candidate = { rules, effort, gain }
        if (gain >= need && (!best || better(candidate, best))) best = candidate
      }
  return best?.rules
}

interface Candidate {
  rules: Remedy[]
  effort: number
  gain: bigint
}

function better(a: Candidate, b: Candidate): boolean {
  if (a.effort !== b.effort) return a.effort < b.effort
  if (a.rules.length !== b.rules.length) return a.rules.length < b.rules.length
  if (a.gain !== b.gain) return a.gain > b.gain
  const at = a.rules.findIndex((one, index) => one.order !== b.rules[index]?.order)
  return at >= 0 && (a.rules[at]?.order ?? 0) < (b.rules[at]?.order ?? 0)
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}
