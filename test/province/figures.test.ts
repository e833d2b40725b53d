import { expect, test } from 'vitest'
import { prescreenOf } from '../../src/province/draw-up.ts'
import { changeOf } from '../../src/province/lines.ts'
import { type Prescreen, prescreen } from '../../src/province/prescreen.ts'
import type { Screening } from '../../src/province/screening.ts'
import { copying } from '../../src/province/submissions.ts'
import type { Profile } from '../../src/rules/rule-set.ts'
import { bundle, cohort, member, RULES } from './made.ts'

const of = (document: Prescreen, code: string) => document.agencies.find((one) => one.code === code)

test('figures of a block: total, handed in, declared, declared again, share, statuses, grades', () => {
  const agencies = [1, 2, 3, 4].map((at) => member(`H61.${at}`))
  const [a, b, c] = agencies as [(typeof agencies)[0], (typeof agencies)[0], (typeof agencies)[0]]
  const document = prescreenOf(
    cohort(agencies, [
      bundle(a, {
        declaration: { again: true, firstOn: null, edition: null, signedOn: null },
        missing: ['risks-addressed'],
      }),
      bundle(b, { failing: ['scope-stated'], missing: ['risks-addressed'], advised: ['scope-stated'] }),
      bundle(c, { declaration: null, status: 'notMet', grade: null, failing: ['declaration-in-force'] }),
    ]),
  )
  expect(document.blocks).toEqual([
    {
      block: 'department',
      total: 4,
      submitted: 3,
      declared: 2,
      declaredAgain: 1,
      share: 0.5,
      statuses: { met: 2, insufficientEvidence: 0, notMet: 1, undetermined: 0, notApplicable: 0 },
      grades: { 'xuat-sac': 0, tot: 2, kha: 0, 'trung-binh': 0 },
    },
  ])
  expect(document.shortfalls).toEqual([
    { rule: 'risks-addressed', agencies: 2 },
    { rule: 'declaration-in-force', agencies: 1 },
    { rule: 'scope-stated', agencies: 1, advised: 1 },
  ])
  expect(prescreen.parse(document)).toEqual(document)
})

test('a merged agency is listed, and in no total', () => {
  const agencies = [
    member('H61.1', 'commune'),
    member('H61.2', 'commune', { mergedInto: 'H61.1', changedOn: '2026-05-04' }),
  ]
  const on = (asOf: string) => prescreenOf(cohort(agencies, [], { asOf }))
  expect(on('2026-05-03').blocks[0]?.total).toBe(2)
  expect(on('2026-05-04').blocks[0]?.total).toBe(1)
  expect(of(on('2026-05-04'), 'H61.2')?.duty).toBe('ended')
})

test('what is not in order: no bundle, no such agency, two bundles, a refusal', () => {
  const agencies = [member('H61.1'), member('H61.2', 'department', { renamedFrom: 'H61.02' })]
  const one = bundle(member('H61.1'), { assessmentYear: 2025 })
  const { problems, agencies: listed } = prescreenOf(
    cohort(agencies, [
      { ...one, file: 'a.zip' },
      { ...bundle(member('H61.1'), { sha256: 'b'.repeat(64) }), file: 'b.zip' },
      { ...bundle(member('H99.9')), file: 'c.zip' },
      { file: 'd.zip', refused: 'not-a-zip' },
    ]),
  )
  expect(problems).toEqual([
    { kind: 'noBundle', codes: ['H61.2'] },
    { kind: 'unknownAgency', codes: ['H99.9'], file: 'c.zip' },
    { kind: 'duplicateBundle', codes: ['H61.1'], file: 'a.zip' },
    { kind: 'refused', codes: [], file: 'd.zip' },
  ])
  expect(listed.map(({ bundle: found }) => found?.name)).toEqual(['b.zip', undefined])
  const renamed = prescreenOf(cohort(agencies, [{ ...bundle(member('H61.02')), file: 'e.zip' }]))
  expect(of(renamed, 'H61.2')?.bundle?.name).toBe('e.zip')
})

