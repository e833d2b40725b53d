import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EFFORT, type Outcome, type Severity } from '../../src/rules/answer.ts'
import type { JudgedRule } from '../../src/verdict/day-judge.ts'
import { backedOf } from '../../src/verdict/evidence.ts'
import { papersOf, planOf } from '../../src/verdict/plan.ts'
import { gradeOf, scoreOf, statusOf } from '../../src/verdict/score.ts'
import { rounds } from '../support/rounds.ts'

const GRADES = [
  { id: 'xuat-sac', atLeast: 90, backed: 80 },
  { id: 'tot', atLeast: 75, backed: 75 },
  { id: 'kha', atLeast: 60, backed: 50 },
  { id: 'trung-binh', atLeast: 0, backed: 0 },
].map((grade) => ({ ...grade, label: { vi: grade.id, en: grade.id } }))

interface Row {
  outcome: Outcome
  severity: Severity
  weight: number
  effort: keyof typeof EFFORT
  of: number
  /** How what it earns is backed; absent where the rule asks for no paper. */
  paper?: 'declared' | 'present' | 'half' | undefined
}

const LEVELS = { declared: { declared: 1 }, present: { present: 1 }, half: { declared: 1, present: 1 } }

/** What can be done about a rule: a remedy where it does not pass, a paper where it passes by what is said. */
function stepOf({ outcome, paper }: Row): 'remedy' | 'paper' | undefined {
  if (outcome === 'fail' || outcome === 'missingEvidence') return 'remedy'
  return outcome === 'pass' && (paper === 'declared' || paper === 'half') ? 'paper' : undefined
}

const done = (row: Row): Row => ({ ...row, outcome: 'pass', ...(row.paper && { paper: 'present' as const }) })
const effortOf = (row: Row | undefined) => (row && stepOf(row) === 'paper' ? 1 : EFFORT[row?.effort ?? 'low'])

/** Credit as a rule would earn it: a failing or missing list rule may have a part, in fifths. */
function credit({ outcome, of }: Row): JudgedRule['answer']['credit'] {
  if (outcome === 'pass') return { low: { of: 1, over: 1 }, high: { of: 1, over: 1 } }
  if (outcome === 'fail') return { low: { of, over: 5 }, high: { of, over: 5 } }
  return outcome === 'missingEvidence' || outcome === 'needsReview'
    ? { low: { of, over: 5 }, high: { of: 5, over: 5 } }
    : null
}

const judged = (rows: readonly Row[]) =>
  rows.map((row, at) => {
    const source = { id: `r${at}`, effort: row.effort }
    return {
      rule: { source },
      severity: row.severity,
      weight: row.weight,
      off: false,
      answer: {
        outcome: row.outcome,
        credit: credit(row),
        ...(row.paper && { papers: { levels: LEVELS[row.paper], read: true, lacking: [] } }),
      },
    }
  }) as unknown as JudgedRule[]

const row = fc.record({
  outcome: fc.constantFrom<Outcome>('pass', 'pass', 'fail', 'fail', 'missingEvidence', 'notYetDue', 'needsReview'),
  severity: fc.constantFrom<Severity>('blocking', 'major', 'minor', 'minor'),
  weight: fc.integer({ min: 1, max: 10 }),
  effort: fc.constantFrom<keyof typeof EFFORT>('low', 'medium', 'high'),
  of: fc.integer({ min: 0, max: 4 }),
  paper: fc.constantFrom<Row['paper']>(undefined, 'declared', 'declared', 'present', 'half'),
})

/** Every set of remedies, tried: what the cheapest is that reaches the goal, or undefined. */
function bestBySearch(rows: readonly Row[], goal: string) {
  const open = rows.flatMap((one, at) => (stepOf(one) ? [at] : []))
  const needed = open.filter((at) => rows[at]?.severity === 'blocking' && rows[at]?.outcome !== 'pass')
  let best: { key: number[]; set: number[] } | undefined
  for (let mask = 0; mask < 1 << open.length; mask++) {
    const set = open.filter((_, bit) => mask & (1 << bit))
    if (needed.some((at) => !set.includes(at))) continue
    const after = judged(rows.map((one, at) => (set.includes(at) ? done(one) : one)))
    const [status, score] = [statusOf(after), scoreOf(after)]
    const grade = gradeOf(after, status, score, GRADES)
    const rank = (id: string | null) => GRADES.findIndex((one) => one.id === id)
    if (goal === 'met' ? status !== 'met' : grade === null || rank(grade) > rank(goal)) continue
    const wins = (one: Row | undefined) => (one && stepOf(one) === 'remedy' ? one.weight * (5 - one.of) : 0)
    const exact = set.reduce((sum, at) => sum + wins(rows[at]), 0)
    const effort = set.reduce((sum, at) => sum + effortOf(rows[at]), 0)
    const key = [effort, set.length, -exact, ...set]
    if (!best || earlier(key, best.key)) best = { key, set }
  }
  return best?.set
}

