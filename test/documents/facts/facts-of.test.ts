import { describe, expect, it } from 'vitest'
import { factsOf, stampedIn } from '../../../src/documents/facts/facts.ts'
import { linesOf } from '../../../src/documents/facts/lines.ts'
import { factsByName, textFixtures } from './text-fixture.ts'

describe.each(textFixtures())('%s', (_, text, { facts: told, stamped, notRead }) => {
  const facts = factsByName(factsOf(text))

  it('gives the facts a person reads in it, and no other', () => {
    const read = Object.entries(facts).filter(([, readings]) => readings.length > 0)
    expect(Object.fromEntries(read.map(([name, readings]) => [name, readings.map(({ value }) => value)]))).toEqual(
      Object.fromEntries(Object.entries(told).filter(([name]) => !notRead.includes(name))),
    )
  })

  it('bears a stamp of secrecy or none', () => expect(stampedIn(text)).toBe(stamped))

  it('quotes its own words, with their page or cell', () => {
    const words = linesOf(text)
      .map((line) => line.text)
      .join(' ')
    for (const { quote, page, cell } of Object.values(facts).flat()) {
      expect(quote.split(' … ').filter((part) => !words.includes(part))).toEqual([])
      expect(page ?? cell).toBeDefined()
    }
  })
})

it('reads most of what stands in the texts, and nothing that does not', () => {
  const count = { present: 0, found: 0, wrong: 0 }
  for (const [, text, { facts }] of textFixtures())
    for (const [name, readings] of Object.entries(factsByName(factsOf(text)))) {
      const told = new Set((facts[name] ?? []).map((value) => JSON.stringify(value)))
      const values = readings.map(({ value }) => JSON.stringify(value))
      count.present += told.size
      count.found += values.filter((value) => told.has(value)).length
      count.wrong += values.filter((value) => !told.has(value)).length
    }
  expect(count.wrong).toBe(0)
  expect(count.found / count.present).toBeGreaterThan(0.9)
})
