import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { onePage, type PdfObject } from '../../../fixtures/documents/hostile-pdf/build/pdf.ts'
import { by, right, untrusted } from '../../../fixtures/documents/signatures/build/case.ts'
import { issuing, official, replaced, root, stolen } from '../../../fixtures/documents/signatures/build/cast.ts'
import { type Holder, pem, revocationList } from '../../../fixtures/documents/signatures/build/certificates.ts'
import { appended } from '../../../fixtures/documents/signatures/build/pdf.ts'
import { readSignatures } from '../../../src/documents/signature/signatures.ts'
import { trustListOf } from '../../../src/documents/signature/trust.ts'

const trust = trustListOf([{ name: 'root.pem', bytes: Buffer.from(pem('CERTIFICATE', root.certificate)) }], 'trust')

/** A list with more entries than a message may have elements; the last of them is the one that counts. */
const long = (who: Holder) =>
  revocationList(issuing, [
    ...Array.from({ length: 4_400 }, () => ({ who: stolen, on: '2025-02-01T00:00:00Z', reason: 4 })),
    { who, on: '2025-02-01T00:00:00Z', reason: 4 },
  ])
const [withoutSigner, withSigner] = [long(replaced), long(official)]

test.each(['lists', 'archived'] as const)(
  'a list of very many revoked ones inside a message (%s) is read: who is not in it is trusted, who is in it is not',
  async (where) => {
    const signedWith = (list: Buffer) => by({ [where]: [list] }, { room: list.length + 2_000 })
    expect(await readSignatures(signedWith(withoutSigner), trust)).toEqual([right()])
    expect(await readSignatures(signedWith(withSigner), trust)).toEqual([untrusted('revoked')])
    const altered = signedWith(withoutSigner)
    altered.write('99', altered.indexOf('88/QD-STP'))
    expect(await readSignatures(altered, trust)).toMatchObject([{ intact: false, reason: 'contentAltered' }])
  },
)

test('who was revoked later, but as of a day before the signature, is not trusted', async () => {
  const signedWith = (since?: string) => {
    const entry = { who: official, on: '2049-01-01T00:00:00Z', reason: 4, ...(since !== undefined && { since }) }
    return readSignatures(by({ lists: [revocationList(issuing, [entry])] }, { room: 4_000 }), trust)
  }
  expect(await signedWith()).toEqual([right()])
  expect(await signedWith('2025-02-01T00:00:00Z')).toEqual([untrusted('revoked')])
})

test('what is signed with the lists in a message is not altered unseen', async () => {
  const one = withoutSigner
  const pdf = by({ archived: [one] }, { room: one.length + 2_000 })
  const other = Buffer.from(one)
  other.write('260201', other.indexOf('250201'), 'latin1')
  pdf.write(other.toString('hex'), pdf.indexOf(one.toString('hex')), 'latin1')
  expect(await readSignatures(pdf, trust)).toMatchObject([{ intact: false, reason: 'signatureWrong' }])
})

test('a message with very many certificates is beyond the bounds, and not broken', async () => {
  const along = Array.from({ length: 800 }, () => issuing)
  const pdf = by({ along }, { room: 800 * (issuing.certificate.length + 10) })
  expect(await readSignatures(pdf, trust)).toMatchObject([{ intact: false, reason: 'overBounds' }])
})

test('a signature that was packed into a stream of objects was written anew after signing: for a person to see', async () => {
  const objects = '7 0 << /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 9 20 9] /Contents <00ff> >>'
  const stream = (type: string): PdfObject => ({
    dictionary: `/Type /${type} /N 1 /First 4 /Filter /FlateDecode`,
    data: deflateSync(Buffer.from(objects)),
  })
  const pdf = (type: string) => onePage({ more: [stream(type)] })
  expect(await readSignatures(pdf('ObjStm'), trust)).toMatchObject([{ intact: false, reason: 'byteRange' }])
  expect(await readSignatures(pdf('EmbeddedFile'), trust)).toEqual([])
  const bomb = { dictionary: '/Type /ObjStm', data: deflateSync(Buffer.alloc(64 * 1024 * 1024)) }
  expect(await readSignatures(onePage({ more: [bomb] }), trust)).toEqual([])
})

test('data for long-term verification after the last signature leave it intact, and what was added unsigned', async () => {
  const catalog = '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] /SigFlags 3 >> /DSS 9 0 R >>'
  const pdf = appended(by(), { 1: catalog, 9: '<< /Type /DSS /VRI << >> >>' })
  expect(await readSignatures(pdf, trust)).toEqual([right({ complete: false, reason: 'addedAfter' })])
})
