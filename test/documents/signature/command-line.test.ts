import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTrustList } from '../../../src/documents/signature/trust-folder.ts'
import { commandLine } from '../../cli/command-line.ts'

const SIGNATURES = join(process.cwd(), 'fixtures/documents/signatures')
const AGENCY = {
  code: 'H61.12',
  name: 'Sở Tư pháp tỉnh Vĩnh Long',
  block: 'department',
  province: 'H61',
  heads: [{ name: 'Nguyễn Thị Ánh Tuyết', title: 'Giám đốc' }],
}
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signed-'))
  const manifest = { format: 'qms-bundle/1', agency: AGENCY, assessmentYear: 2026 }
  await cp(`${SIGNATURES}/cases/stamped/document.pdf`, join(folder, 'bundle/da-ky.pdf'))
  await cp(`${SIGNATURES}/cases/root-unknown/document.pdf`, join(folder, 'bundle/la.pdf'))
  await writeFile(join(folder, 'bundle/manifest.json'), JSON.stringify(manifest))
}, 60_000)
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const check = (...more: string[]) =>
  commandLine.run(['check', 'bundle', '--as-of', '2026-11-01', '--fail-on', 'never', ...more], folder)
const verify = (...more: string[]) =>
  commandLine.run(['verify', 'out/verdict.json', '--bundle', 'bundle', ...more], folder)
const TRUST = ['--trust', `${SIGNATURES}/trust/root.pem`]

test('check says who signed; the verdict names the trust list, and is verified by it only', {
  timeout: 60_000,
}, async () => {
  expect(await check('--format', 'json', '--format', 'text', '--output', 'out', ...TRUST)).toMatchObject({ status: 0 })
  const told = (await readFile(join(folder, 'out/verdict.txt'), 'utf8')).replace(/\s+/g, ' ')
  expect(told).toContain(
    'da-ky.pdf: chữ ký số của Nguyễn Thị Ánh Tuyết (Sở Tư pháp tỉnh Vĩnh Long) lúc 15:31 ngày 01/03/2025',
  )
  expect(told).toContain('la.pdf: chữ ký số của Nguyễn Thị Ánh Tuyết')
  const { trust } = JSON.parse(await readFile(join(folder, 'out/verdict.json'), 'utf8'))
  expect(trust).toEqual({ sha256: (await readTrustList(`${SIGNATURES}/trust/root.pem`)).sha256 })
  expect(await verify(...TRUST)).toMatchObject({ status: 0 })
  expect(await verify()).toMatchObject({ status: 1, stdout: expect.stringContaining('nêu bằng --trust') })
})

test('a trust list that is not there is told', { timeout: 60_000 }, async () => {
  const { status, stderr } = await check('--trust', 'khong-co')
  expect([status, stderr]).toEqual([2, expect.stringContaining("Không đọc được 'khong-co'")])
})
