import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/core/errors.ts'
import { verdictCsv } from '../../src/render/csv.ts'
import { frozen, ruleSet, verdicts } from './frozen/frozen.ts'

const rowsOf = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true })
const written = (name: string, lang: 'vi' | 'en' = 'en') => verdictCsv(frozen(name), { ruleSet, lang })

describe('CSV', () => {
  test.each([...verdicts.keys()])('%s reads back as one row per finding, in rule-set order', (name) => {
    for (const lang of LANGUAGES) {
      const text = written(name, lang)
      expect(text.startsWith('\ufeff')).toBe(true)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/\r/)
      const codes = rowsOf(text).map((row) => row[lang === 'vi' ? 'Mã quy tắc' : 'Rule'])
      expect(codes).toEqual(frozen(name).findings.map(({ rule }) => rule))
    }
  })

  test('counters, days and shares stand as figures', () => {
    const rows = rowsOf(written('behind'))
    const covered = rows.find((row) => row.Rule === 'procedures-all-covered')
    const { items, credit } = frozen('behind').findings.find(({ rule }) => rule === 'procedures-all-covered') ?? {}
    expect(covered).toMatchObject({ Items: String(items?.total), 'Items not met': '1', 'Outcome id': 'fail' })
    expect(Number(covered?.['Credit today (%)'])).toBe(Math.floor((credit?.low ?? 0) * 1000) / 10)
    expect(rows.find((row) => row.Rule === 'internal-audit-yearly')?.['Due by']).toBe('2026-12-31')
    expect(rows.find((row) => row.Rule === 'staff-trained')?.Exception).toContain('31 December 2026')
  })

  test('no cell can be taken for a formula', () => {
    const verdict = frozen('hostile')
    for (const start of ['=', '+', '-', '@', '\t=', ' =', '\n', '＝'])
      for (const row of rowsOf(
        verdictCsv({ ...verdict, agency: { ...verdict.agency, name: `${start}1+1` } }, { ruleSet, lang: 'en' }),
      ))
        expect(row.Agency).toBe(`'${start}1+1`)
    for (const row of rowsOf(written('hostile')))
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
  })

  test('quotes, commas and line breaks stay inside their cell', () => {
    const verdict = frozen('complete')
    const name = 'a "b", c\nd'
    const rows = rowsOf(verdictCsv({ ...verdict, agency: { ...verdict.agency, name } }, { ruleSet, lang: 'vi' }))
    expect(rows.map((row) => row['Tên cơ quan'])).toEqual(verdict.findings.map(() => name))
  })
})
