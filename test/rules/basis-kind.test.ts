import { describe, expect, it } from 'vitest'
import { basisKindOf, failsByOursAlone } from '../../src/rules/basis-kind.ts'
import type { Condition } from '../../src/rules/condition.ts'
import { loaded } from '../support/loaded.ts'

const law: Condition = { fact: 'a', operator: 'equal', value: true, name: 'a' }
const ours: Condition = { fact: 'b', operator: 'equal', value: true, name: 'b', basisKind: 'ours' }
const period: Condition = { fact: 'c', operator: 'onOrBefore', value: { fact: 'd', plusMonths: 24, basisKind: 'ours' } }

describe('a condition that can fail by a choice of ours alone', () => {
  it.each<[string, Condition, boolean]>([
    ['one of the law', law, false],
    ['one of ours', ours, true],
    ['a period of ours', period, true],
    ['both must hold', { all: [law, ours] }, true],
    ['one of the two is enough', { any: [law, ours] }, false],
    ['either of two of ours', { any: [ours, period] }, true],
    ['all below a mark', { all: [law], basisKind: 'ours' }, true],
    ['a negation', { not: ours }, true],
  ])('%s', (_, tree, expected) => {
    expect(failsByOursAlone(tree, 'law')).toBe(expected)
  })
})

describe('what a failing rests on', () => {
  const rule = (id: string) => {
    const found = loaded.source.rules.find((one) => one.id === id)
    if (!found) throw new Error(`no rule ${id}`)
    return found
  }

  it.each([
    ['staff-trained', ['recent'], 'ours'],
    ['staff-trained', ['trained'], 'law'],
    ['staff-trained', ['trained', 'recent'], 'law'],
    ['yearly-plan-approved', ['ofTheYear'], 'ours'],
    ['yearly-plan-approved', ['inForce'], 'ours'],
    // The standard asks for no document of these.
    ['context-considered', [], 'ours'],
    ['risks-addressed', ['inForce'], 'ours'],
    ['quality-policy-issued', ['inForce'], 'law'],
    ['internal-audit-complete', ['teamNamed'], 'ours'],
    ['internal-audit-complete', ['unitsCovered'], 'law'],
    ['process-records-kept', ['enoughRecords'], 'ours'],
    ['process-records-kept', ['returnedInTime'], 'law'],
    ['internal-audit-yearly', [], 'law'],
    ['procedure-codes-valid', [], 'ours'],
  ])('%s, %o: %s', (id, unmet, kind) => {
    expect(basisKindOf(rule(id), unmet)).toBe(kind)
  })

  it('no shipped rule that blocks can fail by ours alone', () => {
    const blocking = loaded.source.rules.filter(({ severity }) => severity === 'blocking')
    expect(blocking.length).toBeGreaterThan(4)
    for (const { versions } of blocking)
      for (const { assert, forEach } of versions)
        for (const tree of [assert, forEach?.assert]) if (tree) expect(failsByOursAlone(tree, 'law')).toBe(false)
  })
})
