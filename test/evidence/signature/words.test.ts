import { expect, test } from 'vitest'
import { SIGNATURE_REASONS } from '../../../src/dossier/signature-reason.ts'
import { SIGNATURE_REASON_WORDS } from '../../../src/report/words/signatures.ts'

test.for(SIGNATURE_REASONS)('%s is told in sentences of both languages', (reason) => {
  const { vi, en } = SIGNATURE_REASON_WORDS[reason]
  for (const text of [vi, en]) expect(text).toMatch(/^\p{Lu}.*\.$/su)
  expect(vi).not.toBe(en)
})
