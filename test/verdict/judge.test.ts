import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, digest, mergePatch } from '../../src/core/json.ts'
import { type Exceptions, readExceptions } from '../../src/rules/exceptions.ts'
import type { LoadedRuleSet } from '../../src/rules/load.ts'
import { type JudgeInput, judge } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { manifests } from '../support/random-dossier.ts'

const department = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
const AS_OF = '2026-11-01'

const judgeIt = (patch: object, more: Partial<JudgeInput> = {}) =>
  judge({
    dossier: testDossier(mergePatch(department, patch)),
    ruleSet: loaded,
    profileId: 'national',
    engine: ENGINE,
    asOf: AS_OF,
    ...more,
  })

describe('the same inputs give the same bytes', () => {
  it('whether judged alone or all at once', async () => {
    const dossiers = fc.sample(manifests, { numRuns: 10, seed: 3 }).map((manifest) => testDossier(manifest))
    const one = (dossier: JudgeInput['dossier']) =>
      judge({ dossier, ruleSet: loaded, profileId: 'national', engine: ENGINE, asOf: AS_OF })
    const alone: string[] = []
    for (const dossier of dossiers) alone.push(canonical((await one(dossier)).verdict))
    const together = await Promise.all(dossiers.map(one))
    expect(together.map(({ verdict }) => canonical(verdict))).toEqual(alone)
  })

  it('and the digest is that of all else', async () => {
    const { digest: stated, ...rest } = (await judgeIt({})).verdict
    expect(stated).toBe(digest(JSON.parse(JSON.stringify(rest))))
  })
})

it('has a finding for every rule, in rule-set order', async () => {
  const { verdict } = await judgeIt({})
  expect(verdict.findings.map(({ rule }) => rule)).toEqual(loaded.source.rules.map(({ id }) => id))
})

it('a complete department meets everything', async () => {
  const { verdict } = await judgeIt({})
  const open = verdict.findings.filter(({ outcome }) => !['pass', 'notApplicable', 'notYetDue'].includes(outcome))
  expect(open.map(({ rule, outcome }) => `${rule}: ${outcome}`)).toEqual([])
  expect(verdict).toMatchObject({ status: 'met', grade: 'tot', score: { low: 100, high: 100 } })
  expect(verdict.notices).toMatchObject([
    { id: 'gradeHeldUnread', kind: 'notice', values: { grade: 'xuat-sac' } },
    { id: 'ownCatalogue', kind: 'notice', values: { internal: 0 } },
    { id: 'climateNotNamed', kind: 'recommendation', rule: 'context-considered' },
  ])
})

it('the highest grade is reached once the papers were read', async () => {
  const { verdict } = await judgeIt({}, { dossier: testDossier(department, { readings: {} }) })
  expect(verdict).toMatchObject({ status: 'met', grade: 'xuat-sac' })
  expect(verdict.notices.filter(({ kind }) => kind === 'notice')).toMatchObject([{ id: 'ownCatalogue' }])
  expect(verdict.evidence?.backed).toBeGreaterThan(90)
})

describe('a rule that crashes', () => {
  const broken: LoadedRuleSet = {
    ...loaded,
    rules: loaded.rules.map((rule) => {
      if (rule.source.id !== 'improvement-shown') return rule
      const crash = () => {
        throw new Error('boom')
      }
      return { ...rule, versions: rule.versions.map((version) => ({ ...version, answer: crash })) }
    }),
  }

  it('is one error; the others go on; no grade is given', async () => {
    const { verdict, faults } = await judgeIt({}, { ruleSet: broken })
    expect(verdict.findings.filter(({ outcome }) => outcome === 'error').map(({ rule }) => rule)).toEqual([
      'improvement-shown',
    ])
    expect(verdict.findings).toHaveLength(loaded.rules.length)
    expect(verdict).toMatchObject({ status: 'undetermined', grade: null })
    expect(verdict.score).toEqual({ low: 100, high: 100 })
    expect(String(faults[0]?.fault)).toContain('boom')
    expect(JSON.stringify(verdict)).not.toContain('boom')
  })
})

describe('duty', () => {
  it.each([
    ['commune', { declarations: [] }, AS_OF, 'encouraged', 'notApplicable'],
    ['commune', {}, AS_OF, 'encouraged', 'met'],
    ['district', {}, '2025-06-30', 'obliged', 'notMet'],
    ['district', {}, '2025-07-01', 'ended', 'notApplicable'],
    ['vertical', {}, AS_OF, 'obliged', 'met'],
    ['management-board', { declarations: [] }, AS_OF, 'encouraged', 'notApplicable'],
  ])('%s %j on %s: %s, %s', async (block, patch, asOf, duty, status) => {
    const { verdict } = await judgeIt({ agency: { block }, ...patch }, { asOf })
    expect([verdict.agency.duty, verdict.status]).toEqual([duty, status])
    if (status === 'notApplicable') {
      expect(new Set(verdict.findings.map(({ outcome }) => outcome))).toEqual(new Set(['notApplicable']))
      expect(verdict).toMatchObject({ score: null, grade: null, plan: [], papers: { rules: [], score: null } })
    }
  })

  it('shows in the timeline the day on which a level ends', async () => {
    const { verdict } = await judgeIt({ agency: { block: 'district' } }, { asOf: '2025-06-01' })
    expect(verdict.timeline.at(-1)).toMatchObject({ on: '2025-07-01', status: 'notApplicable', score: null })
  })
})

