import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { vaultSigner } from '../../handlers/aws.ts'
import { folderSigner, keysInFolder } from '../../src/cli/verdict-keys.ts'
import { digest } from '../../src/core/json.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { isSignedByKnown, readVerdictKeys, signingKeyOf, verdictSigner } from '../../src/verdict/known-keys.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-keys-'))
})
afterAll(() => rm(folder, { recursive: true }))

const body = { kind: 'verdict', status: 'met' }
const verdict = { ...body, digest: digest(body) } as unknown as Verdict

test('the key of a folder is made once, for its owner alone, and signs', async () => {
  const keys = join(folder, 'first')
  const [one, two] = [await folderSigner(keys), await folderSigner(keys)]
  expect(two.keys).toEqual(one.keys)
  expect((await stat(keys)).mode & 0o777).toBe(0o700)
  for (const name of await readdir(keys)) expect((await stat(join(keys, name))).mode & 0o777).toBe(0o600)
  const signed = await one.sign(verdict)
  const { signature, ...rest } = signed
  expect(rest).toEqual(verdict)
  expect(await isSignedByKnown(signed, two.keys)).toBe(true)
  expect(await isSignedByKnown({ ...signed, digest: digest('other') }, two.keys)).toBe(false)
  expect(await isSignedByKnown(verdict, two.keys)).toBe(false)
  expect(await isSignedByKnown({ ...verdict, signature: 'a.b.c' }, two.keys)).toBe(false)
  expect(await isSignedByKnown(signed, { keys: [] })).toBe(false)
})

test('a new key in place of the old one: signatures of both are known, the new one stands first', async () => {
  const keys = join(folder, 'second')
  const before = await folderSigner(keys)
  const old = await before.sign(verdict)
  await rm(join(keys, 'verdict-key.pem'))
  const after = await folderSigner(keys)
  expect(after.keys.keys.map(({ kid }) => kid)).toEqual([after.keys.keys[0]?.kid, before.keys.keys[0]?.kid])
  const known = await keysInFolder(keys)
  for (const signed of [old, await after.sign(verdict)]) expect(await isSignedByKnown(signed, known)).toBe(true)
  expect(await isSignedByKnown(await after.sign(verdict), before.keys)).toBe(false)
})

test('a key is known by what it is, not by what it calls itself', async () => {
  const own = await verdictSigner(generateKeyPairSync('ed25519').privateKey, { keys: [] })
  const stranger = await verdictSigner(generateKeyPairSync('ed25519').privateKey, { keys: [] })
  const [{ kid = '' } = {}] = own.keys.keys
  const renamed = { keys: stranger.keys.keys.map((key) => ({ ...key, kid })) }
  const read = await readVerdictKeys(JSON.stringify(renamed), 'keys.json')
  expect(read).toEqual(stranger.keys)
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  for (const text of [pem, '{', '{"keys":[{"kty":"OKP"}]}', 'x'])
    await expect(readVerdictKeys(text, 'keys.json')).rejects.toMatchObject({ name: 'InputError' })
})

test('the secret of a vault is a key, or one follows from it, the same each time', async () => {
  const secret = 'k'.repeat(64)
  const store = new FolderStore(join(folder, 'bundles'))
  const given = { VERDICT_KEY_SECRET_ARN: 'arn', VERDICT_KEYS_KEY: undefined }
  const [one, two] = [
    await vaultSigner(given, store, async () => secret),
    await vaultSigner(given, store, async () => secret),
  ]
  expect(two.keys).toEqual(one.keys)
  const other = await vaultSigner(given, store, async () => `${secret}l`)
  expect(other.keys).not.toEqual(one.keys)
  await store.put('authority/verdict-keys.json', new TextEncoder().encode(JSON.stringify(one.keys)))
  const later = { ...given, VERDICT_KEYS_KEY: 'authority/verdict-keys.json' }
  const rotated = await vaultSigner(later, store, async () => `${secret}l`)
  expect(await isSignedByKnown(await one.sign(verdict), rotated.keys)).toBe(true)
  expect(() => signingKeyOf('short', 'S')).toThrow('only 5 characters')
})
