import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPointer } from '../../../src/core/json.ts'
import { readJson } from '../../../src/intake/manifest/json.ts'
import { walkJson } from '../../../src/intake/manifest/json-walk.ts'
import { SourceText } from '../../../src/intake/manifest/source-text.ts'

/** Whether the walk finds nothing wrong with a text. */
function flawless(text: string): boolean {
  let flaws = 0
  const end = walkJson(text, { flaw: () => flaws++ })
  return flaws === 0 && !end.stopped
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

const jsonText = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 2, '\t'))
  .map(([value, indent]) => JSON.stringify(value, undefined, indent))

describe('walking a JSON text', () => {
  it('finds nothing wrong with a text that JSON.parse reads', () => {
    fc.assert(fc.property(jsonText, (text) => flawless(text)))
  })

  it('finds something wrong with every text that JSON.parse does not read, and with no other', () => {
    const slip = fc.record({
      at: fc.nat(),
      cut: fc.nat(3),
      put: fc.constantFrom(...',:{}[]"\'“”/*#-.eE01tn \n\t\\\u00a0', ''),
    })
    fc.assert(
      fc.property(jsonText, slip, (text, { at, cut, put }) => {
        const from = at % (text.length + 1)
        const damaged = text.slice(0, from) + put + text.slice(from + cut)
        expect(flawless(damaged)).toBe(parses(damaged))
      }),
      { numRuns: 3000 },
    )
  })

  it('finds something wrong with texts of JSON signs thrown together, exactly when JSON.parse does', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '1',
      '-0.5e3',
      '01',
      'true',
      'nul',
      ' ',
      '\n',
      '//',
      "'b'",
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(flawless(pieces.join(''))).toBe(parses(pieces.join('')))
      }),
      { numRuns: 3000 },
    )
  })

  it('tells the line of every value', () => {
    const deep = fc.jsonValue({ maxDepth: 4 })
    fc.assert(
      fc.property(deep, (value) => {
        const text = JSON.stringify(value, undefined, 1)
        const reading = readJson(new SourceText(text))
        if ('fault' in reading) throw new Error(reading.fault.code)
        const lines = linesOf(value)
        const places = reading.ok.places(new Set(lines.keys()))
        expect([...places].map(([pointer, { line }]) => [pointer, line]).sort()).toEqual([...lines].sort())
      }),
    )
  })
})

/** Where `JSON.stringify` with an indent puts each value: a line each, and one for each closing bracket. */
function linesOf(root: unknown): Map<string, number> {
  const lines = new Map<string, number>()
  let line = 1
  const visit = (value: unknown, path: readonly string[]): void => {
    lines.set(toPointer(path), line)
    if (typeof value !== 'object' || value === null) return
    const members = Object.entries(value)
    for (const [key, member] of members) {
      line++
      visit(member, [...path, key])
    }
    if (members.length > 0) line++
  }
  visit(root, [])
  return lines
}

it('a key is the same however its letters are put together, also where its quotes were forgotten', () => {
  const twice = (text: string) => {
    const told: string[] = []
    walkJson(text, { duplicate: (pointer) => told.push(pointer()) })
    return told
  }
  const [whole, apart] = ['tên'.normalize('NFC'), 'tên'.normalize('NFD')]
  expect(twice(`{"${whole}": 1, "${apart}": 2}`)).toEqual([`/${whole}`])
  expect(twice(`{"${whole}": 1, ${apart}: 2}`)).toEqual([`/${whole}`])
})
