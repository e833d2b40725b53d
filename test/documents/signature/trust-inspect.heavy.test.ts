import { expect, test } from 'vitest'
import { inspectSignatures } from '../../../src/documents/signature/inspect.ts'
import { signedCases, trustOf } from './cases.ts'

test('whatever is signed, and however, can be looked at; a chain goes no further than its signatures do', async () => {
  for (const { id, pdf, trust, signatures } of signedCases()) {
    const seen = await inspectSignatures(pdf, trust)
    expect(
      seen.map(({ chain: _, ...reading }) => reading),
      id,
    ).toEqual(signatures)
    for (const { chain } of seen) expect(new Set(chain.map(({ sha256 }) => sha256)).size, id).toBe(chain.length)
  }
  const unknown = signedCases().find(({ id }) => id === 'root-unknown') ?? expect.unreachable()
  const [one] = await inspectSignatures(unknown.pdf, trustOf('root.pem'))
  expect(one?.chain.some(({ trusted }) => trusted)).toBe(false)
})
