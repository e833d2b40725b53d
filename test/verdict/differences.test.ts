import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setAt, toPointer } from '../../src/core/json.ts'
import { differences } from '../../src/verdict/verify.ts'

type Path = (string | number)[]

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.flatMap(([key, inner]) => leaves(inner, [...path, key]))
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)]))
}

describe('differences', () => {
  it('are none between a value and itself in another order', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differences(value, reversed(value))).toEqual([])
      }),
    )
  })

  it('are exactly the one leaf that was changed, at its pointer', () => {
    const dictionary = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 })
    fc.assert(
      fc.property(dictionary, fc.nat(), (value, pick) => {
        const all = leaves(value)
        fc.pre(all.length > 0)
        const path = all[pick % all.length] as Path
        const pointer = toPointer(path)
        const changed = setAt(value, pointer, { changed: true })
        expect(differences(value, changed).map((one) => one.pointer)).toEqual([pointer])
      }),
    )
  })

  it('name what only one side has', () => {
    expect(differences({ a: [1, 2], b: 1 }, { a: [1], c: null })).toEqual([
      { pointer: '/a/1', stated: 2, found: undefined },
      { pointer: '/b', stated: 1, found: undefined },
      { pointer: '/c', stated: undefined, found: null },
    ])
  })

  it('tell a list from a group, and null from nothing', () => {
    expect(differences({ a: [] }, { a: {} })).toHaveLength(1)
    expect(differences({ a: null }, {})).toEqual([{ pointer: '/a', stated: null, found: undefined }])
  })
})
