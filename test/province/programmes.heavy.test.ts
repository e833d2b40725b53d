import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cohortNames, readCohort, writeCohort } from '../../scripts/cohorts/cohort.ts'
import { comparedFigures } from '../../scripts/cohorts/figures.ts'
import { type Prescreen, prescreen } from '../../src/province/prescreen.ts'
import { commandLine } from '../cli/command-line.ts'

const TIMEOUT = 900_000
let folder: string
const documents = new Map<string, Prescreen>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-cohorts-'))
  for (const name of await cohortNames()) {
    const told = await readCohort(name)
    await writeCohort(told, join(folder, name))
    documents.set(name, await run(name, told.asOf))
  }
}, TIMEOUT)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function run(name: string, asOf: string, more: string[] = []): Promise<Prescreen> {
  const told = await readCohort(name)
  const year = asOf.slice(0, 4)
  const args = ['prescreen', 'bundles', '--register', 'register.csv', '--year', year, '--profile', told.profile]
  const options = ['--as-of', asOf, '--cache', join(folder, 'cache'), '--format', 'json', '--jobs', '1', ...more]
  const { status, stdout, stderr } = await commandLine.run([...args, ...options], join(folder, name))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return prescreen.parse(JSON.parse(stdout))
}

function document(name: string): Prescreen {
  const found = documents.get(name)
  if (found === undefined) throw new Error(`no cohort is called ${name}`)
  return found
}

const declaredOf = ({ blocks }: Prescreen) => Object.fromEntries(blocks.map(({ block, declared }) => [block, declared]))
const totalOf = ({ blocks }: Prescreen) => Object.fromEntries(blocks.map(({ block, total }) => [block, total]))
const targetsOf = ({ targets }: Prescreen) =>
  Object.fromEntries(targets.map(({ id, value, met }) => [id, [value, met]]))
const onSiteIn = ({ agencies, plan }: Prescreen, blocks: string[]) =>
  plan.onSite.filter(({ code }) => blocks.includes(agencies.find((one) => one.code === code)?.block ?? '')).length

test('Thành phố Hồ Chí Minh 2018: 56 = 19 + 24 + 8 + 3 + 2, and 307 of 322 communes; 30 visits', () => {
  const found = document('hcmc-2018')
  const { commune, ...others } = declaredOf(found)
  expect(others).toEqual({ department: 19, district: 24, 'sub-department': 8, 'management-board': 3, vertical: 2 })
  expect(Object.values(others).reduce((sum, one) => sum + one, 0)).toBe(56)
  expect([commune, totalOf(found).commune]).toEqual([307, 322])
  expect(found.blocks.find(({ block }) => block === 'commune')?.share).toBe(307 / 322)
  expect(targetsOf(found)['inspected-2018']?.[1]).toBe(true)
  expect(found.plan.quota).toMatchObject({ obliged: 51, required: 17 })
  expect(onSiteIn(found, ['vertical'])).toBe(0)
})

test('Thành phố Hồ Chí Minh 2021: one agency short of 100%', () => {
  expect(targetsOf(document('hcmc-2021'))['all-declared']).toEqual([52 / 53, false])
})

test('An Giang 2021: 197 by dossier, 66 on site = 14 obliged + 52 encouraged', () => {
  const found = document('an-giang-2021')
  expect(Object.values(totalOf(found)).reduce((sum, one) => sum + one, 0)).toBe(197)
  expect(targetsOf(found)).toEqual({
    'dossier-2021': [197, true],
    'on-site-provincial-2021': [10, true],
    'on-site-district-2021': [4, true],
    'on-site-encouraged-2021': [52, true],
  })
  expect(found.plan.quota).toEqual({ obliged: 41, required: 14, picked: 14 })
  expect(found.plan.onSite).toHaveLength(66)
  expect(onSiteIn(found, ['commune'])).toBe(52)
})

test(
  'Bình Thuận 2021–2025: 10 communes added, and more than 90%',
  async () => {
    const before = await run('binh-thuan-2021-2025', '2021-06-15')
    expect([declaredOf(before).commune, totalOf(before).commune]).toEqual([102, 124])
    expect(targetsOf(before)['communes-complete-2025']).toEqual([102 / 124, false])
    const file = join(folder, 'before.json')
    await writeFile(file, JSON.stringify(before))
    const after = await run('binh-thuan-2021-2025', '2025-05-30', ['--previous', file])
    expect(targetsOf(after)).toMatchObject({
      'communes-complete-2025': [112 / 124, true],
      'communes-added': [10, true],
    })
  },
  TIMEOUT,
)

test('Vĩnh Long 2022: 143 = 28 + 8 + 107, communes by the plan and in no third', () => {
  const found = document('vinh-long-2022')
  const { 'provincial-committee': committee, department, 'sub-department': sub, district, commune } = totalOf(found)
  expect([(committee ?? 0) + (department ?? 0) + (sub ?? 0), district, commune]).toEqual([28, 8, 107])
  expect(new Set(found.agencies.filter(({ block }) => block === 'commune').map(({ duty }) => duty))).toEqual(
    new Set(['obligedByPlan']),
  )
  expect(targetsOf(found)['all-agencies']).toEqual([1, true])
  expect(found.plan.quota).toEqual({ obliged: 36, required: 12, picked: 12 })
  expect(found.plan.onSite.length + found.plan.dossier.length).toBe(143)
})

test('every published count of a programme comes out', async () => {
  for (const [name, document] of documents)
    for (const { label, published, counted } of comparedFigures(await readCohort(name), document))
      expect([name, label, counted]).toEqual([name, label, published])
})

test('dossiers bring their papers: they are backed, graded by what they hold, and nobody has copied', () => {
  const found = document('vinh-long-2022')
  expect(found.problems).toEqual([])
  const traits = { behind: 2 + 1 + 5, thin: 2 + 6 }
  const count = (status: string) => found.agencies.filter((one) => one.status === status).length
  expect([count('notMet'), count('insufficientEvidence')]).toEqual([traits.behind, traits.thin])
  expect(count('met')).toBe(143 - traits.behind - traits.thin)
  for (const { status, backed, grade } of found.agencies)
    if (status === 'met') expect([backed !== null && backed >= 75, grade === null]).toEqual([true, false])
})

test('the script writes the same bytes again', async () => {
  const told = await readCohort('hcmc-2021')
  await writeCohort(told, join(folder, 'again'))
  execFileSync('diff', ['-r', join(folder, 'hcmc-2021'), join(folder, 'again')])
})