test('who joined, left and was renamed is neither better nor worse', () => {
  const [a, b] = [member('H61.1'), member('H61.2')]
  const previous = prescreenOf(cohort([a, b], [bundle(a), bundle(b)], { year: 2025, asOf: '2025-05-04' }))
  const now = [member('H61.3'), member('H61.22', 'department', { renamedFrom: b.name })]
  const document = prescreenOf(
    cohort(
      now,
      now.map((one) => bundle(one)),
      { previous },
    ),
  )
  expect(document.agencies.map(({ code, change }) => [code, change])).toEqual([
    ['H61.3', 'new'],
    ['H61.22', 'same'],
    ['H61.1', 'left'],
  ])
  expect(document.blocks[0]?.total).toBe(2)
  const after = prescreenOf(cohort(now, [], { previous: document }))
  expect(after.agencies.map(({ change }) => change)).toEqual([null, null])
})

type Standing = Pick<Screening, 'status' | 'score'>
const at = (status: Standing['status'], low: number): Standing => ({ status, score: { low, high: 100 } })
test.each([
  [at('met', 70), at('met', 70.1), 'better'],
  [at('met', 70), at('met', 70), 'same'],
  [at('met', 70), at('met', 69.9), 'worse'],
  [at('met', 70), at('notMet', 99), 'worse'],
  [at('notMet', 70), at('insufficientEvidence', 10), 'better'],
  [at('undetermined', 0), at('met', 70), null],
  [at('met', 70), at('notApplicable', 0), null],
  [at('undetermined', 0), at('undetermined', 0), null],
])('from %o to %o', (before, now, change) => {
  const agency = {
    ...member('H61.1'),
    duty: 'obliged',
    grade: null,
    validUntil: null,
    bundle: null,
    change: null,
  } as const
  expect(changeOf(now, { ...agency, blocking: [], missing: [], backed: null, notices: [], ...before })).toBe(change)
})

const hash = (letter: string) => letter.repeat(64)
const file = (letter: string, yearly = false) => ({ path: `${letter}.pdf`, sha256: hash(letter), yearly })

test('the same bytes in two bundles, or in those of last year', () => {
  const [a, b, c] = [member('H61.1'), member('H61.2'), member('H61.3')]
  const submissions = [
    bundle(a, { files: [file('a'), file('b'), file('c', true), file('d')] }),
    bundle(b, { files: [file('a'), { ...file('e'), path: 'cua-nam-truoc.pdf' }], sha256: hash('9') }),
    bundle(c),
  ]
  const earlier = [
    { agency: bundleAgency(a), files: [file('b'), file('c', true)], figures: null },
    { agency: bundleAgency(c), files: [file('e')], figures: null },
  ]
  const last = prescreenOf(cohort([b], [bundle(b, { sha256: hash('9') })], { year: 2025, asOf: '2025-05-04' }))
  const { problems } = prescreenOf(cohort([a, b, c], submissions, { earlier, previous: last }))
  expect(problems).toEqual([
    { kind: 'copied', codes: ['H61.1', 'H61.2'], file: 'a.pdf' },
    { kind: 'copied', codes: ['H61.1'], file: 'c.pdf' },
    { kind: 'copied', codes: ['H61.2'], file: 'H61.2.zip' },
    { kind: 'copied', codes: ['H61.2', 'H61.3'], file: 'cua-nam-truoc.pdf' },
  ])
})

function bundleAgency(of: ReturnType<typeof member>): Screening['agency'] {
  const { code, name, block } = of
  return { code, name, block, province: 'H61', duty: 'obliged' }
}

const target = (more: object): Profile => ({
  id: 'thu',
  title: { vi: 'Thử', en: 'Trial' },
  targets: [
    {
      id: 'muc-tieu',
      label: { vi: 'Mục tiêu', en: 'Target' },
      measure: 'declaredShare',
      required: 0.9,
      strict: true,
      reason: { vi: 'x', en: 'x' },
      decision: 'x',
      ...more,
    },
  ],
})

