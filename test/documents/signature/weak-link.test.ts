import { describe, expect, test } from 'vitest'
import { by, plain } from '../../../fixtures/documents/signatures/build/case.ts'
import { holder, pem, type Wanted } from '../../../fixtures/documents/signatures/build/certificates.ts'
import { rsaKeys } from '../../../fixtures/documents/signatures/build/keys.ts'
import { message } from '../../../fixtures/documents/signatures/build/messages.ts'
import { signed } from '../../../fixtures/documents/signatures/build/pdf.ts'
import { readSignatures } from '../../../src/documents/signature/signatures.ts'
import { trustListOf } from '../../../src/documents/signature/trust.ts'

/** What a signature is worth whose way up leads over an authority of these properties to a root of those. */
async function overAuthority(ofRoot: Partial<Wanted>, ofIssuing: Partial<Wanted>) {
  const root = holder({ by: 'CA gốc', authority: true, ...ofRoot })
  const issuing = holder({ by: 'CA cấp dưới', issuer: root, authority: true, ...ofIssuing })
  const signer = holder({ by: 'Nguyễn Thị Ánh Tuyết', issuer: issuing })
  const trust = trustListOf([{ name: 'root.pem', bytes: Buffer.from(pem('CERTIFICATE', root.certificate)) }], 'trust')
  const [reading] = await readSignatures(by({ signer, along: [issuing] }, { room: 4000 }), trust)
  return reading
}

describe('a certificate on the way up that can be forged today', () => {
  test('is none in a sound chain', async () => {
    expect(await overAuthority({}, {})).toMatchObject({ intact: true, trusted: true })
  })

  test.each([
    ['the root signed the authority with SHA-1', { scheme: { hash: 'sha1' } }, {}],
    ['the authority signed the signer with SHA-1', {}, { scheme: { hash: 'sha1' } }],
    ['the key of the root is short', { keys: rsaKeys(1024) }, {}],
    ['the key of the authority is short', {}, { keys: rsaKeys(1024) }],
  ] satisfies [string, Partial<Wanted>, Partial<Wanted>][])('%s: not trusted', async (_, root, issuing) => {
    expect(await overAuthority(root, issuing)).toMatchObject({ intact: true, trusted: false, reason: 'weak' })
  })
})

describe('a message whose content is of another type than its signer signed', () => {
  const DATA = '06092a864886f70d010701'
  const OTHER = '06092a864886f70d010705'
  const root = holder({ by: 'CA gốc', authority: true })
  const signer = holder({ by: 'Nguyễn Thị Ánh Tuyết', issuer: root })
  const trust = trustListOf([{ name: 'root.pem', bytes: Buffer.from(pem('CERTIFICATE', root.certificate)) }], 'trust')

  /** The signed message with another type in one of its places: the attribute first, then the content. */
  const withOther = (place: 'attribute' | 'content' | 'nowhere') =>
    signed(
      plain,
      (content) => {
        const change = (der: Buffer) =>
          Buffer.from(der.toString('hex').replace(DATA, place === 'attribute' ? OTHER : DATA), 'hex')
        const hex = message(content, { signer, change }).toString('hex')
        // In the message the content stands before its signer.
        return Buffer.from(place === 'content' ? hex.replace(DATA, OTHER) : hex, 'hex')
      },
      { room: 4000 },
    )

  test.each([
    ['nowhere', undefined],
    ['attribute', 'kindUnknown'],
    ['content', 'kindUnknown'],
  ] as const)('%s: %s', async (place, reason) => {
    const [reading] = await readSignatures(withOther(place), trust)
    expect([reading?.trusted, reading?.reason]).toEqual([reason === undefined, reason])
  })
})
