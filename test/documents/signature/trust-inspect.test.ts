import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NO_TRUST } from '../../../src/documents/settings.ts'
import { inspectSignatures } from '../../../src/documents/signature/inspect.ts'
import { readTrustList } from '../../../src/documents/signature/trust-folder.ts'
import { commandLine } from '../../cli/command-line.ts'

const SIGNATURES = join(process.cwd(), 'fixtures/documents/signatures')
const SIGNED = `${SIGNATURES}/cases/rsa/document.pdf`
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspected-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('trust inspect says who signed by which chain, and writes the issuers, by which the signature then is valid', async () => {
  const run = await commandLine.run(['trust', 'inspect', SIGNED, '--output', 'issuers'], folder)
  expect([run.status, run.stderr]).toEqual([0, expect.stringContaining('đối chiếu mã SHA-256')])
  expect(run.stdout).toContain('Chưa có danh sách chứng thư số tin cậy')
  const [signer, issuer] = (await inspectSignatures(await readFile(SIGNED), NO_TRUST))[0]?.chain ?? []
  for (const one of [signer, issuer]) expect(run.stdout).toContain(`SHA-256 ${one?.sha256}`)
  const written = await readdir(join(folder, 'issuers'))
  expect(written.length).toBeGreaterThan(0)
  expect(written.every((name) => /^[a-z0-9-]+-[0-9a-f]{16}\.pem$/.test(name))).toBe(true)
  expect(await readFile(join(folder, 'issuers', written[0] ?? ''), 'utf8')).not.toBe(signer?.pem)
  const again = await commandLine.run(['trust', 'inspect', SIGNED, '--trust', 'issuers'], folder)
  expect(again.stdout).toContain('Hợp lệ theo danh sách tin cậy.')
  expect(again.stdout).toContain('[có trong danh sách tin cậy]')
  expect((await readTrustList(join(folder, 'issuers'))).certificates).toHaveLength(written.length)
})
