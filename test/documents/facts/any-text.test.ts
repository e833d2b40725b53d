import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DocumentText } from '../../../src/documents/document-text.ts'
import { factsOf, stampedIn } from '../../../src/documents/facts/facts.ts'
import { linesOf } from '../../../src/documents/facts/lines.ts'
import { processorTime } from '../../support/processor-time.ts'
import { factsByName, textFixtures } from './text-fixture.ts'

/** Cells of the texts of the fixtures, which random documents are put together from. */
const CELLS = [
  ...new Set(
    textFixtures().flatMap(([, { content }]) => content.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells))),
  ),
]

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...CELLS) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...CELLS), fc.nat(40)).map(([words, at]) => words.slice(at)) },
  { weight: 1, arbitrary: fc.constantFrom(...CELLS).map((words) => words.normalize('NFD')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
)
const line = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => ({ text: cells.join(' '), cells }))
const document = fc.array(fc.array(line, { maxLength: 25 }), { maxLength: 3 }).map(
  (pages): DocumentText => ({
    format: 'pdf',
    text: 'read',
    flags: [],
    content: pages.map((lines, index) => ({ page: index + 1, lines })),
  }),
)

it('any text is read without a fault, and every quote is in it', () => {
  fc.assert(
    fc.property(document, (text) => {
      const words = linesOf(text)
        .map((one) => one.text)
        .join(' ')
      for (const { quote, page } of Object.values(factsByName(factsOf(text))).flat()) {
        expect(quote.length).toBeLessThanOrEqual(200)
        expect(quote.isWellFormed()).toBe(true)
        // The last part of a quote that is cut at 200 characters may be the ` …` between two.
        for (const part of quote.replace(/ …?$/u, '').split(' … ')) expect(words).toContain(part)
        expect(page).toBeGreaterThan(0)
      }
      expect(typeof stampedIn(text)).toBe('boolean')
    }),
    { numRuns: 400 },
  )
})

it('long lines take no longer than their length', () => {
  const long = ['1.001234 ', 'ngày 10 tháng ', 'công bố theo ', '- a; ', 'Q Đ ', 'điểm không phù hợp '].map((words) =>
    words.repeat(4000),
  )
  const text: DocumentText = {
    format: 'pdf',
    text: 'read',
    flags: [],
    content: [{ page: 1, lines: long.map((words) => ({ text: words, cells: [words] })) }],
  }
  const spent = processorTime()
  factsOf(text)
  stampedIn(text)
  expect(spent()).toBeLessThan(5_000)
})
