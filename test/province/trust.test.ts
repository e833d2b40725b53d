import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandLine } from '../cli/command-line.ts'
import { trustOf } from '../documents/signature/cases.ts'
import { bundleOf, CODE } from '../service/world.ts'

const SIGNATURES = join(process.cwd(), 'fixtures/documents/signatures')
const TRUST = ['--trust', `${SIGNATURES}/trust/root.pem`]
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-trust-'))
  await mkdir(join(folder, 'bundles'))
  const signed = await readFile(`${SIGNATURES}/cases/stamped/document.pdf`)
  await writeFile(join(folder, 'bundles/a.zip'), await bundleOf({}, { 'da-ky.pdf': signed }))
  await writeFile(join(folder, 'register.csv'), `code,name,block\n${CODE},Sở Tư pháp,department\n`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function screened(output: string, ...more: string[]) {
  const args = ['prescreen', 'bundles', '--register', 'register.csv', '--year', '2026', '--as-of', '2026-11-01']
  const { status, stderr } = await commandLine.run([...args, '--cache', 'cache', '--verdicts', output, ...more], folder)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(await readFile(join(folder, output, `${CODE}.json`), 'utf8'))
}
const verify = (output: string, ...more: string[]) =>
  commandLine.run(['verify', `${output}/${CODE}.json`, '--bundle', 'bundles/a.zip', ...more], folder)

test('a pre-screening judges by a trust list, which its cache knows apart, and which verifying asks for', async () => {
  expect((await screened('without')).trust).toBeUndefined()
  expect((await screened('with', ...TRUST, '--jobs', '2')).trust).toEqual({ sha256: trustOf('root.pem').sha256 })
  const [same, missing, needless] = [
    await verify('with', ...TRUST),
    await verify('with'),
    await verify('without', ...TRUST, '--lang', 'en'),
  ]
  expect([same.status, missing.status, needless.status]).toEqual([0, 1, 1])
  expect(missing.stdout).toContain('nêu bằng --trust')
  expect(needless.stdout).toContain('leave --trust out')
  expect(await verify('without')).toMatchObject({ status: 0 })
})
