import type { PapersAnswer } from '../rules/answer.ts'
import { EFFORT } from '../rules/answer.ts'
import type { Grade } from '../rules/rule-set.ts'
import { cheapest, type Step } from './cheapest.ts'
import type { JudgedRule } from './day-judge.ts'
import { asksForPaper, backedOf, backedWeight, unreadFloor } from './evidence.ts'
import { gradeOf, scoreOf, statusOf, waitingRules } from './score.ts'
import type { PlanEntry, Verdict } from './verdict.ts'

/** What can be done about a rule, and how it would stand then; wins are in units of 1/`unit` of weight. */
interface RuleStep extends Step {
  rule: JudgedRule
  step: 'remedy' | 'paper'
  effort: 1 | 3 | 9
}

interface Sums {
  /** Common denominator of all credits and their parts. */
  unit: bigint
  weights: bigint
  /** Weight of the rules that ask for papers. */
  asking: bigint
  /** Σ weight·low in units, and what of it papers back. */
  low: bigint
  backed: bigint
}

interface Goal {
  id: string
  atLeast: number
  backed: number
  read: boolean
}

const full = { of: 1, over: 1 }

/** The rule as it would stand once that was done: it passes, by papers that are there and can be read. */
function after({ rule, step }: Pick<RuleStep, 'rule' | 'step'>): JudgedRule {
  const { papers } = rule.answer
  const shown = papers && { papers: step === 'paper' ? { ...papers, ...READ, levels: raised(papers) } : PRESENT }
  const passes = step === 'paper' ? {} : { outcome: 'pass' as const, credit: { low: full, high: full } }
  return { ...rule, answer: { ...rule.answer, ...passes, ...shown } }
}

const READ = { read: true, silent: false, lacking: [] } as const
const PRESENT: PapersAnswer = { levels: { present: 1 }, confirmable: true, rests: true, ...READ }

/** What was only said is shown, too. */
function raised({ levels: { declared = 0, ...others } }: PapersAnswer): PapersAnswer['levels'] {
  return { ...others, present: (others.present ?? 0) + declared }
}

/**
 * What to do first: for `met`, and for each grade above today's, all blocking rules that do not pass, then the cheapest
 * set of other steps by effort that brings the points and the papers the goal asks for. Exact: of equal effort the set
 * with fewer rules, then the higher score, then the one earlier in the rule set.
 */
export function planOf(
  rules: readonly JudgedRule[],
  today: Pick<Verdict, 'status' | 'grade'>,
  grades: readonly Grade[],
): PlanEntry[] {
  const sums = sumsOf(rules)
  const steps = stepsOf(rules, sums)
  const ascending = [...grades].sort((a, b) => a.atLeast - b.atLeast)
  const above = ascending.slice(ascending.findIndex((grade) => grade.id === today.grade) + 1)
  const goals = [
    ...(today.status === 'met' ? [] : [{ id: 'met', atLeast: 0, backed: 0, read: false }]),
    ...above.map(({ id, atLeast, backed, read = false }) => ({ id, atLeast, backed, read })),
  ]
  return goals.map((goal) => entryFor(goal, rules, steps, sums, ascending))
}

/** What handing in papers alone would win: of rules that miss evidence, and of those that pass by what is said alone. */
export function papersOf(rules: readonly JudgedRule[]): Verdict['papers'] {
  const handedIn = rules.map((rule) => {
    if (rule.answer.outcome === 'missingEvidence') return after({ rule, step: 'remedy' })
    return passesDeclared(rule) ? after({ rule, step: 'paper' }) : rule
  })
  return {
    rules: rules.filter((rule, index) => rule !== handedIn[index]).map(({ rule }) => rule.source.id),
    score: scoreOf(handedIn),
    backed: backedOf(handedIn),
  }
}

function passesDeclared({ answer }: JudgedRule): boolean {
  return answer.outcome === 'pass' && (answer.papers?.levels.declared ?? 0) > 0
}

function sumsOf(rules: readonly JudgedRule[]): Sums {
  const scored = rules.filter(({ answer }) => answer.credit)
  const unit = scored.reduce((product, rule) => leastCommonMultiple(product, partsOf(rule)), 1n)
  const weigh = (some: readonly JudgedRule[]) => some.reduce((sum, { weight }) => sum + BigInt(weight), 0n)
  return {
    unit,
    weights: weigh(scored),
    asking: weigh(scored.filter(asksForPaper)),
    low: scored.reduce((sum, rule) => sum + earned(rule, unit), 0n),
    backed: scored.reduce((sum, rule) => sum + backed(rule, unit), 0n),
  }
}

/** Into how many equal parts a rule's weight is split by its credit and by its papers. */
function partsOf({ answer: { credit, papers } }: JudgedRule): bigint {
  const counted = Object.values(papers?.levels ?? {}).reduce((sum, count) => sum + count, 0)
  return BigInt(credit?.low.over ?? 1) * BigInt(Math.max(1, counted))
}

