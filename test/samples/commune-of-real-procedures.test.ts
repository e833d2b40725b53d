import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { mergePatch } from '../../src/core/json.ts'
import { makeZip } from '../support/zip.ts'
import { evaluate, findingOf } from './evaluate.ts'

// 207 procedures as the national public-service portal publishes them; the file is not part of this project.
const LIST = '../shared/data/tthc-defence-207.csv'
const WHY = existsSync(LIST) ? '' : ` (skipped: ${LIST} is not there)`
const UNCOVERED = ['1.013133', '1.013140', '1.013147']

describe.skipIf(!existsSync(LIST))(`a commune with the real procedures of its level${WHY}`, () => {
  const commune = JSON.parse(readFileSync('fixtures/base/commune.json', 'utf8'))

  it('is found to lack processes for exactly the three that have none', async () => {
    const { lines, codes } = communeRows()
    expect(codes).toHaveLength(85)
    const evaluation = await evaluate(await bundleOf(commune, lines, codes), '2026-11-01')
    expect(findingOf(evaluation, 'procedures-all-covered')).toMatchObject({
      outcome: 'fail',
      items: { total: 85, passed: 82, failed: 3, missing: 0, shown: UNCOVERED.map((key) => ({ key })) },
    })
    if (evaluation.kind === 'verdict')
      expect(evaluation.document.catalogue).toMatchObject({ source: 'agency', procedures: 85 })
  })
})

/** The heading and the rows whose level names the commune, as they stand in the file, and their codes. */
function communeRows(): { lines: string; codes: string[] } {
  const rows: { record: Record<string, string>; raw: string }[] = parse(readFileSync(LIST), {
    columns: true,
    bom: true,
    raw: true,
  })
  const own = rows.filter(({ record }) => record.cap?.includes('Cấp Xã'))
  const heading = readFileSync(LIST, 'utf8').split('\n', 1)
  return {
    lines: [...heading, ...own.map(({ raw }) => raw)].map((line) => `${line.trimEnd()}\r\n`).join(''),
    codes: own.map(({ record }) => record.ma ?? ''),
  }
}

/** The list as the catalogue file of a commune; one shared process serves every procedure but three. */
function bundleOf(commune: { processes: object[] }, lines: string, codes: string[]): Promise<Uint8Array> {
  const procedures = codes.filter((code) => !UNCOVERED.includes(code))
  const catalogue = {
    procedures: null,
    file: 'danh-muc.csv',
    decision: { number: '5132/QĐ-BQP', signedOn: '2025-06-30' },
  }
  const manifest = mergePatch(commune, { catalogue, processes: [{ ...commune.processes[0], procedures }] })
  return makeZip({ 'manifest.json': JSON.stringify(manifest), 'danh-muc.csv': lines })
}