function earlier(a: number[], b: number[]): boolean {
  const at = a.findIndex((one, index) => one !== b[index])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

it('finds what searching every set of remedies finds', () => {
  const property = fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (rows) => {
    const rules = judged(rows)
    const [status, score] = [statusOf(rules), scoreOf(rules)]
    const plan = planOf(rules, { status, grade: gradeOf(rules, status, score, GRADES) }, GRADES)
    for (const entry of plan) {
      const best = bestBySearch(rows, entry.goal)
      expect({ goal: entry.goal, reachable: entry.reachable }).toEqual({
        goal: entry.goal,
        reachable: best !== undefined,
      })
      if (!best) continue
      expect(entry.rules.map(({ rule }) => rule).sort()).toEqual(best.map((at) => `r${at}`).sort())
      const after = judged(rows.map((one, at) => (best.includes(at) ? done(one) : one)))
      expect([entry.score, entry.status, entry.backed]).toEqual([scoreOf(after), statusOf(after), backedOf(after)])
      expect(entry.effort).toBe(best.reduce((sum, at) => sum + effortOf(rows[at]), 0))
    }
  })
  fc.assert(property, { numRuns: rounds(4000), seed: 7 })
})

it('has one entry for each grade above today and, until it is met, one for met', () => {
  const failing = judged([{ outcome: 'fail', severity: 'blocking', weight: 5, effort: 'low', of: 0 }])
  expect(planOf(failing, { status: 'notMet', grade: null }, GRADES).map(({ goal }) => goal)).toEqual([
    'met',
    'trung-binh',
    'kha',
    'tot',
    'xuat-sac',
  ])
  const passing = judged([{ outcome: 'pass', severity: 'blocking', weight: 5, effort: 'low', of: 0 }])
  expect(planOf(passing, { status: 'met', grade: 'xuat-sac' }, GRADES)).toEqual([])
})

it('counts what papers alone would win', () => {
  const rules = judged([
    { outcome: 'missingEvidence', severity: 'major', weight: 2, effort: 'low', of: 0 },
    { outcome: 'fail', severity: 'major', weight: 2, effort: 'low', of: 0 },
  ])
  expect(papersOf(rules)).toEqual({ rules: ['r0'], score: { low: 50, high: 50 }, backed: null })
  const shown = judged([
    { outcome: 'missingEvidence', severity: 'major', weight: 2, effort: 'low', of: 0, paper: 'declared' },
    { outcome: 'pass', severity: 'major', weight: 1, effort: 'high', of: 0, paper: 'half' },
    { outcome: 'pass', severity: 'major', weight: 1, effort: 'low', of: 0 },
  ])
  expect(papersOf(shown)).toEqual({ rules: ['r0', 'r1'], score: { low: 100, high: 100 }, backed: 100 })
})

it('names the rules that wait for a person and keep a goal away', () => {
  const rules = judged([
    { outcome: 'needsReview', severity: 'blocking', weight: 5, effort: 'low', of: 0 },
    { outcome: 'needsReview', severity: 'minor', weight: 1, effort: 'low', of: 0 },
    { outcome: 'pass', severity: 'minor', weight: 4, effort: 'low', of: 0 },
  ])
  const waits = Object.fromEntries(
    planOf(rules, { status: 'met', grade: null }, GRADES).map(({ goal, waitsFor }) => [goal, waitsFor]),
  )
  expect(waits).toEqual({ 'trung-binh': ['r0'], kha: ['r0'], tot: ['r0'], 'xuat-sac': ['r0'] })
  const [, minor, other] = rules
  const points = planOf([minor, other, other] as JudgedRule[], { status: 'met', grade: 'tot' }, GRADES)
  expect(points.map(({ goal, waitsFor }) => [goal, waitsFor])).toEqual([['xuat-sac', ['r1']]])
})
