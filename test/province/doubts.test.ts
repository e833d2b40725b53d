import { expect, test } from 'vitest'
import type { Member } from '../../src/dossier/agency.ts'
import { prescreenOf } from '../../src/province/draw-up.ts'
import type { Figures, ScreenedFile } from '../../src/province/screened-figures.ts'
import { type CohortInput, copying, matchBundles } from '../../src/province/submissions.ts'
import { bundle, cohort, member } from './made.ts'

/** An agency of which nothing is to be asked. */
const FIGURES: Figures = {
  ownList: true,
  ...{ listed: 100, internal: 0, ended: 0 },
  ...{ procedures: 100, fields: 5, mostShared: 10 },
  ...{ units: 9, staff: 60 },
  scopeChangedOn: [],
  hasNoWebsite: false,
  recordsAlike: 0,
  reportsAlike: [],
}

const OURS = member('H61.1')

/** What the authority is told of one agency with these figures, and of the values in it. */
function told(figures: Partial<Figures>, more: Partial<CohortInput> = {}, of: Member = OURS) {
  const input = cohort([of], [bundle(of, { figures: { ...FIGURES, ...figures } })], more)
  return prescreenOf(input).agencies[0]?.notices.map(({ id, values }) => [id, values])
}

test.each([
  ['a fifth of the list is internal', { internal: 20 }, []],
  ['a fifth is internal or ended', { internal: 12, ended: 8 }, []],
  ['more than a fifth is internal', { internal: 21 }, [['listLeavesOut', { procedures: 100, internal: 21, ended: 0 }]]],
  ['more than a fifth is ended', { ended: 21 }, [['listLeavesOut', { procedures: 100, internal: 0, ended: 21 }]]],
  [
    'more than a fifth is internal or ended',
    { internal: 11, ended: 10 },
    [['listLeavesOut', { procedures: 100, internal: 11, ended: 10 }]],
  ],
  ['the list is the authority’s own', { internal: 90, ownList: false }, []],
])('%s', (_, figures, notices) => {
  expect(told(figures)).toEqual(notices)
})

/** Last year's pre-screening, in which the agency had these figures. */
const before = (figures: Partial<Figures>): Partial<CohortInput> => ({
  previous: prescreenOf(cohort([OURS], [bundle(OURS)], { year: 2025, asOf: '2025-05-05' })),
  earlier: [
    {
      agency: { code: OURS.code, name: OURS.name, block: OURS.block, province: 'H61', duty: 'obliged' },
      files: [],
      figures: { ...FIGURES, ...figures },
    },
  ],
})

test.each([
  ['units fell by a third', { units: 6 }, []],
  ['units fell by more than a third', { units: 5 }, [['figureFell', { figure: 'units', before: 9, now: 5 }]]],
  ['staff fell by more than a third', { staff: 39 }, [['figureFell', { figure: 'staff', before: 60, now: 39 }]]],
  [
    'procedures fell by more than a third',
    { procedures: 66 },
    [['figureFell', { figure: 'procedures', before: 100, now: 66 }]],
  ],
  ['they grew', { units: 20, staff: 200, procedures: 400 }, []],
  ['the agency says nothing of its staff', { staff: null }, []],
  ['a change of scope was told since', { units: 2, scopeChangedOn: ['2025-05-06'] }, []],
  [
    'a change of scope was told before that',
    { units: 2, scopeChangedOn: ['2025-05-05'] },
    [['figureFell', { figure: 'units', before: 9, now: 2 }]],
  ],
  [
    'a change of scope is said to come',
    { units: 2, scopeChangedOn: ['2026-05-05'] },
    [['figureFell', { figure: 'units', before: 9, now: 2 }]],
  ],
])('against last year: %s', (_, figures, notices) => {
  expect(told(figures, before({}))).toEqual(notices)
})

test('the register tells of a change too, and without last year nothing fell', () => {
  expect(told({ units: 2 }, before({}), { ...OURS, changedOn: '2025-07-01' })).toEqual([])
  expect(told({ units: 2 })).toEqual([])
})

test.each([
  [4, 49, []],
  [5, 50, []],
  [5, 49, [['listShort', { procedures: 49, median: 100 }]]],
])('of %i lists of a block one has %i procedures', (lists, listed, notices) => {
  const members = Array.from({ length: lists }, (_, at) => member(`H61.${at}`))
  const submissions = members.map((one, at) =>
    bundle(one, { figures: { ...FIGURES, listed: at === 0 ? listed : 100, procedures: 100 } }),
  )
  // Communes have lists of another length, and say nothing of a department's.
  const commune = member('H61.100', 'commune')
  submissions.push(bundle(commune, { figures: { ...FIGURES, listed: 400 } }))
  const { agencies } = prescreenOf(cohort([...members, commune], submissions))
  expect(agencies.map(({ notices: all }) => all.map(({ id, values }) => [id, values]))).toEqual([
    notices,
    ...Array.from({ length: lists }, () => []),
  ])
})

