import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { factsOf } from '../../../src/documents/facts/facts.ts'
import { SCAN_BOUNDS, scanText } from '../../../src/documents/recognize-scan.ts'
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
})

test('a page that takes too long is left out and counted', async () => {
  const reading = await recognize({}, { ...SCAN_BOUNDS, milliseconds: 100 })
  expect(reading).toEqual({ pages: [], unread: 1 })
})
