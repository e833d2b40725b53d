import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { mergePatch } from '../../src/core/json.ts'
import { judge } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

const department = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))

async function verdictOf(patch: object, profileId: string, asOf: string): Promise<Verdict> {
  const dossier = testDossier(mergePatch(department, patch))
  return (await judge({ dossier, ruleSet: loaded, profileId, engine: ENGINE, asOf })).verdict
}

const outcome = (verdict: Verdict, rule: string) => verdict.findings.find((one) => one.rule === rule)?.outcome

describe('hcmc-2021 requires the internal part of a declaration', () => {
  const [declaration] = department.declarations
  const patch = { declarations: [{ ...declaration, internalProcesses: false }] }

  it.each([
    ['hcmc-2021', '2025-06-30', 'fail'],
    ['hcmc-2021', '2025-07-01', 'pass'],
    ['national', '2025-06-30', 'pass'],
  ])('%s on %s: %s', async (profile, asOf, expected) => {
    expect(outcome(await verdictOf(patch, profile, asOf), 'declaration-scope-annexed')).toBe(expected)
  })

  it('shows the turn at the end of the programme in the timeline', async () => {
    const { timeline } = await verdictOf(patch, 'hcmc-2021', '2025-06-01')
    const turns = timeline.find(({ on }) => on === '2025-07-01')?.turns
    expect(turns).toContainEqual({ rule: 'declaration-scope-annexed', from: 'fail', to: 'pass' })
  })
})

describe('an-giang-2021 accepts both editions through 2021', () => {
  const [declaration] = department.declarations
  const patch = {
    declarations: [{ ...declaration, signedOn: '2017-03-01', standard: 'TCVN ISO 9001:2008', kind: 'first' }],
  }

  it.each([
    ['national', '2021-06-29', 'pass'],
    ['national', '2021-06-30', 'fail'],
    ['an-giang-2021', '2021-06-30', 'pass'],
    ['an-giang-2021', '2021-12-31', 'pass'],
    ['an-giang-2021', '2022-01-01', 'fail'],
  ])('%s on %s: %s', async (profile, asOf, expected) => {
    expect(outcome(await verdictOf(patch, profile, asOf), 'declaration-edition-accepted')).toBe(expected)
  })

  it('says through which day the edition is accepted', async () => {
    const { findings } = await verdictOf(patch, 'an-giang-2021', '2021-07-01')
    expect(findings.find((one) => one.rule === 'declaration-edition-accepted')?.holdsUntil).toBe('2021-12-31')
  })
})

describe('vinh-long-2022 obliges communes', () => {
  const commune = { agency: { block: 'commune' }, declarations: [] }

  it.each([
    ['national', '2022-12-01', 'encouraged', 'notApplicable'],
    ['vinh-long-2022', '2022-12-01', 'obligedByPlan', 'notMet'],
    ['vinh-long-2022', '2025-07-01', 'encouraged', 'notApplicable'],
  ])('%s on %s: %s, %s', async (profile, asOf, duty, status) => {
    const verdict = await verdictOf(commune, profile, asOf)
    expect([verdict.agency.duty, verdict.status]).toEqual([duty, status])
  })
})

describe('national-rolling counts twelve months', () => {
  const patch = { internalAudits: [{ from: '2025-03-10', report: 'danh-gia-noi-bo/2025-bao-cao.pdf' }] }

  it.each([
    ['national', 'notYetDue'],
    ['national-rolling', 'fail'],
  ])('%s: %s', async (profile, expected) => {
    expect(outcome(await verdictOf(patch, profile, '2026-11-01'), 'internal-audit-yearly')).toBe(expected)
  })
})

describe.each(['hcmc-2018', 'binh-thuan-2021-2025'])('%s', (profileId) => {
  it.each([{}, { internalAudits: [] }, { agency: { block: 'commune' }, declarations: [] }])(
    "judges as national does, but for the profile's id and hash",
    async (patch) => {
      const [local, national] = await Promise.all(
        ['national', profileId].map((id) => verdictOf(patch, id, '2022-03-01')),
      )
      const bare = ({ profile: _, digest: _d, ...rest }: Verdict) => rest
      expect(bare(local as Verdict)).toEqual(bare(national as Verdict))
      expect(local?.profile).not.toEqual(national?.profile)
    },
  )

  it('has its targets', () => {
    const targets = loaded.source.profiles.find((one) => one.id === profileId)?.targets
    expect(targets?.map(({ id, required, strict }) => ({ id, required, strict }))).toEqual(
      profileId === 'hcmc-2018'
        ? [{ id: 'inspected-2018', required: 30, strict: false }]
        : [
            { id: 'communes-complete-2025', required: 0.9, strict: true },
            { id: 'communes-added', required: 10, strict: false },
            { id: 'service-units', required: 0, strict: false },
          ],
    )
  })
})
