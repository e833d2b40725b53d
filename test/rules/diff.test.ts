import { describe, expect, it } from 'vitest'
import { buildSample } from '../../scripts/samples/sample.ts'
import { bytesInMemory } from '../../src/core/files.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { textChanges } from '../../src/rules/changes.ts'
import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import type { LoadedRuleSet } from '../../src/rules/load.ts'
import { readPublished } from '../../src/rules/publish.ts'
import { publishRuleSet, type RuleSet, ruleSetHash } from '../../src/rules/rule-set.ts'
import type { RuleSource } from '../../src/rules/rule-source.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'
import { judgeDay } from '../../src/verdict/judge.ts'
import { readDossier } from '../../src/verdict/pipeline.ts'
import { previewBundle, previewDossier } from '../../src/verdict/rules-diff.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

const old = loaded.source

/** The shipped rules with one rule changed, or taken out. */
function changed(id: string, change: (rule: RuleSource) => RuleSource | undefined): RuleSet {
  return { ...old, rules: old.rules.flatMap((rule) => (rule.id === id ? (change(rule) ?? []) : rule)) }
}

/** Builds a rule set the way a published file is built. */
function built(source: RuleSet): LoadedRuleSet {
  const { name, text } = publishRuleSet({ source, sha256: ruleSetHash(source) }, '2026-01-01')
  return readPublished(text, name, vocabulary as Vocabulary<unknown>)
}

async function preview(now: RuleSet, sample = 'department-complete') {
  const source = bytesInMemory((await buildSample(sample)).zip)
  return previewBundle(
    { source, limits: DEFAULT_LIMITS, stopwatch: () => performance.now() },
    { old: loaded, new: built(now), profileId: 'national', asOf: '2026-11-01', engine: ENGINE },
  )
}

const renamed = changed('improvement-shown', (rule) => ({ ...rule, id: 'improvement-made', aliases: [rule.id] }))
const without = changed('improvement-shown', () => undefined)

describe('the text of two rule sets', () => {
  it('does not differ from itself', () => {
    expect(textChanges(old, structuredClone(old))).toEqual({ added: [], removed: [], changed: [], registers: [] })
  })

  it('names a rule that is new, and one that is gone', () => {
    expect(textChanges(without, old)).toMatchObject({ added: ['improvement-shown'], removed: [] })
    expect(textChanges(old, without)).toMatchObject({ added: [], removed: ['improvement-shown'] })
  })

  it('knows a renamed rule by its alias', () => {
    const changes = textChanges(old, renamed)
    expect(changes).toMatchObject({ added: [], removed: [] })
    expect(changes.changed).toEqual([{ rule: 'improvement-made', was: 'improvement-shown', parts: ['aliases'] }])
  })

  it.each<[string, Partial<RuleSource>, object]>([
    ['weight', { weight: 9 }, { weight: { old: 1, new: 9 } }],
    ['severity', { severity: 'major' }, { severity: { old: 'minor', new: 'major' } }],
    ['remedy', { remedy: { vi: 'Khác', en: 'Other' } }, {}],
    ['basis', { basis: [{ source: 'practice' }] }, {}],
    ['effort', { effort: 'high' }, {}],
  ])('says that the %s changes', (part, change, told) => {
    const now = changed('improvement-shown', (rule) => ({ ...rule, ...change }))
    expect(textChanges(old, now).changed).toEqual([{ rule: 'improvement-shown', parts: [part], ...told }])
  })

  it('says which parameter changes, is new or gone, from which day on', () => {
    const now = changed('internal-audit-yearly', (rule) => ({
      ...rule,
      versions: rule.versions.map((version) => ({ ...version, params: { months: 18, years: 1 } })),
    }))
    expect(textChanges(old, now).changed[0]?.params).toEqual([
      { from: '2014-05-18', name: 'foundingMonths', old: 12, new: null },
      { from: '2014-05-18', name: 'yearCounting', old: 'calendar', new: null },
      { from: '2014-05-18', name: 'months', old: 12, new: 18 },
      { from: '2014-05-18', name: 'years', old: null, new: 1 },
    ])
  })

  it('names entries of registers and profiles', () => {
    const now = {
      ...old,
      grades: old.grades.map((grade) => (grade.id === 'tot' ? { ...grade, atLeast: 70 } : grade)),
      holidays: { ...old.holidays, fixed: old.holidays.fixed.slice(1) },
      profiles: old.profiles.filter(({ id }) => id !== 'hcmc-2018'),
    }
    const holiday = `holidays/${old.holidays.fixed[0]?.monthDay}`
    expect(textChanges(old, now).registers).toEqual(['grades/tot', 'profiles/hcmc-2018', holiday])
  })
})

describe('a bundle under two rule sets', () => {
  it('comes out alike under a renamed rule', async () => {
    expect(await preview(renamed)).toMatchObject({ change: { changes: [], rules: [] } })
  })

  it('tells a rule that is judged no more', async () => {
    const { change } = (await preview(without)) as { change: { rules: unknown[] } }
    expect(change.rules).toMatchObject([{ rule: 'improvement-shown', old: { outcome: 'pass', weight: 1 }, new: null }])
  })

  it('tells that its status changes, where rules that are not met are essential no more', async () => {
    const mild = { ...old, rules: old.rules.map((rule): RuleSource => ({ ...rule, severity: 'minor' })) }
    const told = await preview(mild, 'commune-behind')
    if (!('change' in told)) return expect.unreachable()
    expect(told.change.old.status).not.toBe(told.change.new.status)
    expect(told.change.changes).toContain('status')
  })

  it('is told when it is refused', async () => {
    expect(await preview(renamed, 'refused-typing-errors')).toMatchObject({ refusal: { code: 'manifest-invalid' } })
  })
})

describe('of the rules of two sets', () => {
  const asOf = '2026-11-01'
  const changedRule = changed('improvement-shown', (rule) => ({ ...rule, severity: 'major', weight: rule.weight + 1 }))

  async function judged(now: RuleSet, isKnown: boolean) {
    const source = bytesInMemory((await buildSample('department-complete')).zip)
    const options = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now(), ruleSet: loaded }
    const dossier = await readDossier(source, options)
    const by = { old: loaded, new: built(now), profileId: 'national', asOf, engine: ENGINE }
    const before = isKnown ? await judgeDay({ dossier, ruleSet: loaded, ...by }) : undefined
    const asked: string[] = []
    // Each is told of twice: before it is decided, and when it is answered.
    await previewDossier(dossier, by, before, (rule) => rule !== undefined && asked.push(rule))
    return [...new Set(asked)].map((rule) => [rule, asked.filter((one) => one === rule).length / 2])
  }
  const all = loaded.rules.map(({ source }) => source.id)

  it('those that are written alike are judged once', async () => {
    const twice = (await judged(changedRule, false)).filter(([, times]) => times === 2)
    expect(twice).toEqual([['improvement-shown', 2]])
    expect(await judged(changedRule, false)).toHaveLength(all.length)
  })

  it('only those that changed are judged, where it is known how the dossier stands', async () => {
    expect(await judged(changedRule, true)).toEqual([['improvement-shown', 1]])
    expect(await judged(old, true)).toEqual([])
  })

  it('all are judged again where a register differs that they rest on', async () => {
    const holidays = { ...old.holidays, fixed: old.holidays.fixed.slice(1) }
    expect(await judged({ ...old, holidays }, true)).toHaveLength(all.length)
  })
})
