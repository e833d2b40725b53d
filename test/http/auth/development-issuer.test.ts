import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '../../../src/http/sign-in/caller.ts'
import { openDevelopmentIssuer } from '../../../src/http/sign-in/development-issuer.ts'
import { createVerifier } from '../../../src/http/sign-in/verifier.ts'

const NOW = new Date('2026-03-05T02:00:00Z')
const AGENCY: Caller = { kind: 'agency', code: 'H61.12' }
const AUTHORITY: Caller = { kind: 'authority', province: 'H61' }
let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-issuer-'))
  file = join(folder, 'issuer/key.json')
})
afterEach(() => rm(folder, { recursive: true }))

test.each([AGENCY, AUTHORITY])('a token for %j is accepted, by another process too, until it ends', async (caller) => {
  const token = await (await openDevelopmentIssuer(file)).token(caller, NOW, 3600)
  const verify = createVerifier((await openDevelopmentIssuer(file)).settings('127.0.0.1'))
  expect(await verify(token, NOW)).toEqual(caller)
  const tooLate = new Date(NOW.getTime() + 3_660_000)
  await expect(verify(token, tooLate)).rejects.toMatchObject({ reason: 'expired' })
})

test('of many that start at once all have one key', async () => {
  const issuers = await Promise.all(Array.from({ length: 10 }, () => openDevelopmentIssuer(file)))
  const kids = issuers.map((issuer) => JSON.stringify(issuer.settings('::1').keys))
  expect(new Set(kids).size).toBe(1)
  expect(await readdir(join(folder, 'issuer'))).toEqual(['key.json'])
})

test('the private key is for its owner alone, and is not given to the server', async () => {
  const issuer = await openDevelopmentIssuer(file)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const { d } = JSON.parse(await readFile(file, 'utf8'))
  expect(JSON.stringify(issuer.settings('localhost'))).not.toContain(d)
})

test('another data folder has another issuer', async () => {
  const token = await (await openDevelopmentIssuer(join(folder, 'other.json'))).token(AGENCY, NOW, 3600)
  const verify = createVerifier((await openDevelopmentIssuer(file)).settings('127.0.0.1'))
  await expect(verify(token, NOW)).rejects.toMatchObject({ reason: 'signature' })
})

describe('where the server listens', () => {
  test.each(['127.0.0.1', '127.8.9.10', '::1', 'localhost'])('%s is this machine alone', async (host) => {
    expect((await openDevelopmentIssuer(file)).settings(host).audience).toBe('qms-verdict-api')
  })

  test.each(['0.0.0.0', '::', '192.168.1.5', '', 'localhost.example.vn', '2130706433', '::ffff:10.0.0.1'])(
    '%j is refused, with what to do',
    async (host) => {
      const issuer = await openDevelopmentIssuer(file)
      expect(() => issuer.settings(host)).toThrow(
        /Use 127\.0\.0\.1 \(without --public-url\), or configure a real issuer/,
      )
    },
  )
})

test.each(['', '{}', 'nonsense', '{"kty":"oct","k":"AAAA"}'])('a file that holds %j is refused', async (content) => {
  const broken = join(folder, 'key.json')
  await writeFile(broken, content)
  await expect(openDevelopmentIssuer(broken)).rejects.toMatchObject({ name: 'InputError' })
  expect(await readFile(broken, 'utf8')).toBe(content)
})