test('a department states that it has no website; of a commune that is nothing to ask', () => {
  expect(told({ hasNoWebsite: true })).toEqual([['noWebsite', {}]])
  expect(told({ hasNoWebsite: true }, {}, member('H61.2', 'commune'))).toEqual([])
})

test.each([
  ['half of the procedures share a process', { mostShared: 50 }, []],
  ['more than half do', { mostShared: 51 }, ['oneProcessForMany']],
  ['more than half do, of one field', { mostShared: 51, fields: 1 }, []],
  ['nine procedures share one', { procedures: 9, mostShared: 9 }, []],
  ['records have the same days', { recordsAlike: 5 }, ['recordsAlike']],
  ['reports have the same words', { reportsAlike: ['a.pdf', 'b.pdf'] }, ['reportsAlike']],
])('%s', (_, figures, ids) => {
  expect(told(figures)?.map(([id]) => id)).toEqual(ids)
})

const paper = (path: string, more: Partial<ScreenedFile>): ScreenedFile => ({
  ...{ path, sha256: path.padEnd(64, '0').replaceAll(/[^0-9a-f]/g, '1'), yearly: false },
  ...more,
})

test.each([
  ['text', { textHash: 'a'.repeat(64) }, { textHash: 'b'.repeat(64) }],
  ['drawn pages', { drawnHash: 'a'.repeat(64) }, { drawnHash: 'b'.repeat(64) }],
])('two agencies whose papers have the same %s, other bytes', (_, same, other) => {
  const [a, b] = [member('H61.1'), member('H61.2')]
  const problems = (one: Partial<ScreenedFile>, two: Partial<ScreenedFile>) =>
    prescreenOf(
      cohort([a, b], [bundle(a, { files: [paper('a.pdf', one)] }), bundle(b, { files: [paper('b.pdf', two)] })]),
    ).problems
  expect(problems(same, same)).toEqual([{ kind: 'copied', codes: ['H61.1', 'H61.2'], file: 'a.pdf' }])
  expect(problems(same, other)).toEqual([])
})

test('lists of nothing and of agencies that were merged are no measure of a short one', () => {
  const listed = (lengths: readonly number[], more: Partial<Member> = {}) => {
    const members = lengths.map((_, at) => member(`H61.${at}`, 'department', at === lengths.length - 1 ? more : {}))
    const bundles = members.map((one, at) =>
      bundle(one, { figures: { ...FIGURES, listed: lengths[at] ?? 0, internal: 0, ended: 0 } }),
    )
    return prescreenOf(cohort(members, bundles)).agencies.flatMap(({ code, notices }) =>
      notices.some(({ id }) => id === 'listShort') ? [code] : [],
    )
  }
  expect(listed([40, 100, 100, 100, 100])).toEqual(['H61.0'])
  expect(listed([40, 100, 100, 100, 0])).toEqual([])
  const gone = { mergedInto: 'H61.1', changedOn: '2026-01-05' }
  expect(listed([40, 100, 100, 100, 100], gone)).toEqual([])
})

test('a paper of four agencies is rather the province’s own, unless it is of the year’s work of one of them', () => {
  const members = Array.from({ length: 4 }, (_, at) => member(`H61.${at}`))
  const copiedBy = (yearly: (at: number) => boolean, count = members.length) =>
    [
      ...copying(
        cohort(
          members,
          members
            .slice(0, count)
            .map((one, at) => bundle(one, { files: [{ path: 'a.pdf', sha256: 'f'.repeat(64), yearly: yearly(at) }] })),
        ),
      ),
    ].sort()
  const codes = members.map(({ code }) => code)
  expect(copiedBy(() => false)).toEqual([])
  expect(copiedBy(() => false, 3)).toEqual(codes.slice(0, 3))
  for (const own of [0, 3]) expect(copiedBy((at) => at === own)).toEqual(codes)
})

test('of two bundles of an agency the first by name counts, in whatever order they come; the other is told', () => {
  const one = member('H61.1')
  for (const files of [
    ['a.zip', 'b.zip'],
    ['b.zip', 'a.zip'],
  ]) {
    const { byCode, problems } = matchBundles(
      cohort(
        [one],
        files.map((file) => ({ ...bundle(one), file })),
      ),
    )
    expect(byCode.get('H61.1')?.file).toBe('a.zip')
    expect(problems).toEqual([{ kind: 'duplicateBundle', codes: ['H61.1'], file: 'b.zip' }])
  }
})
