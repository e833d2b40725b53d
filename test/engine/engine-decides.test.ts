import { readFile } from 'node:fs/promises'
import { Engine, type EngineResult, Fact } from 'json-rules-engine'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { mergePatch } from '../../src/core/json.ts'
import { RulesUnansweredError, runRules } from '../../src/rules/engine.ts'
import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import { engineRule } from '../../src/rules/outcome-rules.ts'
import { judge } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

const department = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
const verdictOf = (patch: object = {}) =>
  judge({
    dossier: testDossier(mergePatch(department, patch)),
    ruleSet: loaded,
    profileId: 'national',
    engine: ENGINE,
    asOf: '2026-11-01',
  })

afterEach(() => vi.restoreAllMocks())

/** An engine that answers without json-rules-engine having looked at a condition. */
function stub(answer: (result: { conditions: { any: Line[] }; result: boolean | null }) => void) {
  vi.spyOn(Engine.prototype, 'run').mockImplementation(async function (this: Engine) {
    const { rules } = this as unknown as { rules: { name: string; conditions: { any: Line[] }; event: object }[] }
    const results = rules.map(({ name, conditions, event }) => {
      const any = conditions.any.map((line) => ({ ...line }))
      const result = { name, event, conditions: { any }, result: true }
      answer(result)
      return result
    })
    return { results, failureResults: [] } as unknown as EngineResult
  })
}

interface Line {
  name: string
  result?: boolean
}

describe('take the engine out, and no verdict stands', () => {
  it('that answers nothing', async () => {
    vi.spyOn(Engine.prototype, 'run').mockResolvedValue({ results: [], failureResults: [] } as unknown as EngineResult)
    await expect(verdictOf()).rejects.toThrow(RulesUnansweredError)
  })

  it('that says every rule succeeds without having evaluated it', async () => {
    stub(() => {})
    await expect(verdictOf()).rejects.toThrow(RulesUnansweredError)
  })

  it('that says no rule has an outcome', async () => {
    stub((result) => {
      for (const line of result.conditions.any) line.result = false
      result.result = false
    })
    await expect(verdictOf()).rejects.toThrow(RulesUnansweredError)
  })

  it('that lets everything pass: failings are gone', async () => {
    const patch = { internalAudits: [], declarations: [] }
    const outcomes = async () => (await verdictOf(patch)).verdict.findings.map(({ outcome }) => outcome)
    const honest = await outcomes()
    stub(({ conditions }) => {
      for (const line of conditions.any) line.result = line.name.startsWith('pass')
    })
    expect(honest).toContain('fail')
    expect(await outcomes()).not.toEqual(honest)
  })
})

it('the floor under papers is decided by the engine too', async () => {
  const floors = async () => {
    const { verdict } = await verdictOf()
    return verdict.findings.filter(({ message }) => message === 'assuranceTooLow').map(({ rule }) => rule)
  }
  expect(await floors()).toEqual([])
  stub(({ conditions }) => {
    for (const line of conditions.any) line.result = line.name.endsWith(' by floor') || line.name.startsWith('pass')
  })
  expect(await floors()).toEqual([
    'declaration-in-force',
    'declaration-edition-accepted',
    'internal-audit-yearly',
    'management-review-yearly',
  ])
})

describe('a rule that throws is one error, and the others go on', () => {
  const errors = async () => {
    const { verdict, faults } = await verdictOf()
    expect(verdict.findings).toHaveLength(loaded.rules.length)
    expect(String(faults[0]?.fault)).toContain('boom')
    return verdict.findings.filter(({ outcome }) => outcome === 'error').map(({ rule }) => rule)
  }

  it('in a fact', async () => {
    const fact = vocabulary.facts['satisfaction.responses']
    if (!fact) throw new Error('the fact of this test is not there any more')
    vi.spyOn(fact, 'read').mockImplementation(() => {
      throw new Error('boom')
    })
    expect(await errors()).toEqual(['satisfaction-measured'])
  })

  it('inside the engine itself', async () => {
    const rule = loaded.rules.find(({ source }) => source.id === 'satisfaction-measured')
    const version = rule?.versions[0]
    if (!version) throw new Error('the rule of this test is not there any more')
    const built = version.engineRule(version.params)
    vi.spyOn(built.rule as unknown as { evaluate(): Promise<never> }, 'evaluate').mockRejectedValue(new Error('boom'))
    expect(await errors()).toEqual(['satisfaction-measured'])
  })
})

it('rules are built once, and what was judged is not kept in them', async () => {
  const version = loaded.rules[0]?.versions[0]
  if (!version) throw new Error('the set has no rule')
  const built = version.engineRule(version.params, 'present')
  await verdictOf()
  expect(version.engineRule({ ...version.params }, 'present')).toBe(built)
  expect(version.engineRule(version.params)).not.toBe(built)
  const { engine } = built.rule as unknown as { engine: { facts: Map<string, unknown> } }
  expect(engine.facts.size).toBe(0)
})

it('a path in a condition, which would run code, is followed by nothing', async () => {
  const leaf = { fact: 'f', path: '$.x', operator: 'present', value: true }
  const line = { outcome: 'pass', by: 'assert', condition: leaf } as const
  const facts = [new Fact('asOf', 1), new Fact('f', { x: 1 })]
  const came = (await runRules([engineRule('r', [line])], facts)).get('r')
  expect(String(came && 'fault' in came ? came.fault : came)).toContain('path')
})
