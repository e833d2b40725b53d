import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { mergePatch } from '../../src/core/json.ts'
import { recommendedTexts } from '../../src/render/head.ts'
import { Renderer } from '../../src/render/renderer.ts'
import { judge } from '../../src/verdict/judge.ts'
import { codeNotices } from '../../src/verdict/notices.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

const base: unknown = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))

async function judged(patch: object, asOf = '2026-11-01') {
  const dossier = testDossier(mergePatch(base, patch))
  const { verdict } = await judge({ dossier, ruleSet: loaded, profileId: 'national', engine: ENGINE, asOf })
  return verdict
}

test('an unfavourable figure changes neither score nor outcome, and is recommended', async () => {
  const satisfaction = { on: '2026-06-30', responses: 100, satisfied: 10, file: 'tai-lieu/khao-sat-hai-long.pdf' }
  const [good, bad] = [await judged({}), await judged({ satisfaction })]
  expect([bad.score, bad.status]).toEqual([good.score, good.status])
  expect(good.notices.map(({ id }) => id)).not.toContain('fewSatisfied')
  const told = bad.notices.find(({ id }) => id === 'fewSatisfied')
  expect(told).toEqual({
    id: 'fewSatisfied',
    kind: 'recommendation',
    rule: 'satisfaction-measured',
    values: { 'satisfaction.satisfied': 10, 'satisfaction.responses': 100 },
  })
  const texts = recommendedTexts(bad, loaded.source, new Renderer(loaded.source, 'vi')).join('\n')
  expect(texts).toContain('Có 10 trong 100 ý kiến hài lòng')
})

test('of items, how many and the first twelve', async () => {
  const objectives = Array.from({ length: 14 }, (_, n) => ({
    ...{ text: `Mục tiêu ${n}`, target: '98', unit: '%', dueOn: '2025-12-15', owner: 'Văn phòng Sở' },
    ...{ result: '90%', year: 2025 },
  }))
  const { notices } = await judged({ objectives })
  const told = notices.find(({ id }) => id === 'belowTarget')
  expect(told?.values.recommended).toBe(14)
  expect(told?.values.recommendedItems).toHaveLength(12)
})

test('an agency that is not judged is recommended nothing', async () => {
  const { notices } = await judged({ agency: { block: 'commune' }, declarations: [] })
  expect(notices).toEqual([])
})

test('a deadline after the days off that are known says so', async () => {
  const legalChanges = (effectiveOn: string) => [{ document: '08/2026/TT-BTP', effectiveOn, processes: [] }]
  const told = async (effectiveOn: string) => {
    const verdict = await judged({ legalChanges: legalChanges(effectiveOn) })
    const found = verdict.findings.find(({ rule }) => rule === 'legal-changes-applied')
    return found && new Renderer(loaded.source, 'vi').sentences(found).join(' ')
  }
  expect(await told('2026-09-30')).not.toContain('chưa tính ngày nghỉ Tết')
  expect(await told('2026-10-05')).toContain('chưa tính ngày nghỉ Tết, ngày hoán đổi')
})

test.each([
  ['H61.12', 'H61', '2026-11-01', []],
  ['000.00.12.H61', 'H61', '2026-11-01', []],
  ['H29.12', 'H61', '2026-11-01', ['agencyCodeOfOtherProvince']],
  ['H07.12', 'H61', '2025-06-30', ['agencyCodeOfOtherProvince']],
  ['H07.12', 'H61', '2025-07-01', ['agencyCodeOfOtherProvince', 'agencyCodeOfMergedProvince']],
  ['H59.12', 'H59', '2025-07-02', ['agencyCodeOfMergedProvince']],
])('code %s in province %s on %s: %o', (code, province, asOf, ids) => {
  const agency = { code, name: 'Sở Tư pháp', block: 'department' as const, province, heads: [] }
  expect(codeNotices({ agency }, asOf).map(({ id }) => id)).toEqual(ids)
  expect(codeNotices({ agency: { ...agency, block: 'vertical' } }, asOf)).toEqual([])
})

test('articles are cited from small to large', () => {
  const basis = (lang: 'vi' | 'en', rule: string) => new Renderer(loaded.source, lang).basis(rule)[0]
  expect(basis('vi', 'internal-audit-yearly')).toBe('điểm b khoản 4 Điều 4 Quyết định số 19/2014/QĐ-TTg')
  expect(basis('en', 'internal-audit-yearly')).toBe('Decision 19/2014/QĐ-TTg, point b, clause 4, Article 4')
  expect(basis('vi', 'internal-audit-complete')).toBe('điều 9.2.2 TCVN ISO 9001:2015')
})

/** Keys of the manifest and of rules: camel case, a key behind a dot, brackets. */
const KEY = /\b[a-z]+(?:[A-Z][a-z]+)+\b|\[\]|\b(?:agency|declarations|catalogue|scope|processes|manifest)\b/u

test('no Vietnamese sentence of a rule names a key', () => {
  const named = loaded.source.rules.flatMap(({ id, title, interpretation, remedy, messages }) =>
    [title, interpretation, remedy, ...Object.values(messages)].flatMap((text) => {
      const found = KEY.exec((text?.vi ?? '').replaceAll(/\{[^}]*\}/gu, ''))
      return found ? [`${id}: ${found[0]}`] : []
    }),
  )
  expect(named).toEqual([])
})