test.each([
  [9, true, 0.9, false],
  [9, false, 0.9, true],
  [10, true, 1, true],
])('%i of 10 declared against 90 percent, strictly %s', (declared, strict, value, met) => {
  const agencies = Array.from({ length: 10 }, (_, n) => member(`H61.${n}`, 'commune'))
  const submissions = agencies.slice(0, declared).map((one) => bundle(one))
  const { targets } = prescreenOf(cohort(agencies, submissions, { profile: target({ strict }) }))
  expect(targets).toMatchObject([{ id: 'muc-tieu', value, required: 0.9, strict, met }])
})

test('each measure counts what it says', () => {
  const agencies = [member('H61.1'), member('H61.2'), member('H61.3', 'commune')]
  const submissions = [
    bundle(agencies[0] ?? member(''), {
      declaration: { again: false, firstOn: '2026-02-01', edition: '9001:2008', signedOn: '2026-02-01' },
    }),
    bundle(agencies[1] ?? member(''), { status: 'notMet', procedures: { total: 30, covered: 21, declared: 12 } }),
  ]
  const value = (more: object) =>
    prescreenOf(cohort(agencies, submissions, { profile: target(more) })).targets.map((one) => one.value)
  expect(value({ measure: 'declaredCount' })).toEqual([2])
  expect(value({ measure: 'declaredShare', blocks: ['commune'] })).toEqual([0])
  expect(value({ measure: 'metShare' })).toEqual([1 / 3])
  expect(value({ measure: 'coveredShare' })).toEqual([31 / 40])
  expect(value({ measure: 'declaredProceduresShare' })).toEqual([22 / 40])
  expect(value({ measure: 'editionDeclaredShare', edition: '9001:2015' })).toEqual([1 / 3])
  expect(value({ measure: 'editionDeclaredShare', by: '2026-01-31' })).toEqual([1 / 3])
  expect(value({ measure: 'editionDeclaredShare', by: '2026-02-01' })).toEqual([2 / 3])
  expect(value({ measure: 'newlyDeclaredCount', since: '2026-02-02' })).toEqual([0])
  expect(value({ measure: 'newlyDeclaredCount', since: '2026-02-01' })).toEqual([1])
  expect(value({ measure: 'newlyDeclaredCount', since: '2020-03-02' })).toEqual([2])
  expect(value({ measure: 'inspectedCount' })).toEqual([2])
  expect(value({ measure: 'newlyDeclaredCount' })).toEqual([1])
  expect(value({ measure: 'newlyDeclaredCount', from: '2020-03-02' })).toEqual([2])
  expect(value({ measure: 'onSiteCount', required: 2, strict: false })).toEqual([2])
  expect(value({ measure: 'dossierCount' })).toEqual([2])
  expect(value({ to: '2026-05-04' })).toEqual([])
})

test('the document names its rules and profile', () => {
  const { ruleSet, profile } = prescreenOf(cohort([member('H61.1')], []))
  expect(ruleSet.sha256).toBe(RULES.sha256)
  expect(profile.id).toBe('national')
})

test('a paper of a year’s work is another’s in any two bundles, any other only where hardly anybody has it', () => {
  const members = ['H61.1', 'H61.2', 'H61.3', 'H61.4', 'H61.5'].map((code) => member(code))
  const copiers = (of: (at: number) => ReturnType<typeof file>[]) =>
    [
      ...copying(
        cohort(
          members,
          members.map((one, at) => bundle(one, { files: of(at) })),
        ),
      ),
    ].sort()
  expect(copiers((at) => (at < 2 ? [file('a')] : []))).toEqual(['H61.1', 'H61.2'])
  expect(copiers((at) => (at < 4 ? [file('a')] : []))).toEqual([])
  expect(copiers((at) => (at < 4 ? [file('a', true)] : []))).toHaveLength(4)
})
