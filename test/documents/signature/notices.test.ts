import { expect, test } from 'vitest'
import { SIGNATURE_REASON_WORDS, signatureNotices } from '../../../src/documents/signature/notices.ts'
import { type DocumentReading, SIGNATURE_REASONS, type SignatureReading } from '../../../src/dossier/reading.ts'

const valid: SignatureReading = {
  intact: true,
  trusted: true,
  complete: true,
  by: 'Trần Văn Bình',
  signedAt: '2026-10-31T17:05:00Z',
  time: 'timestamp',
}
const unknown: SignatureReading = {
  ...valid,
  trusted: false,
  reason: 'issuerUnknown',
  organization: 'Sở',
  time: 'claimed',
}

const content = { pages: 1, words: 100, inkedPages: null, textHash: null, drawnHash: null }

function readings(...of: [path: string, signature: SignatureReading, stamped?: boolean][]) {
  return new Map(
    of.map(([path, signature, stamped = false]): [string, DocumentReading] => [
      path,
      { path, format: 'pdf', text: 'read', stamped, flags: [], signatures: [signature], content },
    ]),
  )
}

test('a signature is told with its time in Viet Nam and whether that is proven; what does not count comes first', () => {
  expect(signatureNotices(readings(['a.pdf', valid], ['b.pdf', unknown]))).toEqual([
    {
      code: 'signature-not-counted',
      file: 'b.pdf',
      text: {
        vi: `b.pdf: chữ ký số của Trần Văn Bình (Sở) lúc 00:05 ngày 01/11/2026 (thời điểm do người ký tự ghi) không được tính. ${SIGNATURE_REASON_WORDS.issuerUnknown.vi}`,
        en: `b.pdf: the digital signature of Trần Văn Bình (Sở) at 00:05 on 01/11/2026, Viet Nam time (a time that the signer claims), does not count. ${SIGNATURE_REASON_WORDS.issuerUnknown.en}`,
      },
    },
    {
      code: 'signature-valid',
      file: 'a.pdf',
      text: {
        vi: 'a.pdf: chữ ký số của Trần Văn Bình lúc 00:05 ngày 01/11/2026 (có dấu thời gian tin cậy) hợp lệ.',
        en: 'a.pdf: the digital signature of Trần Văn Bình at 00:05 on 01/11/2026, Viet Nam time (proven by a trusted timestamp), is valid.',
      },
    },
  ])
})

test('nothing is told of a bundle with a secrecy stamp in it', () => {
  expect(signatureNotices(readings(['a.pdf', valid], ['mat.pdf', valid, true]))).toEqual([])
})

test('nothing is told of documents that were not read', () => {
  expect(signatureNotices(undefined)).toEqual([])
})

test.for(SIGNATURE_REASONS)('%s is told in sentences of both languages', (reason) => {
  const { vi, en } = SIGNATURE_REASON_WORDS[reason]
  for (const text of [vi, en]) expect(text).toMatch(/^\p{Lu}.*\.$/su)
  expect(vi).not.toBe(en)
})
