import { describe, expect, test } from 'vitest'
import { processClock } from '../../src/cli/options.ts'

describe('the clock of a process', () => {
  test.each([{}, { QMS_VERDICT_NOW: '' }])('is the machine’s, and says nothing: %j', (environment) => {
    const { now, warning } = processClock(environment)
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000)
    expect(warning).toBeUndefined()
  })

  test('begins where the variable says, runs on, and is told', async () => {
    const { now, warning } = processClock({ QMS_VERDICT_NOW: '2026-03-05T09:00:00+07:00' })
    const first = now().getTime() - Date.parse('2026-03-05T02:00:00Z')
    expect(first).toBeGreaterThanOrEqual(0)
    // It began when this process did, which may have run other tests before.
    expect(first).toBeLessThan(performance.now() + 60_000)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(now().getTime() - Date.parse('2026-03-05T02:00:00Z')).toBeGreaterThan(first)
    expect(warning).toMatchObject({ vi: expect.stringContaining('2026-03-05T09'), en: expect.stringContaining('2026') })
  })

  test.each(['yesterday', '2026-03-05', '2026-03-05T02:00:00'])('%s is no instant', (text) => {
    expect(() => processClock({ QMS_VERDICT_NOW: text })).toThrow(/2026-03-05T02:00:00Z/)
  })
})
