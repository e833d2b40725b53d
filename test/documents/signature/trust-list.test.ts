import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { InputError } from '../../../src/core/errors.ts'
import { trustListOf } from '../../../src/documents/signature/trust.ts'
import { readTrustList } from '../../../src/documents/signature/trust-folder.ts'

const TRUST = 'fixtures/documents/signatures/trust'
const folder = await mkdtemp(join(tmpdir(), 'trust-'))
afterAll(() => rm(folder, { recursive: true }))
const file = async (name: string) => ({ name, bytes: await readFile(`${TRUST}/${name}`) })

async function refused(work: () => unknown): Promise<InputError['text']> {
  try {
    await work()
  } catch (error) {
    if (error instanceof InputError) return error.text
    throw error
  }
  throw new Error('nothing was refused')
}

test('the same content has the same hash, in one file or several, in PEM or DER, in any order', async () => {
  const both = trustListOf([await file('root-and-issuing.pem')], 'trust')
  const [root, issuing] = [await file('root.pem'), await file('issuing.pem')]
  const der = {
    name: 'root.cer',
    bytes: both.certificates.find((one) => Buffer.from(one).includes('CA gốc')) ?? root.bytes,
  }
  expect(trustListOf([issuing, der, root], 'trust')).toEqual(both)
  expect(trustListOf([root], 'trust').sha256).not.toBe(both.sha256)
  const withList = trustListOf([root, issuing, await file('revoked.pem')], 'trust')
  expect([withList.certificates.length, withList.revocationLists.length]).toEqual([2, 1])
  expect(withList.sha256).not.toBe(both.sha256)
})

test('a folder is read with all its files but litter', async () => {
  await writeFile(join(folder, 'root.pem'), (await file('root.pem')).bytes)
  await writeFile(join(folder, '.DS_Store'), 'litter')
  expect(await readTrustList(folder)).toEqual(await readTrustList(`${TRUST}/root.pem`))
})

test('a file that is no certificate is named, with what to do', async () => {
  const other = { name: 'ghi-chu.txt', bytes: Buffer.from('xin chào') }
  const text = await refused(async () => trustListOf([await file('root.pem'), other], 'trust'))
  expect(text.vi).toMatch(/^ghi-chu\.txt: không phải chứng thư số X\.509 .*PEM hoặc DER/)
  expect(text.en).toMatch(/^ghi-chu\.txt: neither an X\.509 certificate .*PEM or DER/)
})

test('of several in one file the one that is damaged is told', async () => {
  const { bytes } = await file('root-and-issuing.pem')
  const at = bytes.lastIndexOf('-----BEGIN') + 40
  const damaged = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 4)])
  expect((await refused(() => trustListOf([{ name: 'ca.pem', bytes: damaged }], 'trust'))).en).toMatch(
    /^ca\.pem \(2\):/,
  )
})

test('a list without a certificate trusts nobody, and says so', async () => {
  expect((await refused(async () => trustListOf([await file('revoked.pem')], 'tin-cay'))).vi).toMatch(
    /^tin-cay: không có chứng thư số nào/,
  )
})

test('a place that is not there is named', async () => {
  const { vi, en } = await refused(() => readTrustList(join(folder, 'khong-co')))
  expect(vi).toContain("khong-co'. Ghi một thư mục")
  expect(en).toContain("khong-co' cannot be read")
})
