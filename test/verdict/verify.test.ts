import { describe, expect, it } from 'vitest'
import { readExceptions } from '../../src/rules/exceptions.ts'
import type { LoadedRuleSet } from '../../src/rules/load.ts'
import { ruleSetHash } from '../../src/rules/rule-set.ts'
import { loaded } from '../support/loaded.ts'
import { forged, sampleSource, verdictOf, verify } from './judged.ts'

const verdict = await verdictOf()

/** The same rules under another title: another hash, the same judgements. */
function retitled(): LoadedRuleSet {
  const source = { ...loaded.source, title: { vi: 'Khác', en: 'Other' } }
  return { ...loaded, source, sha256: ruleSetHash(source) }
}

const csv = 'Mã TTHC,Tên thủ tục hành chính\n1.001234,Cấp bản sao\n'
const catalogue = { bytes: Buffer.from(csv), name: 'danh-muc.csv' }
const exceptionsText = `exceptions:
  - { rule: staff-trained, agency: ${verdict.agency.code}, reason: disaster, approver: Chủ tịch, lastDay: 2026-12-31 }
`
const exceptionsOf = async ({ source }: LoadedRuleSet) => ({
  sha256: 'a'.repeat(64),
  ...readExceptions('exceptions.yaml', exceptionsText, source),
})

describe('judging again', () => {
  it('brings the same verdict', async () => {
    const { result, ids, differences } = await verify(verdict)
    expect([result, ids, differences]).toEqual(['same', ['intact', 'same'], []])
  })

  it.each(['hcmc-2021', 'national-rolling'])('brings the same verdict under the profile %s', async (profileId) => {
    const local = await verdictOf({ judge: { ruleSet: loaded, profileId, engine: verdict.engine } })
    expect((await verify(local)).result).toBe('same')
  })

  it('by another engine is the same, and told', async () => {
    const { result, ids } = await verify(verdict, { engine: { name: 'qms-verdict', version: '99.0.0' } })
    expect([result, ids]).toEqual(['same', ['intact', 'engineOther', 'same']])
  })

  it('tells where a forged verdict differs', async () => {
    const { result, ids, differences } = await verify(forged(verdict, { status: 'notMet', grade: null }))
    expect([result, ids]).toEqual(['differs', ['intact', 'differs']])
    expect(differences).toEqual([
      { pointer: '/status', stated: 'notMet', found: verdict.status },
      { pointer: '/grade', stated: null, found: verdict.grade },
    ])
  })

  it('tells a day that was forged', async () => {
    const { result, differences } = await verify(forged(verdict, { asOf: '2014-05-17' }))
    expect(result).toBe('differs')
    expect(differences.map(({ pointer }) => pointer)).toContain('/findings/0/outcome')
  })

  it('tells another bundle', async () => {
    const { result, ids } = await verify(verdict, { source: await sampleSource('commune-behind') })
    expect([result, ids]).toEqual(['differs', ['intact', 'bundleOther', 'differs']])
  })

  it('tells a bundle that is refused', async () => {
    const { result, ids } = await verify(verdict, { source: await sampleSource('refused-typing-errors') })
    expect([result, ids]).toEqual(['differs', ['intact', 'bundleOther', 'refused']])
  })
})

describe('a fault of ours while judging again', () => {
  it('is told beside what differs', async () => {
    const crash = () => {
      throw new Error('a crash')
    }
    const rules = loaded.rules.map((rule) =>
      rule.source.id === 'staff-trained'
        ? { ...rule, versions: rule.versions.map((version) => ({ ...version, answer: crash })) }
        : rule,
    )
    const { result, ids, differences } = await verify(verdict, { ruleSet: async () => ({ ...loaded, rules }) })
    expect([result, ids]).toEqual(['differs', ['intact', 'faults', 'differs']])
    expect(differences.map(({ pointer }) => pointer)).toContain('/status')
  })
})

