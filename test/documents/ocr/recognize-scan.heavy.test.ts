import { describe, expect, test } from 'vitest'
import { scanStamped } from '../../../src/documents/recognize-scan.ts'
import { FACTS, factsIn, scannedDecision } from './scanned-decision.ts'

const recognize = scannedDecision()

describe('a scanned decision', { timeout: 180_000 }, () => {
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
