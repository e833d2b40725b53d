import { describe, expect, it } from 'vitest'
import { FACT_PHRASES, LITERAL_WORDS, PARAM_WORDS } from '../../../src/render/rules/condition-words.ts'
import { OPERATOR_WORDS } from '../../../src/render/rules/words.ts'
import { OPERATORS } from '../../../src/rules/condition.ts'
import { vocabulary } from '../../../src/rules/facts/vocabulary.ts'
import { loaded } from '../../support/loaded.ts'

const { rules, profiles, blocks } = loaded.source
const versions = rules.flatMap((rule) => rule.versions)

/** Every text that a condition of the shipped rules, or a parameter, compares with. */
function literals(): Set<string> {
  const found = new Set<string>()
  const add = (value: unknown) => {
    for (const one of Array.isArray(value) ? value : [value]) if (typeof one === 'string') found.add(one)
  }
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('operator' in value && 'value' in value) add(value.value)
    for (const inner of Object.values(value)) walk(inner)
  }
  walk(versions)
  const params = [...versions, ...profiles.flatMap(({ overrides }) => overrides ?? [])].map((one) => one.params ?? {})
  for (const one of params) for (const value of Object.values(one)) add(value)
  return found
}

/** Clauses of the standard and items of a report are said as the law numbers them. */
const NUMBERED = /^([a-g]|[12][a-g]|[12]dd)$/

describe('words of the pages', () => {
  it('say every operator, and no other', () => {
    expect(Object.keys(OPERATOR_WORDS).sort()).toEqual([...OPERATORS.keys()].sort())
  })

  it('say every parameter of the rules and profiles, and no other', () => {
    const named = new Set(versions.flatMap(({ params }) => Object.keys(params ?? {})))
    expect(Object.keys(PARAM_WORDS).sort()).toEqual([...named].sort())
  })

  it('say every text that rules compare with', () => {
    const known = [...Object.keys(LITERAL_WORDS), ...blocks.map(({ id }) => id)]
    expect([...literals()].filter((text) => !known.includes(text) && !NUMBERED.test(text))).toEqual([])
  })

  it('say no text that rules do not compare with', () => {
    const used = literals()
    expect(Object.keys(LITERAL_WORDS).filter((text) => !used.has(text))).toEqual([])
  })

  it('rephrase only facts and fields that there are', () => {
    const fields = Object.entries(vocabulary.lists).flatMap(([name, list]) =>
      Object.keys(list.fields).map((field) => `${name}.${field}`),
    )
    const known = [...Object.keys(vocabulary.facts), ...fields]
    expect(Object.keys(FACT_PHRASES).filter((name) => !known.includes(name))).toEqual([])
  })
})