describe('inputs that the verdict names', () => {
  it('shipped rules that are others', async () => {
    const { result, ids } = await verify(verdict, { ruleSet: async () => retitled() })
    expect([result, ids]).toEqual(['differs', ['intact', 'ruleSetMissing']])
  })

  it('given rules that are others', async () => {
    const { result, ids } = await verify(verdict, { ruleSet: async () => retitled(), shipped: false })
    expect([result, ids]).toEqual(['differs', ['intact', 'ruleSetOther']])
  })

  it('the rules of the day, given', async () => {
    const old = await verdictOf({ judge: { ruleSet: retitled(), profileId: 'national', engine: verdict.engine } })
    expect((await verify(old)).ids).toEqual(['intact', 'ruleSetMissing'])
    expect((await verify(old, { ruleSet: async () => retitled(), shipped: false })).result).toBe('same')
  })

  it('a profile that the rules do not have', async () => {
    const other = forged(verdict, { profile: { ...verdict.profile, id: 'atlantis' } })
    expect((await verify(other)).ids).toEqual(['intact', 'profileMissing'])
  })

  it('a profile of another content', async () => {
    const other = forged(verdict, { profile: { ...verdict.profile, sha256: 'b'.repeat(64) } })
    expect((await verify(other)).differences.map(({ pointer }) => pointer)).toEqual(['/profile/sha256'])
  })

  it("the authority's catalogue: the one, none, another, one too many", async () => {
    const judged = await verdictOf({ catalogue })
    const other = { bytes: Buffer.from(`${csv}1.005678,Cấp lại\n`), name: 'danh-muc.csv' }
    expect(judged.catalogue.source).toBe('authority')
    expect((await verify(judged, { catalogue })).result).toBe('same')
    expect((await verify(judged)).ids).toEqual(['intact', 'catalogueMissing'])
    expect((await verify(judged, { catalogue: other })).ids).toEqual(['intact', 'catalogueOther'])
    expect((await verify(verdict, { catalogue })).ids).toEqual(['intact', 'catalogueOther'])
  })

  it("the agency's own catalogue comes with the bundle", async () => {
    const source = await sampleSource('commune-behind')
    const judged = await verdictOf({ source })
    expect(judged.catalogue).toMatchObject({ source: 'agency', sha256: expect.any(String) })
    expect((await verify(judged, { source })).result).toBe('same')
  })

  it('exceptions: those, none, others, some too many', async () => {
    const exceptions = await exceptionsOf(loaded)
    const judged = await verdictOf({
      judge: { ruleSet: loaded, profileId: 'national', engine: verdict.engine, exceptions },
    })
    const others = async (rules: LoadedRuleSet) => ({ ...(await exceptionsOf(rules)), sha256: 'c'.repeat(64) })
    expect(judged.exceptions.applied).toHaveLength(1)
    expect((await verify(judged, { exceptions: exceptionsOf })).result).toBe('same')
    expect((await verify(judged)).ids).toEqual(['intact', 'exceptionsMissing'])
    expect((await verify(judged, { exceptions: others })).ids).toEqual(['intact', 'exceptionsOther'])
    expect((await verify(verdict, { exceptions: exceptionsOf })).ids).toEqual(['intact', 'exceptionsOther'])
  })

  it('tells all of them at once', async () => {
    const exceptions = await exceptionsOf(loaded)
    const judge = { ruleSet: retitled(), profileId: 'national', engine: verdict.engine, exceptions }
    const judged = await verdictOf({ catalogue, judge })
    expect((await verify(judged)).ids).toEqual(['intact', 'ruleSetMissing', 'catalogueMissing', 'exceptionsMissing'])
  })
})

describe('what is said', () => {
  it('stands in both languages, and neither is the other', async () => {
    const said = [
      ...(await verify(verdict, { source: await sampleSource('refused-typing-errors') })).statements,
      ...(await verify('x')).statements,
    ]
    for (const { text } of said) expect(text.vi).not.toBe(text.en)
  })
})
