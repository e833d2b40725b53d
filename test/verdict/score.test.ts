import { describe, expect, it } from 'vitest'
import type { Outcome, Severity } from '../../src/rules/answer.ts'
import type { JudgedRule } from '../../src/verdict/day-judge.ts'
import { add, backedOf, backingOf, fraction, percentDown, times } from '../../src/verdict/evidence.ts'
import { gradeByPoints, gradeOf, scoreOf, statusOf } from '../../src/verdict/score.ts'

type Row = [outcome: Outcome, severity: Severity, weight: number, low?: [number, number], high?: [number, number]]

const share = ([of, over]: [number, number]) => ({ of, over })
const rules = (...rows: Row[]) =>
  rows.map(([outcome, severity, weight, low, high]) => ({
    severity,
    weight,
    answer: { outcome, credit: low && high ? { low: share(low), high: share(high) } : null },
  })) as unknown as JudgedRule[]

const FULL: [number, number] = [1, 1]
const NONE: [number, number] = [0, 1]
const GRADES = [90, 75, 60, 0].map((atLeast) => ({
  id: String(atLeast),
  atLeast,
  backed: atLeast,
  ...(atLeast === 90 && { read: true as const }),
  label: { vi: '', en: '' },
}))

/** A rule that passes with its paper at a level; one of which the profile demands the paper. */
const shown = (level: string, weight: number, more: object = {}) =>
  ({
    severity: 'major',
    weight,
    rule: { source: { id: level } },
    answer: {
      outcome: 'pass',
      credit: { low: { of: 1, over: 1 }, high: { of: 1, over: 1 } },
      papers: { levels: { [level]: 1 }, read: true, silent: false, lacking: [], ...more },
    },
  }) as unknown as JudgedRule
const demanded = (read: boolean) => ({ ...shown('present', 1, { read }), leastAssurance: 'present' as const })

describe('score', () => {
  it.each([
    [
      '46 of 80 is 57.5',
      [
        ['pass', 'major', 46, FULL, FULL],
        ['fail', 'major', 34, NONE, NONE],
      ],
      { low: 57.5, high: 57.5 },
    ],
    ['99.96 is 99.9', [['fail', 'major', 1, [2499, 2500], [2499, 2500]]], { low: 99.9, high: 99.9 }],
    ['a third is rounded down', [['fail', 'major', 3, [1, 3], [2, 3]]], { low: 33.3, high: 66.6 }],
    [
      'missing evidence spans the range',
      [
        ['pass', 'major', 1, FULL, FULL],
        ['missingEvidence', 'major', 1, NONE, FULL],
      ],
      { low: 50, high: 100 },
    ],
    [
      'what is not judged is left out',
      [
        ['pass', 'major', 1, FULL, FULL],
        ['notYetDue', 'major', 99],
      ],
      { low: 100, high: 100 },
    ],
    ['no weight in the score', [['notApplicable', 'major', 5]], null],
  ] as [string, Row[], { low: number; high: number } | null][])('%s', (_, rows, expected) => {
    expect(scoreOf(rules(...rows))).toEqual(expected)
  })

  it('is exact where floating point is not', () => {
    const tenth = fraction(1, 10)
    const sum = Array.from({ length: 10 }, () => tenth).reduce(add)
    expect(percentDown(times(sum, 3), 3)).toBe(100)
  })
})

describe('status: the first that holds', () => {
  it.each([
    ['undetermined', ['error', 'minor', 1], ['fail', 'blocking', 1]],
    ['notMet', ['fail', 'blocking', 1], ['missingEvidence', 'blocking', 1]],
    ['insufficientEvidence', ['missingEvidence', 'blocking', 1], ['fail', 'major', 1]],
    ['met', ['needsReview', 'blocking', 1], ['fail', 'major', 1]],
    ['met', ['notYetDue', 'blocking', 1], ['missingEvidence', 'minor', 1]],
  ] as [string, Row, Row][])('%s', (expected, ...rows) => {
    expect(statusOf(rules(...rows))).toBe(expected)
  })
})

describe('grade', () => {
  const score = (low: number) => ({ low, high: 100 })
  it.each([
    [90, '90'],
    [89.9, '75'],
    [75, '75'],
    [74.9, '60'],
    [59.9, '0'],
  ])('%s is %s', (low, expected) => {
    expect(gradeOf(rules(['pass', 'major', 1]), 'met', score(low), GRADES)).toBe(expected)
  })

  it('is withheld when not met, and while a blocking rule waits for a person', () => {
    expect(gradeOf(rules(['pass', 'major', 1]), 'notMet', score(99), GRADES)).toBeNull()
    expect(gradeOf(rules(['needsReview', 'blocking', 1]), 'met', score(99), GRADES)).toBeNull()
    expect(gradeOf(rules(['needsReview', 'major', 1]), 'met', score(99), GRADES)).toBe('90')
    expect(gradeByPoints(rules(['needsReview', 'blocking', 1]), 'met', score(99), GRADES)).toBeNull()
    expect(gradeByPoints(rules(['needsReview', 'major', 1]), 'met', score(99), GRADES)?.id).toBe('90')
  })
})

describe('what papers back', () => {
  it('is asked of what is in time for the sake of an earlier act, not of what is in time with nothing done', () => {
    const inTime = (rests: boolean) => {
      const { answer, ...one } = demanded(false)
      return { ...one, answer: { ...answer, outcome: 'notYetDue', credit: null, papers: { ...answer.papers, rests } } }
    }
    const grade = (rests: boolean) =>
      gradeOf([shown('present', 1), inTime(rests) as unknown as JudgedRule], 'met', { low: 99, high: 99 }, GRADES)
    expect([grade(false), grade(true)]).toEqual(['90', '75'])
  })

  it('counts the weight of all rules that ask for a paper, whatever they came to', () => {
    const missing = { ...shown('declared', 2), answer: { ...shown('declared', 2).answer, levels: {}, credit: NOTHING } }
    expect(backedOf([shown('present', 1), shown('declared', 1)])).toBe(50)
    expect(backedOf([shown('corroborated', 1), shown('signed', 1), missing as JudgedRule])).toBe(50)
    expect(backedOf(rules(['pass', 'major', 1, FULL, FULL]))).toBeNull()
  })

  it('splits a rule over a list by its items', () => {
    const list = { ...shown('present', 3), answer: { ...shown('present', 3).answer } }
    list.answer.papers = { ...list.answer.papers, levels: { present: 299, declared: 1 } } as never
    expect(backingOf([list]).weights).toMatchObject({ present: 2.99, declared: 0.01 })
    expect(backedOf([list])).toBe(99.6)
  })

  it('holds a grade back', () => {
    const half = [shown('present', 3), shown('declared', 2)]
    expect(gradeOf(half, 'met', { low: 99, high: 99 }, GRADES)).toBe('60')
    expect(gradeByPoints(half, 'met', { low: 99, high: 99 }, GRADES)?.id).toBe('90')
  })

  it('holds the highest grades back until the papers that the profile demands were read', () => {
    expect(gradeOf([demanded(true)], 'met', { low: 99, high: 99 }, GRADES)).toBe('90')
    expect(gradeOf([demanded(false)], 'met', { low: 99, high: 99 }, GRADES)).toBe('75')
  })
})

const NOTHING = { low: { of: 0, over: 1 }, high: { of: 1, over: 1 } }
