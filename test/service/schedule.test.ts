import { describe, expect, onTestFinished, test } from 'vitest'
import { startSchedule } from '../../src/service/schedule.ts'
import type { RecheckRun } from '../../src/service/service.ts'

const PLAN = { recheckDay: '01-02', recheckHour: 7, noticeHour: 7 }

/** A schedule whose clock begins at an instant and runs on; what it set off is noted. */
function begin(instant: string, fails = 0) {
  const start = performance.now()
  const now = () => new Date(Date.parse(instant) + performance.now() - start)
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
    await expect.poll(() => notices).toEqual(['2027-01-02'])
    expect(rechecks).toEqual([{ year: 2027, asOf: '2027-01-02' }])
  })

  test('does again at the next full hour what failed', async () => {
    const { rechecks, notices, told } = begin('2027-01-02T00:59:59.500Z', 1)
    await expect.poll(() => told).toEqual([['error', 'schedule-failed']])
    expect(rechecks).toHaveLength(1)
    await expect.poll(() => rechecks).toHaveLength(2)
    expect(notices).toEqual(['2027-01-02'])
  })
})
