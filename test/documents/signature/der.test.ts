import { describe, expect, test } from 'vitest'
import { Asn1Error, tlvAt, tlvsIn } from '../../../src/documents/signature/asn1.ts'
import { attribute } from '../../../src/documents/signature/cms.ts'
import { tokenAt } from '../../../src/documents/signature/pdf-tokens.ts'

describe('a value that is walked over without being kept', () => {
  test('may not be longer than what it stands in, nor than the file', () => {
    // A SEQUENCE of four bytes; within it an INTEGER that says it has nine.
    const der = Uint8Array.from([0x30, 0x04, 0x02, 0x09, 0x01, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
    expect(() => [...tlvsIn(der, tlvAt(der, 0))]).toThrow(Asn1Error)
    expect(() => tlvAt(Uint8Array.from([0x30, 0x05, 0x02, 0x01]), 0)).toThrow('longer than its place')
    expect(tlvAt(Uint8Array.from([0x02, 0x01, 0x07]), 0)).toEqual({ tag: 2, from: 0, start: 2, end: 3 })
  })
})

describe('a signed attribute', () => {
  const one = { type: '1.2.3', values: [7] }
  const of = (...attributes: unknown[]) => attribute({ attributes } as never, '1.2.3')

  test('counts where it stands once, with one value', () => {
    expect([of(one), of({ type: '9.9', values: [1] }), attribute(undefined, '1.2.3')]).toEqual([
      7,
      undefined,
      undefined,
    ])
  })

  test.each([
    ['twice', [one, one]],
    ['with two values', [{ type: '1.2.3', values: [7, 8] }]],
    ['with none', [{ type: '1.2.3', values: [] }]],
  ])('standing %s is none that can be told', (_, attributes) => {
    expect(() => of(...attributes)).toThrow('not once')
  })
})

test('a reference in a dictionary is told from a word', () => {
  expect(tokenAt(Buffer.from('R /Next'), 0)).toEqual({ end: 1, reference: true })
  expect(tokenAt(Buffer.from('Red /Next'), 0)).toEqual({ end: 3, value: { word: 'Red' } })
  expect(tokenAt(Buffer.from('endobj '), 0)).toEqual({ end: 6, ends: true })
})
