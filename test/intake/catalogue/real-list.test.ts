import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { readCatalogue } from '../../../src/intake/catalogue/catalogue.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'

const path = join(import.meta.dirname, '../../../../shared/data/tthc-defence-207.csv')

test('the 207 procedures of the national portal', async ({ skip }) => {
  if (!existsSync(path)) skip('../shared/data/tthc-defence-207.csv is not there')
  const bytes = await readFile(path)
  const read = await readCatalogue(bytes, 'tthc.csv', { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() })
  const records = parse(bytes, { columns: true }) as Record<string, string>[]
  expect(records).toHaveLength(207)
  const kept = (text = '') => text.normalize('NFC').replace(/\s+/g, ' ').trim()
  expect(read.procedures).toEqual(
    records.map(({ ma, ten, linhVuc }) => ({ code: ma, name: kept(ten), field: kept(linhVuc) })),
  )
  expect(read.notices).toEqual([])
})
