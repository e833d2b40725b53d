import { expect, test } from 'vitest'
import { by, right } from '../../../fixtures/documents/signatures/build/case.ts'
import { issuing, replaced, root } from '../../../fixtures/documents/signatures/build/cast.ts'
import { pem, revocationList } from '../../../fixtures/documents/signatures/build/certificates.ts'
import { appended } from '../../../fixtures/documents/signatures/build/pdf.ts'
import { readSignatures } from '../../../src/documents/signature/signatures.ts'
import { trustListOf } from '../../../src/documents/signature/trust.ts'

const trust = trustListOf([{ name: 'root.pem', bytes: Buffer.from(pem('CERTIFICATE', root.certificate)) }], 'trust')

test('a message with a list of very many revoked ones is beyond the bounds, and not broken', async () => {
  const entry = { who: replaced, on: '2025-06-01T00:00:00Z', reason: 4 }
  const list = revocationList(
    issuing,
    Array.from({ length: 6_000 }, () => entry),
  )
  const pdf = by({ lists: [list] }, { room: list.length + 2_000 })
  expect(await readSignatures(pdf, trust)).toMatchObject([{ intact: false, reason: 'overBounds' }])
})

test('data for long-term verification after the last signature leave it intact, and what was added unsigned', async () => {
  const catalog = '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] /SigFlags 3 >> /DSS 9 0 R >>'
  const pdf = appended(by(), { 1: catalog, 9: '<< /Type /DSS /VRI << >> >>' })
  expect(await readSignatures(pdf, trust)).toEqual([right({ complete: false, reason: 'addedAfter' })])
})
