import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PdfEngine } from '../../../src/documents/pdf/engine.ts'
import { engineFile } from '../../../src/documents/process/confinement.ts'
import { buildCommandLine, type CommandLine } from '../../cli/command-line.ts'
import { scanOf } from './scan-of.ts'

const DECISION = 'fixtures/samples/department-complete/papers/cong-bo/88-QD-STP.pdf'
const HEAD = { name: 'Trần Thị Ngọc Ánh', title: 'Giám đốc' }
let commandLine: CommandLine
let folder: string
let scan: Uint8Array

beforeAll(async () => {
  commandLine = await buildCommandLine()
  folder = await mkdtemp(join(tmpdir(), 'scanned-'))
  const engine = await PdfEngine.load(await WebAssembly.compile(engineFile('pdf')))
  scan = scanOf(engine, await readFile(DECISION), 0)
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A bundle whose declaration is a scan of decision 88/QĐ-STP, declared under a number. */
async function bundle(name: string, number: string): Promise<void> {
  const manifest = {
    format: 'qms-bundle/1',
    agency: { code: 'H61.12', name: 'Sở Tư pháp tỉnh Vĩnh Long', block: 'department', province: 'H61', heads: [HEAD] },
    assessmentYear: 2026,
    declarations: [
      {
        number,
        signedOn: '2024-04-02',
        signedBy: HEAD,
        standard: 'TCVN ISO 9001:2015',
        allProcedures: true,
        file: 'cong-bo.pdf',
      },
    ],
  }
  await mkdir(join(folder, name))
  await writeFile(join(folder, name, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, name, 'cong-bo.pdf'), scan)
}

async function check(name: string, ...more: string[]) {
  const args = ['check', name, '--as-of', '2026-11-01', '--fail-on', 'never', '--format', 'json', ...more]
  const { status, stdout, stderr } = await commandLine.run(args, folder)
  expect([status, stderr]).toEqual([0, expect.any(String)])
  const { findings } = JSON.parse(stdout)
  await writeFile(join(folder, `${name}.json`), stdout)
  return findings.find(({ rule }: { rule: string }) => rule === 'declaration-in-force')
}

test('check recognises scans: what agrees is backed by it; without OCR they only count as handed in', {
  timeout: 600_000,
}, async () => {
  await bundle('agrees', '88/QĐ-STP')
  expect(await check('agrees', '--no-ocr')).toMatchObject({ outcome: 'pass', assurance: 'present' })
  expect(await check('agrees')).toMatchObject({ outcome: 'pass', assurance: 'recognised' })
  const verified = await commandLine.run(['verify', 'agrees.json', '--bundle', 'agrees'], folder)
  expect([verified.status, verified.stdout]).toEqual([0, expect.any(String)])
  const told = await commandLine.run(['check', 'agrees', '--no-ocr', '--fail-on', 'never', '--lang', 'vi'], folder)
  expect(told.stdout.replace(/\s+/g, ' ')).toContain('1/1 bản quét chưa được nhận dạng chữ')
})

test('what a scan contradicts is for a person, never a failure, and says where it stands', {
  timeout: 600_000,
}, async () => {
  await bundle('contradicts', '89/QĐ-STP')
  const finding = await check('contradicts')
  expect(finding).toMatchObject({ outcome: 'needsReview' })
  const quoted = finding.evidence.find(({ quote }: { quote?: string }) => quote?.includes('88/QĐ-STP'))
  expect(quoted).toMatchObject({ file: 'cong-bo.pdf', page: 1, box: [expect.any(Array)] })
})
