import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Presigner, Store, UploadPolicy } from '../../../src/service/store.ts'
import { sendForm } from './send-form.ts'

/** Something that takes uploads by signed forms into a store. */
export interface FormTaker {
  presigner: Presigner
  bundles: Store
}

const FILE = Buffer.from('bytes of a file, đủ dấu')
const policy = (more: Partial<UploadPolicy> = {}): UploadPolicy => ({
  key: 'bundles/H61.12/one.zip',
  contentType: 'application/zip',
  maxBytes: 100,
  validSeconds: 60,
  ...more,
})
const bytes = (length: number) => Buffer.alloc(length, 'x')
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('base64')

/** A policy that allows more, under the signature of another. */
async function widened(presigner: Presigner) {
  const { fields } = await presigner(policy())
  const policyText = Object.entries(fields).find(([name]) => name.toLowerCase() === 'policy')?.[1] ?? ''
  const signed = JSON.parse(Buffer.from(policyText, 'base64').toString())
  return Buffer.from(JSON.stringify({ ...signed, expiration: '2999-01-01T00:00:00.000Z' })).toString('base64')
}

/** What a taker of forms must do, whether it is S3 or the embedded endpoint. `fresh` gives an empty one. */
export function formContract(name: string, fresh: () => Promise<FormTaker>): void {
  describe(`${name} takes uploads by signed forms`, () => {
    test('what is as it was signed is stored under the signed key', async () => {
      const { presigner, bundles } = await fresh()
      const sent = await sendForm({ form: await presigner(policy()), file: FILE })
      expect(sent).toEqual({ status: 204, text: '' })
      expect(await bundles.read(policy().key)).toEqual(new Uint8Array(FILE))
    })

    test.each([1, 100])('a file of %i bytes is within the range', async (length) => {
      const { presigner, bundles } = await fresh()
      expect(await sendForm({ form: await presigner(policy()), file: bytes(length) })).toMatchObject({ status: 204 })
      expect((await bundles.head(policy().key))?.size).toBe(length)
    })

    test('the SHA-256 that was signed is that of the file', async () => {
      const { presigner, bundles } = await fresh()
      const form = await presigner(policy({ sha256: sha256(FILE) }))
      expect(await sendForm({ form, file: FILE })).toMatchObject({ status: 204 })
      expect(await bundles.read(policy().key)).toEqual(new Uint8Array(FILE))
    })

    test.each([
      ['another key', 403, { key: 'bundles/H61.13/one.zip' }],
      ['a key above', 403, { key: '../one.zip' }],
      ['another type', 403, { 'content-type': 'text/html' }],
      ['no type', 403, { 'content-type': undefined }],
      ['another signature', 403, { 'x-amz-signature': '0'.repeat(64) }],
      ['half a signature', 403, { 'x-amz-signature': '00' }],
      ['a field more', 403, { 'x-amz-meta-note': 'x' }],
      ['a field more that would make it public', 403, { acl: 'public-read' }],
    ])('%s: %i, and nothing is stored', async (_, status, changed) => {
      const { presigner, bundles } = await fresh()
      const sent = await sendForm({ form: await presigner(policy()), file: FILE, changed })
      expect(sent).toMatchObject({ status, text: expect.stringMatching(/<Code>\w+<\/Code>/) })
      expect(await listed(bundles)).toEqual([])
    })

    test('a policy that was widened: 403, and nothing is stored', async () => {
      const { presigner, bundles } = await fresh()
      const changed = { policy: await widened(presigner) }
      expect(await sendForm({ form: await presigner(policy()), file: FILE, changed })).toMatchObject({ status: 403 })
      expect(await listed(bundles)).toEqual([])
    })

    test.each([
      ['EntityTooSmall', bytes(0)],
      ['EntityTooLarge', bytes(101)],
      ['EntityTooLarge', bytes(3_000_000)],
    ])('%s: 400, and nothing is stored', async (code, file) => {
      const { presigner, bundles } = await fresh()
      const sent = await sendForm({ form: await presigner(policy()), file })
      expect(sent).toMatchObject({ status: 400, text: expect.stringContaining(`<Code>${code}</Code>`) })
      expect(await listed(bundles)).toEqual([])
    })

    test('too late: 403, and nothing is stored', async () => {
      const { presigner, bundles } = await fresh()
      const form = await presigner(policy({ validSeconds: 1 }))
      await new Promise((resolve) => setTimeout(resolve, 2_100))
      expect(await sendForm({ form, file: FILE })).toMatchObject({ status: 403 })
      expect(await listed(bundles)).toEqual([])
    })
  })
}

async function listed(store: Store): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list('')) keys.push(key)
  return keys
}
