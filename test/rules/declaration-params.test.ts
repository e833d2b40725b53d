import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { setAt } from '../../src/core/json.ts'
import type { LoadedRuleSet } from '../../src/rules/load.ts'
import type { Profile } from '../../src/rules/rule-set.ts'
import { judge } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

const REDECLARED = 'redeclared-after-scope-change'
const base: unknown = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))

/** The shipped rules with one more profile, which overrides parameters of one rule or accepts an edition. */
function withProfile(profile: Pick<Profile, 'overrides' | 'editions'>): LoadedRuleSet {
  const own: Profile = { id: 'trial', title: { vi: 'Thử', en: 'Trial' }, ...profile }
  return { ...loaded, source: { ...loaded.source, profiles: [own] } }
}

const why = { reason: { vi: 'Thử', en: 'Trial' }, decision: '1/QĐ-UBND' }
const params = (values: Record<string, number | boolean>) =>
  withProfile({ overrides: [{ rule: REDECLARED, params: values, ...why }] })

async function finding(rule: string, ruleSet: LoadedRuleSet, changes: Record<string, unknown>, asOf: string) {
  const manifest = Object.entries(changes).reduce((value, [pointer, to]) => setAt(value, pointer, to), base)
  const dossier = testDossier(manifest)
  const { verdict } = await judge({ dossier, ruleSet, profileId: 'trial', engine: ENGINE, asOf })
  return verdict.findings.find((one) => one.rule === rule)
}

describe('a local profile says how changes of scope are to be declared again', () => {
  const ended = { '/catalogue/procedures/0/effectiveTo': '2026-07-14' }
  const widened = { '/scopeEvents': [{ on: '2026-07-14', kind: 'widened' }] }

  it('repealNarrows: a repealed procedure still declared is a narrowing, and for a person when it is overdue', async () => {
    const narrows = params({ repealNarrows: true })
    expect(await finding(REDECLARED, narrows, ended, '2026-10-14')).toMatchObject({ outcome: 'notYetDue' })
    expect(await finding(REDECLARED, narrows, ended, '2026-10-15')).toMatchObject({ outcome: 'needsReview' })
  })

  it('repealNarrows does not touch what the Decision does not name', async () => {
    const merged = { '/scopeEvents': [{ on: '2025-07-01', kind: 'merged' }] }
    expect(await finding(REDECLARED, params({ repealNarrows: true }), merged, '2026-11-01')).toMatchObject({
      outcome: 'needsReview',
    })
  })

  it('redeclareMonths: one month, the last day and the day after', async () => {
    const month = params({ redeclareMonths: 1 })
    expect(await finding(REDECLARED, month, widened, '2026-08-14')).toMatchObject({
      outcome: 'notYetDue',
      dueOn: '2026-08-14',
    })
    expect(await finding(REDECLARED, month, widened, '2026-08-15')).toMatchObject({ outcome: 'needsReview' })
  })

  it("redeclareAtMost: by the province's own decision a change fails, the day after its last day", async () => {
    const month = params({ redeclareAtMost: 1 })
    const on = (asOf: string) => finding(REDECLARED, month, widened, asOf)
    expect(await on('2026-08-14')).toMatchObject({ outcome: 'notYetDue', dueOn: '2026-08-14' })
    expect(await on('2026-08-15')).toMatchObject({ outcome: 'fail' })
  })
})

describe('a local profile accepts an old edition for a while', () => {
  const RULE = 'declaration-edition-accepted'
  const old = { '/declarations/0/standard': 'TCVN ISO 9001:2008', '/declarations/0/signedOn': '2017-05-10' }
  const accepts = (from: string, to: string) =>
    withProfile({ editions: [{ edition: '9001:2008', accepted: true, from, to, ...why }] })

  it('that begins the day the national acceptance ends: it holds through without a break', async () => {
    const found = await finding(RULE, accepts('2021-06-30', '2022-01-01'), old, '2021-05-03')
    expect(found).toMatchObject({ outcome: 'pass', holdsUntil: '2021-12-31' })
  })

  it('that begins a day later: there is a break', async () => {
    const found = await finding(RULE, accepts('2021-07-01', '2022-01-01'), old, '2021-05-03')
    expect(found).toMatchObject({ outcome: 'pass', holdsUntil: '2021-06-29' })
    expect(await finding(RULE, accepts('2021-07-01', '2022-01-01'), old, '2021-06-30')).toMatchObject({
      outcome: 'fail',
    })
  })
})
