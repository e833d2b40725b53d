import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { document, signed } from '../../../fixtures/documents/signatures/build/pdf.ts'
import { findSignatures, signedRange } from '../../../src/documents/signature/dictionary.ts'
import { readSignatures } from '../../../src/documents/signature/signatures.ts'
import { trustListOf } from '../../../src/documents/signature/trust.ts'
import { signedCases } from './cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'openssl-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = (name: string) => join(folder, name)
const present = spawnSync('openssl', ['version']).status === 0
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
const single = signedCases().filter(({ signatures }) => signatures.length === 1)

/** Whether OpenSSL finds the message of the document's signature right for the bytes it covers. */
function byOpenssl(pdf: Buffer): boolean | undefined {
  const [dictionary] = findSignatures(pdf)
  const range = dictionary && signedRange(pdf, dictionary)
  if (range === undefined || typeof range === 'string') return undefined
  writeFileSync(path('content'), Buffer.concat([range.before, range.after]))
  writeFileSync(path('message'), range.message)
  const asked = ['-verify', '-noverify', '-binary', '-inform', 'DER', '-in', 'message', '-content', 'content']
  return spawnSync('openssl', ['cms', ...asked, '-out', 'out'], { cwd: folder }).status === 0
}

test.skipIf(!present)('OpenSSL agrees on which messages fit the bytes they cover', () => {
  // Stricter than OpenSSL: a weak or bare message, one with content, or of another kind or name.
  const stricter = ['attributes-missing', 'content-included', 'kind-unknown', 'kind-of-content']
  stricter.push('names-another-certificate')
  const told = single.flatMap(({ id, pdf, signatures: [signature] }) => {
    const theirs = stricter.includes(id) ? undefined : byOpenssl(pdf)
    return theirs === undefined ? [] : [{ id, intact: theirs, ours: signature?.intact }]
  })
  expect(told.filter(({ intact, ours }) => intact !== ours)).toEqual([])
  expect(told.length).toBeGreaterThan(40)
})

test.skipIf(!present)('a document that OpenSSL signed is intact, its certificate too', async () => {
  const subject = '/O=Sở Tư pháp/CN=Lê Thị Hồng'
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-utf8',
    '-subj',
    subject,
    '-keyout',
    'key',
    '-out',
    'cert',
    '-days',
    '30',
  )
  const sign = (content: Buffer) => {
    writeFileSync(path('content'), content)
    const how = ['-sign', '-binary', '-cades', '-md', 'sha384', '-outform', 'DER']
    return openssl(
      'cms',
      ...how,
      '-signer',
      'cert',
      '-inkey',
      'key',
      '-keyopt',
      'rsa_padding_mode:pss',
      '-in',
      'content',
    )
  }
  const pdf = signed(document('Bao cao'), sign, { room: 3000 })
  const [reading, ...others] = await readSignatures(
    pdf,
    trustListOf([{ name: 'cert', bytes: openssl('x509', '-in', 'cert') }], 'cert'),
  )
  expect(others).toEqual([])
  expect(reading).toMatchObject({ intact: true, trusted: true, complete: true, by: 'Lê Thị Hồng', time: 'claimed' })
})
