import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { mergePatch } from '../../src/core/json.ts'
import { registerWords } from '../../src/province/bundle-screening.ts'
import { yearlyPaths } from '../../src/province/screened-figures.ts'
import { type Screening, screeningOf } from '../../src/province/screening.ts'
import { findProfile } from '../../src/rules/rule-set.ts'
import { judge } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { member, RULES } from './made.ts'

const BASE = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
const [ACT] = BASE.declarations

async function screened(
  patch: object,
  asOf = '2026-11-01',
  readings?: Parameters<typeof testDossier>[1],
): Promise<Screening> {
  const dossier = testDossier(mergePatch(BASE, patch), readings)
  const by = { ruleSet: RULES, profileId: 'national', engine: { name: 'qms-verdict', version: 'test' } }
  const { verdict } = await judge({ dossier, asOf, ...by })
  return screeningOf(dossier, verdict, { ruleSet: RULES.source, profile: findProfile(RULES, 'national') })
}

test('a declaration again by its kind, or because an earlier one is listed', async () => {
  expect((await screened({})).declaration).toEqual({
    ...{ again: true, firstOn: null },
    ...{ edition: '9001:2015', signedOn: '2024-04-02' },
  })
  const { kind: _, ...silent } = ACT
  expect((await screened({ declarations: [silent] })).declaration).toMatchObject({
    again: false,
    firstOn: '2024-04-02',
  })
  const earlier = { ...silent, number: '1/QĐ-STP', signedOn: '2019-05-06' }
  expect((await screened({ declarations: [earlier, silent] })).declaration).toMatchObject({
    again: true,
    firstOn: '2019-05-06',
  })
  expect((await screened({}, '2024-04-01')).declaration).toBeNull()
})

test('procedures in force and covered; internal ones do not count', async () => {
  const procedures = [...BASE.catalogue.procedures, { code: '9.000001', name: 'Nội bộ', internal: true }]
  const found = await screened({ catalogue: { procedures }, processes: BASE.processes.slice(1) })
  const served = new Set(BASE.processes.slice(1).flatMap((one: { procedures: string[] }) => one.procedures))
  expect(found.procedures).toEqual({ total: 12, covered: served.size, declared: 12 })
  expect(found.blocking).toContain('procedures-all-covered')
  expect(found.failing).toEqual(expect.arrayContaining(found.blocking))
})

test('findings of earlier inspections count until they are corrected', async () => {
  const earlierFindings = [
    { id: 'a', raisedOn: '2025-05-05' },
    { id: 'b', raisedOn: '2025-05-05', correctedOn: '2025-06-05' },
    { id: 'c', raisedOn: '2025-05-05', correctedOn: '2026-12-05' },
  ]
  expect((await screened({ earlierFindings })).uncorrected).toBe(2)
})

test('the first day on which the status gets worse', async () => {
  const { status, worsensOn } = await screened({})
  expect(status).toBe('met')
  expect(worsensOn).toBe('2028-01-01')
})

test('only what was done in the assessment year is evidence of that year', () => {
  const paths = yearlyPaths(testDossier(BASE).manifest)
  expect(paths).toContain('danh-gia-noi-bo/2026-bao-cao.pdf')
  expect(paths).not.toContain('danh-gia-noi-bo/2025-bao-cao.pdf')
  expect(paths).not.toContain('cong-bo/88-QD-STP.pdf')
})

test('difficulties of the status report are gathered, as the agency wrote them', async () => {
  const statusReport = { ...BASE.statusReport, difficulties: ' Thiếu kinh phí đào tạo.\nĐề xuất mở lớp. ' }
  expect((await screened({ statusReport })).difficulties).toBe('Thiếu kinh phí đào tạo.\nĐề xuất mở lớp.')
  expect((await screened({})).difficulties).toBeUndefined()
})

test('a quarantined dossier tells nothing of itself', async () => {
  const documents = [{ ...BASE.documents[0], file: 'tai-lieu/Kế hoạch (TUYỆT MẬT).pdf' }]
  const found = await screened({ documents })
  expect(found).toMatchObject({ status: 'undetermined', declaration: null, files: [] })
})

test('a register tells each agency what became a part of it and when, one event a day, and its former name and code', () => {
  const joined = (code: string, changedOn: string) => member(code, 'commune', { mergedInto: 'H61.1', changedOn })
  const members = [
    member('H61.1', 'commune', { renamedFrom: 'H61.9', changedOn: '2026-03-01' }),
    ...[joined('H61.2', '2026-07-01'), joined('H61.3', '2026-07-01'), joined('H61.4', '2026-09-01')],
    member('H61.5', 'commune', { changedOn: '2026-05-01' }),
  ]
  const words = registerWords({ members, warnings: [] })
  expect(words['H61.1']).toMatchObject({
    scopeEvents: [
      { on: '2026-03-01', kind: 'renamed' },
      { on: '2026-07-01', kind: 'merged' },
      { on: '2026-09-01', kind: 'merged' },
    ],
  })
  expect(words['H61.1']?.formerNames?.map(({ code, until }) => [code, until])).toEqual([
    ['H61.9', '2026-03-01'],
    ['H61.2', '2026-07-01'],
    ['H61.3', '2026-07-01'],
    ['H61.4', '2026-09-01'],
  ])
  expect(words['H61.9']).toBe(words['H61.1'])
  expect(words['H61.1']?.establishedOn).toBeUndefined()
  expect(words['H61.5']?.establishedOn).toBe('2026-05-01')
})

test('only papers whose text was read can confirm what is declared; one that says nothing of it is told apart', async () => {
  const ACT_FILE = 'cong-bo/88-QD-STP.pdf'
  const of = async (reading: Record<string, unknown>) =>
    screened({}, '2026-11-01', { readings: { [ACT_FILE]: reading } })
  const [scan, silent, agreeing] = [
    await of({ text: 'scan' }),
    await of({ facts: {} }),
    await of({ facts: { number: '88/QĐ-STP', date: '2024-04-02' } }),
  ]
  const confirmed = ({ confirmable, unconfirmed }: Screening) => confirmable - unconfirmed
  expect(silent.confirmable).toBeGreaterThan(scan.confirmable)
  expect(confirmed(silent)).toBe(confirmed(scan))
  expect(confirmed(agreeing)).toBeGreaterThan(confirmed(silent))
})
