import { expect, test } from 'vitest'
import { readSignatures } from '../../../src/documents/signature/signatures.ts'
import { rounds } from '../../support/rounds.ts'
import { type SignedCase, signedCases } from './cases.ts'
import { draws } from './draws.ts'

const SEED = 19_2014
const EACH = rounds(300)
const subjects = signedCases().filter(({ id }) => ['p256', 'pss', 'rsa', 'stamped', 'two-signatures'].includes(id))

interface Mutation {
  pdf: Buffer
  what: string
  at: number
}

/** One small change somewhere in the document. */
function mutated(pdf: Buffer, draw: (below: number) => number): Mutation {
  const at = draw(pdf.length)
  const what = ['flip', 'set', 'drop', 'double', 'insert'][draw(5)] ?? 'flip'
  const [before, after] = [pdf.subarray(0, at), pdf.subarray(at + 1)]
  const byte = pdf[at] ?? 0
  const inPlace = { flip: [byte ^ (1 << draw(8))], set: [draw(256)], drop: [], double: [byte, byte] }
  const middle = what === 'insert' ? Array.from({ length: 1 + draw(40) }, () => draw(256)) : inPlace[what as 'flip']
  return { pdf: Buffer.concat([before, Buffer.from(middle), after]), what, at }
}

/** Whether the byte stands in the room of a signature, which no signature covers. */
const inMessage = (pdf: Buffer, at: number): boolean =>
  [...pdf.toString('latin1').matchAll(/\/Contents (<[0-9a-f]+>)/g)].some(
    ({ index, 0: { length } }) => at > index && at < index + length,
  )

async function judge({ id, pdf: original, trust, signatures }: SignedCase, draw: (below: number) => number) {
  const { pdf, what, at } = mutated(original, draw)
  if (pdf.equals(original)) return
  const told = `${id}: ${what} at ${at}`
  for (const { intact, trusted, complete, by, organization } of await readSignatures(pdf, trust)) {
    if (!(intact && trusted && complete)) continue
    // A message has a few bits that mean nothing, such as the case of a digit; they may change nothing that is said.
    expect(inMessage(original, at), told).toBe(true)
    expect(
      signatures.map((one) => [one.by, one.organization]),
      told,
    ).toContainEqual([by, organization])
  }
}

test.for(subjects)('$id: no change of a byte passes, and none makes it throw', async (subject) => {
  const draw = draws(SEED)
  for (let count = 0; count < EACH; count++) await judge(subject, draw)
})

test('the documents that are changed are right before', () => {
  expect(subjects.flatMap(({ signatures }) => signatures).filter(({ trusted }) => !trusted)).toEqual([])
  expect(subjects).toHaveLength(5)
})
