import { describe, expect, it } from 'vitest'
import { BLOCKS } from '../../src/dossier/agency.ts'
import { EFFORT } from '../../src/rules/answer.ts'
import { loaded, tests } from '../support/loaded.ts'

const { rules, groups, sources, blocks, profiles } = loaded.source
const weightOf = (some: typeof rules) => some.reduce((sum, { weight }) => sum + weight, 0)

describe('the rule set', () => {
  it('has fifty rules whose weights sum to 100', () => {
    expect(rules).toHaveLength(50)
    expect(weightOf(rules)).toBe(100)
  })

  it.each([
    ['declaration', 10, 25],
    ['coverage', 9, 25],
    ['documents', 11, 17],
    ['upkeep', 11, 23],
    ['accountability', 6, 7],
    ['integrity', 3, 3],
  ])('group %s has %i rules of weight %i', (group, count, weight) => {
    const own = rules.filter((rule) => rule.group === group)
    expect([own.length, weightOf(own)]).toEqual([count, weight])
  })

  it('groups its rules in the order of its head, and numbers none twice', () => {
    const order = rules.map(({ group, order }) => groups.findIndex(({ id }) => id === group) * 10_000 + order)
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b))
  })

  it('rests on registered sources alone, each checked on a day and in force from one', () => {
    const known = new Set(sources.map(({ id }) => id))
    const cited = [...rules, ...loaded.source.standards, ...blocks].flatMap(({ basis }) =>
      basis.map(({ source }) => source),
    )
    expect(cited.filter((id) => !known.has(id))).toEqual([])
    for (const source of sources) expect(source.lastChecked > source.from, source.id).toBe(true)
  })

  it('says the duty of every block of agencies there is', () => {
    expect(blocks.map(({ id }) => id).sort()).toEqual([...BLOCKS].sort())
  })

  it('gives every departure of a profile a reason and a decision', () => {
    for (const { overrides = [], oblige = [], editions = [], targets = [] } of profiles)
      for (const entry of [...overrides, ...oblige, ...editions, ...targets]) {
        expect(entry.reason.vi.length, JSON.stringify(entry)).toBeGreaterThan(10)
        expect(entry.decision.length, JSON.stringify(entry)).toBeGreaterThan(5)
      }
  })

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s is complete', (id, rule) => {
    expect(Object.keys(EFFORT)).toContain(rule.effort)
    expect(rule.remedy.vi).not.toBe(rule.remedy.en)
    const outcomes = new Set((tests.get(id) ?? []).map(({ expect }) => expect))
    expect(outcomes.has('pass')).toBe(true)
    expect(outcomes.size).toBeGreaterThan(1)
  })

  it('writes Vietnamese with its own letters, in one normal form', () => {
    const texts = rules.flatMap(({ title, remedy, messages, interpretation }) => [
      title,
      remedy,
      ...Object.values(messages),
      ...(interpretation ? [interpretation] : []),
    ])
    for (const { vi } of texts) {
      expect(vi).toBe(vi.normalize('NFC'))
      // ð and Ð are the Icelandic look-alikes of đ and Đ.
      expect(vi).not.toMatch(/[ðÐ]|hàng năm|thoả mãn|bị xóa/)
    }
  })
})
