import fc from 'fast-check'
import { Engine } from 'json-rules-engine'
import { expect, it } from 'vitest'
import { Clock } from '../../src/core/days.ts'
import { addOperators, type Condition } from '../../src/rules/condition.ts'
import { runRules } from '../../src/rules/engine.ts'
import { engineFacts } from '../../src/rules/engine-facts.ts'
import type { Expression } from '../../src/rules/expression.ts'
import { engineRule, linesOfSteps } from '../../src/rules/outcome-rules.ts'
import type { StepsSource } from '../../src/rules/rule-source.ts'
import { buildItemSteps } from '../../src/rules/steps.ts'
import type { FactDefinition, FactValue, Vocabulary } from '../../src/rules/vocabulary.ts'
import { rounds } from '../support/rounds.ts'

type Facts = Record<string, FactValue>
const TODAY = 20_000
const FLAGS = ['f', 'g', 'h']
const DAYS = ['d', 'e']

const DAY_VALUES: Expression[] = [
  { fact: 'asOf' },
  { fact: 'e' },
  { fact: 'd', plusMonths: 1 },
  { latestOf: [{ fact: 'd' }, { fact: 'e' }] },
]

const fact = (name: string, type: 'flag' | 'day'): [string, FactDefinition<Facts>] => [
  name,
  { type, label: { vi: name, en: name }, read: (facts) => facts[name] },
]
const vocabulary = {
  facts: Object.fromEntries([...FLAGS.map((name) => fact(name, 'flag')), ...DAYS.map((name) => fact(name, 'day'))]),
  ...{ lists: {}, readings: {}, fileHash: () => undefined, isSigned: () => false, isDayOff: () => false },
} as unknown as Vocabulary<unknown>

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: fc.constantFrom(...FLAGS), operator: fc.constant('equal'), value: fc.boolean() }),
  fc.record({ fact: fc.constantFrom(...FLAGS, ...DAYS), operator: fc.constant('present'), value: fc.boolean() }),
  fc.record({
    fact: fc.constantFrom(...DAYS, 'asOf'),
    operator: fc.constantFrom('before', 'onOrBefore', 'after', 'onOrAfter', 'inSameYearAs', 'inYearBefore'),
    value: fc.constantFrom(...DAY_VALUES),
  }),
)
const name = fc.option(fc.constantFrom('one', 'two', 'three'), { nil: undefined })
/** A name inside a `not` is refused when rules are loaded. */
const nameless = tree(
  fc.oneof(
    leaf,
    leaf.map((not) => ({ not })),
  ),
  fc.constant(undefined),
  2,
)
const condition = tree(
  fc.oneof(
    leaf,
    nameless.map((not) => ({ not })),
  ),
  name,
  3,
)

function tree(
  least: fc.Arbitrary<Condition>,
  names: fc.Arbitrary<string | undefined>,
  depth: number,
): fc.Arbitrary<Condition> {
  let trees = least
  for (let level = 0; level < depth; level++) {
    const parts = fc.array(trees, { minLength: 1, maxLength: 3 })
    const bare = fc.oneof(
      trees,
      parts.map((all) => ({ all })),
      parts.map((any) => ({ any })),
    )
    trees = fc.tuple(bare, names).map(([one, named]) => (named === undefined ? one : { ...one, name: named }))
  }
  return trees
}

const may = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const due = fc.oneof(
  fc.constant({ fact: 'e' }),
  fc.record({ when: nameless, on: fc.constant({ fact: 'd' }) }),
  fc.tuple(fc.record({ when: nameless, on: fc.constant({ fact: 'd' }) }), fc.constant({ fact: 'e' })),
)
const steps = fc.record({
  when: may(condition),
  evidence: may(fc.array(fc.record({ fact: fc.constantFrom(...FLAGS), when: nameless }), { maxLength: 2 })),
  assert: condition,
  dueOn: may(due),
  review: may(condition),
}) as unknown as fc.Arbitrary<StepsSource>
const facts = fc.record({
  ...Object.fromEntries(FLAGS.map((one) => [one, may(fc.boolean())])),
  ...Object.fromEntries(DAYS.map((one) => [one, may(fc.integer({ min: TODAY - 400, max: TODAY + 40 }))])),
}) as fc.Arbitrary<Facts>

it('whatever the steps and whatever is absent, the engine and the evaluator of items say the same', async () => {
  const seen = new Set<string>()
  const property = fc.asyncProperty(steps, facts, async (source, scope) => {
    const given = JSON.parse(JSON.stringify(source)) as StepsSource
    const context = { scope, clock: new Clock(TODAY), params: {} }
    const complain = (_: unknown, text: { en: string }) => expect.fail(text.en)
    const { outcome, missing, unmet } = buildItemSteps(given, { vocabulary }, complain, []).judge(context)
    const rule = engineRule('r', linesOfSteps(given, {}))
    const decided = (await runRules([rule], engineFacts(rule.facts, { vocabulary }, context))).get('r')
    expect(decided).toMatchObject({ outcome, missing, unmet })
    seen.add(outcome)
  })
  await fc.assert(property, { numRuns: rounds(2000), seed: 19_2014 })
  expect([...seen].sort()).toEqual(['fail', 'missingEvidence', 'needsReview', 'notApplicable', 'notYetDue', 'pass'])
})

/** What a rule comes to, and what it comes to over an item. */
async function decide(source: object, scope: Facts) {
  const context = { scope, clock: new Clock(TODAY), params: {} }
  const given = source as StepsSource
  const rule = engineRule('r', linesOfSteps(given, {}))
  const decision = (await runRules([rule], engineFacts(rule.facts, { vocabulary }, context))).get('r')
  const { outcome } = buildItemSteps(given, { vocabulary }, () => expect.fail('refused'), []).judge(context)
  return [decision && 'outcome' in decision ? decision.outcome : decision, outcome]
}

it.each([
  ['does not count, unless it surely does', {}, 'notYetDue'],
  ['counts', { g: false }, 'fail'],
  ['does not count', { g: true }, 'notYetDue'],
])('a first deadline that holds where something is not so %s', async (_, g, outcome) => {
  const dueOn = [{ when: { not: { fact: 'g', operator: 'equal', value: true } }, on: { fact: 'd' } }, { fact: 'e' }]
  const source = { assert: { fact: 'f', operator: 'equal', value: true }, dueOn }
  expect(await decide(source, { f: false, d: TODAY - 1, e: TODAY + 1, ...g })).toEqual([outcome, outcome])
})

it.each([
  ['surely:before', undefined, TODAY, false],
  ['surely:before', TODAY, undefined, false],
  ['possibly:before', undefined, TODAY, true],
  ['possibly:before', TODAY, undefined, true],
  ['surely:not:before', undefined, TODAY, false],
  ['possibly:not:before', TODAY, undefined, true],
  ['possibly:contains', undefined, 'x', true],
])('%s with an absent side (%s, %s) is %s', async (operator, left, right, holds) => {
  const engine = new Engine([
    { conditions: { all: [{ fact: 'left', operator, value: { fact: 'right' } }] }, event: { type: 'x' } },
  ])
  addOperators(engine)
  engine.addFact('left', () => left)
  engine.addFact('right', () => right)
  expect((await engine.run()).results).toHaveLength(holds ? 1 : 0)
})