const earned = ({ weight, answer }: JudgedRule, unit: bigint) =>
  (BigInt(weight) * BigInt(answer.credit?.low.of ?? 0) * unit) / BigInt(answer.credit?.low.over ?? 1)

function backed(rule: JudgedRule, unit: bigint): bigint {
  const { n, d } = backedWeight(rule)
  return (n * unit) / d
}

function stepsOf(rules: readonly JudgedRule[], { unit }: Sums): RuleStep[] {
  return rules.flatMap((rule, order): RuleStep[] => {
    const { outcome } = rule.answer
    const full = BigInt(rule.weight) * unit
    const backs = asksForPaper(rule) ? full - backed(rule, unit) : 0n
    if (outcome === 'fail' || outcome === 'missingEvidence')
      return [
        {
          rule,
          order,
          step: 'remedy',
          effort: EFFORT[rule.rule.source.effort],
          gain: full - earned(rule, unit),
          backs,
        },
      ]
    return passesDeclared(rule) ? [{ rule, order, step: 'paper', effort: 1, gain: 0n, backs }] : []
  })
}

function entryFor(
  goal: Goal,
  rules: readonly JudgedRule[],
  steps: readonly RuleStep[],
  sums: Sums,
  grades: readonly Grade[],
): PlanEntry {
  const unread = goal.read ? toBeRead(rules, steps) : []
  const needed = [...steps.filter(isNeeded), ...unread].sort((a, b) => a.order - b.order)
  const optional = steps.filter((one) => !isNeeded(one))
  const won = needed.reduce((sum, { gain }) => sum + gain, sums.low)
  const shown = needed.reduce((sum, { backs }) => sum + backs, sums.backed)
  const target = reaching(goal.atLeast, sums.unit * sums.weights)
  const toBack = reaching(goal.backed, sums.unit * sums.asking)
  const chosen = cheapest(optional, target - won, toBack - shown)
  const set = [...needed, ...(chosen ?? optional)]
  const done = taken(rules, set)
  const [status, score] = [statusOf(done), scoreOf(done)]
  return {
    goal: goal.id,
    rules: set.map(({ rule, effort, gain, step }) => ({
      rule: rule.rule.source.id,
      step,
      effort,
      gain: points(gain, sums),
    })),
    effort: set.reduce((sum, { effort }) => sum + effort, 0),
    score,
    backed: backedOf(done),
    status,
    reachable: status === 'met' && reaches(goal, done, grades),
    waitsFor: waitsFor(goal, done, grades),
  }
}

/** The remedy of a blocking rule: without it nothing else helps. */
const isNeeded = ({ rule, step }: RuleStep) => step === 'remedy' && rule.severity === 'blocking'

/** The papers that must be read and cannot: in their place one that can is handed in. */
function toBeRead(rules: readonly JudgedRule[], steps: readonly RuleStep[]): RuleStep[] {
  return unreadFloor(rules)
    .filter((rule) => !steps.some((one) => one.rule === rule))
    .map((rule) => ({ rule, order: rules.indexOf(rule), step: 'paper', effort: 1, gain: 0n, backs: 0n }))
}

function taken(rules: readonly JudgedRule[], set: readonly RuleStep[]): JudgedRule[] {
  return rules.map((rule) => {
    const step = set.find((one) => one.rule === rule)
    return step ? after(step) : rule
  })
}

/**
 * The rules that only a person can decide and that keep a goal away after all steps: blocking ones always, others where
 * their points or papers are what it lacks.
 */
function waitsFor(goal: Goal, done: readonly JudgedRule[], grades: readonly Grade[]): string[] {
  if (goal.id === 'met') return []
  const blocking = waitingRules(done)
  const waiting = done.filter(({ answer }) => answer.outcome === 'needsReview')
  const decided = (some: readonly JudgedRule[]) =>
    done.map((rule) => (some.includes(rule) ? after({ rule, step: 'remedy' }) : rule))
  const all = !reaches(goal, decided(blocking), grades) && reaches(goal, decided(waiting), grades)
  return (all ? waiting : blocking).map(({ rule }) => rule.source.id)
}

/** Whether rules as they stand have the grade of a goal, or a higher one. */
function reaches(goal: Goal, rules: readonly JudgedRule[], grades: readonly Grade[]): boolean {
  if (goal.id === 'met') return statusOf(rules) === 'met'
  const grade = gradeOf(rules, statusOf(rules), scoreOf(rules), grades)
  return grades.some(({ id, atLeast }) => id === grade && atLeast >= goal.atLeast)
}

/** The least n with floor(1000·n ÷ whole) ≥ 10·percent, so that the goal is met by the figure as it is rounded. */
function reaching(percent: number, whole: bigint): bigint {
  return (BigInt(Math.ceil(percent * 10)) * whole + 999n) / 1000n
}

/** Points of 100, to six decimals. */
function points(gain: bigint, { unit, weights }: Sums): number {
  return Number((gain * 100_000_000n) / (unit * weights)) / 1_000_000
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}
