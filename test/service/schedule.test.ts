import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startSchedule } from '../../src/service/schedule.ts'
import type { RecheckRun } from '../../src/service/service.ts'

const PLAN = { recheckDay: '01-02', recheckHour: 7, noticeHour: 7 }

afterEach(() => void vi.useRealTimers())

/** A schedule whose clock begins at an instant and goes on when it is told to; what it set off is noted. */
function begin(instant: string, fails = 0) {
  vi.useFakeTimers({ now: Date.parse(instant), toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const now = () => new Date()
  const rechecks: RecheckRun[] = []
  const notices: string[] = []
  const told: unknown[] = []
  const scheduled = {
    async recheck(run: RecheckRun) {
      rechecks.push(run)
      if (rechecks.length <= fails) throw new Error('store away')
    },
    async notices(day: string) {
      notices.push(day)
      return true
    },
  }
  onTestFinished(startSchedule(PLAN, now, scheduled, (level, event) => told.push([level, event])))
  return { rechecks, notices, told }
}

describe('the schedule', () => {
  test('does at start what fell due while nothing ran', () => {
    const { rechecks, notices } = begin('2027-03-05T02:00:00Z')
    expect(rechecks).toEqual([{ year: 2027, asOf: '2027-01-02' }])
    expect(notices).toEqual(['2027-03-05'])
  })

  test('does nothing before the hour, and then without a start', async () => {
    const { rechecks, notices } = begin('2027-01-01T23:59:59.500Z')
    expect({ rechecks, notices }).toEqual({ rechecks: [], notices: [] })
    await vi.advanceTimersByTimeAsync(499)
    expect({ rechecks, notices }).toEqual({ rechecks: [], notices: [] })
    await vi.advanceTimersByTimeAsync(1)
    expect(notices).toEqual(['2027-01-02'])
    expect(rechecks).toEqual([{ year: 2027, asOf: '2027-01-02' }])
  })

  test('tries what failed once an hour, however often it looks at the clock', async () => {
    const { rechecks } = begin('2027-01-02T00:10:00Z', 5)
    await vi.advanceTimersByTimeAsync(49 * 60_000)
    expect(rechecks).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(rechecks).toHaveLength(2)
  })

  test('does again at the next full hour what failed', async () => {
    const { rechecks, notices, told } = begin('2027-01-02T00:59:59.500Z', 1)
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual([['error', 'schedule-failed']])
    expect(rechecks).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(500)
    expect(rechecks).toHaveLength(2)
    expect(notices).toEqual(['2027-01-02'])
  })
})
