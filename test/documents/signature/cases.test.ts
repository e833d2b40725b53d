import { describe, expect, test } from 'vitest'
import { readSignatures } from '../../../src/documents/signature/signatures.ts'
import { SIGNATURE_REASONS } from '../../../src/dossier/reading.ts'
import { signedCases } from './cases.ts'

const cases = signedCases()

describe('what a signature is worth', () => {
  test.for(cases)('$id: $title', async ({ pdf, trust, signatures }) => {
    expect(await readSignatures(pdf, trust)).toEqual(signatures)
  })

  test('every reason has a case, but those that only a hostile file meets', () => {
    const met = new Set(cases.flatMap(({ signatures }) => signatures.map(({ reason }) => reason)))
    expect(SIGNATURE_REASONS.filter((reason) => !met.has(reason))).toEqual(['overBounds', 'algorithmUnknown'])
  })
})