describe('exceptions', () => {
  const entry = {
    rule: 'internal-audit-yearly',
    agency: '000.00.12.H61',
    reason: 'reorganisation',
    approver: 'Giám đốc Sở',
    lastDay: '2026-12-31',
  } as const
  const exceptions: Exceptions = { sha256: 'a'.repeat(64), entries: [entry], malformed: [] }
  const patch = { internalAudits: [] }

  it('leave the finding as it is and take the rule out of status, grade and score', async () => {
    const [without, withOne] = await Promise.all([judgeIt(patch), judgeIt(patch, { exceptions })])
    const finding = withOne.verdict.findings.find(({ rule }) => rule === entry.rule)
    expect(finding?.outcome).toBe('fail')
    expect(without.verdict.status).toBe('notMet')
    expect(withOne.verdict.exceptions).toMatchObject({
      sha256: exceptions.sha256,
      applied: [entry],
      lapsed: [],
      without: { status: 'notMet', grade: null, score: without.verdict.score },
    })
    expect(withOne.verdict.score?.low).toBeGreaterThan(without.verdict.score?.low ?? 100)
  })

  it('that are not as they must be say once each which keys are wrong', () => {
    const text =
      'exceptions:\n  - { rule: internal-audit-yearly, reason: x, agency: "", lastDay: 31/12/2026, because: y }\n'
    const { entries, malformed, unknown } = readExceptions('exceptions.yaml', text, loaded.source)
    expect([entries, unknown]).toEqual([[], []])
    expect(malformed).toMatchObject([
      { why: 'malformed', keys: ['agency', 'approver', 'because', 'lastDay', 'reason'] },
    ])
  })

  it('count through their last day, and the timeline shows when they lapse', async () => {
    const lastDay = await judgeIt(patch, { exceptions, asOf: '2026-12-31' })
    const after = await judgeIt(patch, { exceptions, asOf: '2027-01-01' })
    expect(lastDay.verdict.exceptions.applied).toEqual([entry])
    expect(after.verdict.exceptions).toMatchObject({ applied: [], lapsed: [{ entry, why: 'lapsed' }], without: null })
    expect(lastDay.verdict.timeline[0]?.on).toBe('2027-01-01')
    expect(after.verdict.score).toEqual(lastDay.verdict.timeline[0]?.score)
  })

  it('of another agency neither count nor are listed', async () => {
    const other = { ...exceptions, entries: [{ ...entry, agency: 'H61.13' }] }
    const { verdict } = await judgeIt(patch, { exceptions: other })
    expect(verdict.exceptions).toMatchObject({ applied: [], lapsed: [], without: null })
  })
})

describe('a bundle in which something is marked secret', () => {
  const patch = { improvements: [{ on: '2026-07-15', what: 'Cải tiến', file: 'tai-lieu/TỐI MẬT 05.pdf' }] }

  it.each(['department', 'commune', 'district'])('is set aside whatever the duty: %s', async (block) => {
    const { verdict } = await judgeIt({ agency: { block }, ...(block === 'commune' && { declarations: [] }), ...patch })
    expect(verdict).toMatchObject({
      status: 'undetermined',
      grade: null,
      score: null,
      validUntil: null,
      timeline: [],
      plan: [],
    })
    expect(verdict.findings.map(({ rule, outcome }) => [rule, outcome])).toEqual([['no-state-secrets', 'needsReview']])
    const others = loaded.source.rules.map(({ id }) => id).filter((id) => id !== 'no-state-secrets')
    expect(verdict.notEvaluated).toEqual(others.map((rule) => ({ rule, reason: 'quarantined' })))
  })
})

describe('rules that took too long', () => {
  it('are judged one by one to the same verdict, each told of before it is asked', async () => {
    const entered: (string | undefined)[] = []
    const together = await judgeIt({})
    const oneByOne = await judgeIt({}, { entering: (rule) => entered.push(rule) })
    expect(oneByOne.verdict.digest).toBe(together.verdict.digest)
    expect(new Set(entered)).toEqual(new Set([...loaded.rules.map(({ source }) => source.id), undefined]))
  })

  it('and are left out of the verdict as our error, which is undetermined then', async () => {
    const left = loaded.rules.find(({ source }) => source.severity === 'blocking')?.source.id ?? ''
    const { verdict, faults } = await judgeIt({}, { leftOut: new Set([left]) })
    const outcomes = new Map(verdict.findings.map(({ rule, outcome }) => [rule, outcome]))
    expect([verdict.status, outcomes.get(left)]).toEqual(['undetermined', 'error'])
    expect([...outcomes.values()].filter((outcome) => outcome === 'error').length).toBe(1)
    expect(faults).toEqual([{ rule: left, fault: expect.objectContaining({ name: 'RuleOverTime' }) }])
  })
})
