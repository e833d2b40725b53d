import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { makeXlsx } from '../../fixtures/catalogues/xlsx-file.ts'
import { readCsv } from '../../src/intake/csv.ts'
import { MAX_INPUT_BYTES, readInput } from '../../src/intake/input-file.ts'
import { SHEET_LIMITS } from '../../src/intake/sheet.ts'
import { openWorkbook } from '../../src/intake/xlsx/workbook.ts'
import { MAX_YAML_CHARACTERS, readYaml } from '../../src/rules/yaml.ts'
import { isPlanFull, MAX_PLAN_CHANGES, readPlanChanges } from '../../src/service/plan-changes.ts'
import { OPTIONS } from './manifest/reading.ts'

const root = await mkdtemp(join(tmpdir(), 'qms-verdict-limits-'))
afterAll(() => rm(root, { recursive: true }))

describe('what is read has a limit on the whole', () => {
  test('a CSV file: on its lines, also where they are empty', async () => {
    const lines = (count: number) => Buffer.from('\n'.repeat(count))
    const understood = () => 0
    expect((await readCsv(lines(SHEET_LIMITS.csvRecords - 1), understood)).rows).toEqual([])
    await expect(readCsv(lines(SHEET_LIMITS.csvRecords + 2), understood)).rejects.toMatchObject({ reason: 'size' })
  })

  test('a workbook: on all its sheets together, though each is within bounds', async () => {
    const text = 'x'.repeat(30_000)
    const cells = Math.floor(SHEET_LIMITS.characters / text.length) - 1
    const rows = Array.from({ length: cells }, () => [text])
    const bytes = await makeXlsx(['A', 'B', 'C'].map((name) => ({ name, rows })))
    const sheets = await openWorkbook(bytes, OPTIONS, () => {})
    expect((await sheets[0]?.read())?.rows).toHaveLength(cells)
    await sheets[1]?.read()
    await expect(sheets[2]?.read()).rejects.toMatchObject({ reason: 'size' })
  })

  test('a YAML file of the authority (rules, exceptions, changes of a plan)', () => {
    const text = (length: number) => `- ${'x'.repeat(length - 2)}`
    expect(readYaml('a.yaml', text(MAX_YAML_CHARACTERS), z.array(z.string())).problems).toEqual([])
    const { problems, value } = readYaml('a.yaml', text(MAX_YAML_CHARACTERS + 1), z.array(z.string()))
    expect(value).toBeUndefined()
    expect(problems[0]?.text.en).toContain(`at most ${MAX_YAML_CHARACTERS}`)
  })

  test('the changes beside a plan: on their number and on each', async () => {
    const store = (count: number, size: number) => ({
      async *list(_: string, { limit = Number.POSITIVE_INFINITY } = {}) {
        for (let at = 0; at < Math.min(count, limit); at++)
          yield { key: `k${at}`, size, etag: '', modified: '2026-01-01T00:00:00Z' }
      },
      read: async () =>
        Buffer.from(
          '{"on":"2026-01-01T00:00:00.000Z","change":{"change":"drop","agency":"H61.1","reason":"x","by":"y"}}',
        ),
    })
    expect(await isPlanFull('H61', 2026, store(MAX_PLAN_CHANGES - 1, 100))).toBe(false)
    expect(await isPlanFull('H61', 2026, store(MAX_PLAN_CHANGES, 100))).toBe(true)
    expect(await readPlanChanges('H61', 2026, store(3, 100))).toHaveLength(3)
    expect(await readPlanChanges('H61', 2026, store(100_000, 100))).toHaveLength(2 * MAX_PLAN_CHANGES)
    await expect(readPlanChanges('H61', 2026, store(1, 1_000_000))).rejects.toMatchObject({
      name: 'StoredDocumentFault',
    })
  })

  test('a file named on the command line', async () => {
    const file = join(root, 'register.csv')
    await writeFile(file, 'x')
    expect(await readInput(file)).toHaveLength(1)
    // Sparse: it takes no room.
    await truncate(file, MAX_INPUT_BYTES + 1)
    await expect(readInput(file)).rejects.toMatchObject({ name: 'InputError' })
  })
})
