import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { TWO_THOUSAND, twoThousandCsv, twoThousandSheet } from '../../../fixtures/catalogues/two-thousand.ts'
import { makeXlsx } from '../../../fixtures/catalogues/xlsx-file.ts'
import { readCatalogue } from '../../../src/intake/catalogue/catalogue.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'

const run = promisify(execFile)
const options = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }

test('2,000 procedures come out of a sheet of the kind Excel writes', async () => {
  const read = await readCatalogue(await makeXlsx([twoThousandSheet()]), 'danh-muc.xlsx', options)
  expect(read.procedures).toEqual(TWO_THOUSAND)
  expect(new Set(read.rows).size).toBe(2_000)
  const mended = TWO_THOUSAND.flatMap(({ code }, i) => (isMended(code, i) ? [read.rows[i]] : []))
  expect(mended.length).toBeGreaterThan(500)
  expect(read.notices.map(({ code, row }) => [code, row])).toEqual(mended.map((row) => ['catalogue-code-padded', row]))
})

test('2,000 procedures come out of a CSV file', async () => {
  const read = await readCatalogue(Buffer.from(twoThousandCsv()), 'danh-muc.csv', options)
  expect(read.procedures).toEqual(TWO_THOUSAND)
  expect(read.rows).toEqual(TWO_THOUSAND.map((_, i) => i + 2))
  expect(read.notices).toEqual([])
})

test('2,000 procedures come out of a workbook that LibreOffice writes', { timeout: 120_000 }, async ({ skip }) => {
  if (spawnSync('soffice', ['--version']).status !== 0) skip('soffice (libreoffice-calc) is not installed')
  const folder = await mkdtemp(join(tmpdir(), 'catalogue-soffice-'))
  try {
    await writeFile(join(folder, 'danh-muc.csv'), twoThousandCsv())
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    // Comma, double quote, UTF-8, from line 1, every column by what it looks like: codes become numbers.
    const filter = '--infilter=CSV:44,34,76,1,,1033,false,true'
    await run('soffice', [
      profile,
      '--headless',
      filter,
      '--convert-to',
      'xlsx',
      '--outdir',
      folder,
      join(folder, 'danh-muc.csv'),
    ])
    const read = await readCatalogue(await readFile(join(folder, 'danh-muc.xlsx')), 'danh-muc.xlsx', options)
    expect(read.procedures).toEqual(TWO_THOUSAND)
    const zeros = TWO_THOUSAND.flatMap(({ code }, i) => (code.endsWith('0') ? [i + 2] : []))
    expect(read.notices.map(({ row }) => row)).toEqual(zeros)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

/** Whether the stored number differs from the code: even rows are numbers, half of them with all digits written out. */
function isMended(code: string, i: number): boolean {
  if (i % 2 === 1) return false
  return (i % 4 === 0 ? String(Number(code)) : Number(code).toPrecision(17)) !== code
}
