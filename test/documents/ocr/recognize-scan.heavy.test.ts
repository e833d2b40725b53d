import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { factsOf } from '../../../src/documents/facts/facts.ts'
import { scanStamped, scanText } from '../../../src/documents/recognize-scan.ts'
import { SCAN_BOUNDS } from '../../../src/documents/settings.ts'
import { FACTS, factsIn, scannedDecision } from './scanned-decision.ts'

const recognize = scannedDecision()

describe('a scanned decision', { timeout: 180_000 }, () => {
  test('says what stands on it, with the same words and confidences on every machine', async () => {
    const reading = await recognize()
    expect(Object.fromEntries(factsIn(reading))).toEqual(FACTS)
    const [page] = reading.pages
    const told = page?.words.map(({ text, confidence }) => `${text} ${confidence}`).join('\n') ?? ''
    expect(createHash('sha256').update(told).digest('hex')).toBe(
      '9b2d874e940e7eae772a4b9565df7ef24c3d76c2c90389e1ca560b2d9a4f496b',
    )
    const number = factsOf(scanText(reading)).number[0]
    expect(number?.page).toBe(1)
    const [x = 0, y = 0, width = 0, height = 0] = number?.box?.[0] ?? []
    expect([x > 60 && x < 200, y > 60 && y < 160, width > 20 && width < 150, height > 8 && height < 30]).toEqual(
      Array(4).fill(true),
    )
  })

  test('that lay askew, under a red seal, with noise, says nothing wrong and most of it', async () => {
    const seal = '0.85 0.1 0.15 RG 3 w 330 180 90 90 re S 1 0 0 rg 340 215 70 8 re f'
    const reading = await recognize({ skew: 1.3, over: seal, noise: true })
    const facts = factsIn(reading)
    for (const [name, values] of facts)
      if ((values as unknown[]).length > 0) expect([name, values]).toEqual([name, FACTS[name as keyof typeof FACTS]])
    expect(facts.filter(([, values]) => (values as unknown[]).length > 0).length).toBeGreaterThanOrEqual(3)
  })

  test('that lies on its side, or on its head, is turned', async () => {
    for (const rotate of [90, 180]) {
      const facts = Object.fromEntries(factsIn(await recognize({ rotate })))
      expect(facts, String(rotate)).toMatchObject({ number: FACTS.number, date: FACTS.date })
    }
  })

  test('bears a stamp of secrecy where it stands in red', async () => {
    const stamp = (colour: string) => `BT ${colour} rg /F1 20 Tf 70 680 Td (TOI MAT) Tj ET`
    expect(scanStamped(await recognize({ over: stamp('0.9 0.1 0.1') }))).toBe(true)
    expect(scanStamped(await recognize({ over: stamp('0 0 0') }))).toBe(false)
    const red = (text: string) => ({
      pages: [{ page: 1, words: [], lines: [], seen: [], red: [{ text, cells: [text] }], confidence: 50 }],
      unread: 0,
    })
    expect(['MẬT', 'TỐI MÂT', 'BẢO MẬT'].map((text) => scanStamped(red(text)))).toEqual([true, true, false])
  })
})

test('a page that takes too long is left out and counted', async () => {
  const reading = await recognize({}, { ...SCAN_BOUNDS, milliseconds: 100 })
  expect(reading).toEqual({ pages: [], unread: 1 })
})
