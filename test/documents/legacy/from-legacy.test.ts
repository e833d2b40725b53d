import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { fromLegacy } from '../../../src/documents/legacy.ts'

const folder = new URL('../../../fixtures/documents/legacy/', import.meta.url)
const legacyCase = z.strictObject({
  lines: z.array(z.string()),
  fonts: z.array(z.string()),
  expected: z.union([
    z.literal('legacyFont'),
    z.strictObject({ lines: z.array(z.string()), flags: z.array(z.string()) }),
  ]),
})
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe('text of before Unicode', () => {
  it('has cases', () => expect(names.length).toBeGreaterThan(10))

  it.each(names)('%s', (name) => {
    const { lines, fonts, expected } = legacyCase.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    const read = fromLegacy(
      lines.map((text) => ({ text, cells: [text] })),
      fonts,
    )
    if (read === 'legacyFont') return expect(read).toBe(expected)
    expect({ lines: read.lines.map(({ text }) => text), flags: read.flags }).toEqual(expected)
    expect(read.lines.map(({ cells }) => cells)).toEqual(read.lines.map(({ text }) => [text]))
  })
})
