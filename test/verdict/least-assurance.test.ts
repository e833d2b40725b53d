import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { mergePatch } from '../../src/core/json.ts'
import { verdictText } from '../../src/render/text.ts'
import { checkProfile } from '../../src/rules/checks.ts'
import type { Profile } from '../../src/rules/rule-set.ts'
import { judge } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

const department = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
const FILE = 'cong-bo/88-QD-STP.pdf'
const RULE = 'declaration-in-force'
const AGREES = { [FILE]: { facts: { number: '88/QĐ-STP', date: '2024-04-02' } } }
const SCAN = { [FILE]: { text: 'scan' } }
const SIGNED = { [FILE]: { text: 'scan', signatures: [{}] } }

const reason = { vi: 'Chương trình của tỉnh yêu cầu đối chiếu.', en: 'The programme asks for it.' }
const demanding: Profile = {
  id: 'demanding',
  title: { vi: 'Thử', en: 'Test' },
  overrides: [{ rule: RULE, leastAssurance: 'corroborated', reason, decision: '1/QĐ-UBND', to: '2027-01-01' }],
}
const ruleSet = { ...loaded, source: { ...loaded.source, profiles: [...loaded.source.profiles, demanding] } }

async function verdictOf(readings: Record<string, Record<string, unknown>> | undefined, profileId = 'demanding') {
  const dossier = testDossier(department, readings && { readings })
  return (await judge({ dossier, ruleSet, profileId, engine: ENGINE, asOf: '2026-11-01' })).verdict
}

/** What a rule comes to where a profile demands that the text says it. */
async function demanded(rule: string, patch: object, asOf = '2026-11-01') {
  const overrides = [{ rule, leastAssurance: 'corroborated' as const, reason, decision: '1/QĐ-UBND' }]
  const source = { ...loaded.source, profiles: [...loaded.source.profiles, { ...demanding, overrides }] }
  const dossier = testDossier(mergePatch(department, patch))
  const { verdict } = await judge({
    dossier,
    ruleSet: { ...loaded, source },
    profileId: 'demanding',
    engine: ENGINE,
    asOf,
  })
  return verdict.findings.find((finding) => finding.rule === rule)
}

describe('under the floor', () => {
  it('items that pass with papers that say too little miss evidence, and are still counted', async () => {
    const finding = await demanded('procedures-all-covered', {})
    expect(finding).toMatchObject({ outcome: 'missingEvidence', message: 'assuranceTooLow' })
    expect(finding?.items?.passed).toBeGreaterThan(0)
    expect(finding?.items?.missing).toBe(0)
  })

  it('a duty that is in time for the sake of an earlier act misses the paper of that act', async () => {
    const [audit] = department.internalAudits
    const earlier = { internalAudits: [{ ...audit, from: '2025-03-03', to: '2025-03-05' }] }
    const finding = await demanded('internal-audit-yearly', earlier)
    expect(finding).toMatchObject({ outcome: 'missingEvidence', values: { leastAssurance: 'corroborated' } })
    expect(finding?.dueOn).toBeUndefined()
    expect(finding?.values.dueOn).toBeUndefined()
  })

  it('a duty that is in time with nothing done as yet is asked for no paper', async () => {
    const finding = await demanded('quality-objectives-measurable', { objectives: [] }, '2026-02-01')
    expect(finding).toMatchObject({ outcome: 'notYetDue', dueOn: '2026-03-31' })
  })

  it('an agency in its first year is in time with the paper too', async () => {
    const young = { agency: { establishedOn: '2026-03-02' }, declarations: [] }
    const finding = await demanded('internal-audit-yearly', young)
    expect(finding).toMatchObject({
      outcome: 'notYetDue',
      message: 'withinFounding',
      dueOn: '2027-03-02',
      credit: null,
    })
    expect(finding?.assurance).toBe('present')
    expect(finding).not.toHaveProperty('holdsUntil')
  })

  it('a failing stays a failing', async () => {
    expect(await demanded('internal-audit-yearly', { internalAudits: [] })).toMatchObject({ outcome: 'fail' })
  })
})

describe('a profile that demands corroboration', () => {
  it.each([
    ['the text agrees', AGREES, 'pass', 'corroborated'],
    ['a valid signature is more', SIGNED, 'pass', 'signed'],
    ['a scan is less', SCAN, 'missingEvidence', null],
    ['documents were not read', undefined, 'missingEvidence', null],
  ])('%s', async (_, readings, outcome, assurance) => {
    const finding = (await verdictOf(readings)).findings.find(({ rule }) => rule === RULE)
    expect(finding).toMatchObject({ outcome, assurance })
  })

  it('leaves others alone', async () => {
    expect((await verdictOf(SCAN, 'national')).findings.find(({ rule }) => rule === RULE)?.outcome).toBe('pass')
  })

  it('counts as missing evidence in status, score and papers, until the demand ends', async () => {
    const verdict = await verdictOf(SCAN)
    const met = await verdictOf(AGREES)
    const finding = verdict.findings.find(({ rule }) => rule === RULE)
    expect(verdict.status).toBe('insufficientEvidence')
    expect(verdict.score?.high).toBe(met.score?.high)
    expect(verdict.score?.low).toBeLessThan(met.score?.low ?? 0)
    expect(finding).toMatchObject({ message: 'assuranceTooLow', credit: { low: 0, high: 1 } })
    expect(finding?.values).toMatchObject({ assurance: 'present', leastAssurance: 'corroborated' })
    expect(verdict.papers.rules).toContain(RULE)
    expect(verdict.plan[0]?.rules.map(({ rule }) => rule)).toContain(RULE)
    const turn = { rule: RULE, from: 'missingEvidence', to: 'pass' }
    expect(verdict.timeline.find(({ on }) => on === '2027-01-01')?.turns).toContainEqual(turn)
  })

  it.each([
    ['vi', 'mức bằng chứng hiện có là “Có tài liệu kèm theo”', 'bản quét, không có lớp chữ'],
    ['en', 'no better than “Documents are enclosed”', 'a scan without text'],
  ] as const)('says what is there, what is demanded and why (%s)', async (lang, what, why) => {
    const text = verdictText(await verdictOf(SCAN), { ruleSet: ruleSet.source, lang, width: 5000 })
    expect(text).toContain(what)
    expect(text).toContain(why)
  })

  it('is an entry that changes something, for a rule that exists', () => {
    expect(checkProfile(demanding, loaded.source)).toEqual([])
    const overrides = [{ rule: 'no-such-rule', leastAssurance: 'signed' as const, reason, decision: '1/QĐ-UBND' }]
    expect(checkProfile({ ...demanding, overrides }, loaded.source)).toHaveLength(1)
  })
})
