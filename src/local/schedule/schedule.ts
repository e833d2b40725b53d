import { recheckRun } from '../../service/recheck-run.ts'
import type { RecheckRun } from '../../service/service.ts'
import { describeFault, type Log } from '../log.ts'
import { dueAt, type Plan } from './due.ts'

/** What the schedule sets off. Each may be set off again for the same day or year. */
export interface Scheduled {
  recheck(run: RecheckRun): Promise<void>
  /** @returns whether the day is done with */
  notices(day: string): Promise<boolean>
}

/** Looks at the clock at least so often, since a machine may sleep and a clock may be set. */
const LONGEST_SLEEP_MS = 60_000

/**
 * Does what the plan asks for, now and from now on: also what fell due while nothing was running. What fails is tried
 * again at the next full hour.
 * @returns what stops it; what was set off goes on
 */
export function startSchedule(plan: Plan, now: () => Date, scheduled: Scheduled, log: Log): () => void {
  /** Names of what is done, or was tried in this hour. */
  const done = new Set<string>()
  const tried = new Map<string, string>()
  let timer: NodeJS.Timeout

  async function setOff(name: string, hour: string, act: () => Promise<boolean>): Promise<void> {
    if (done.has(name) || tried.get(name) === hour) return
    tried.set(name, hour)
    try {
      if (await act()) done.add(name)
    } catch (fault) {
      log('error', 'schedule-failed', { run: name, fault: describeFault(fault) })
    }
  }

  function look(): void {
    const instant = now()
    const hour = instant.toISOString().slice(0, 13)
    const { recheckYear, noticesOn, nextMs } = dueAt(instant, plan)
    timer = setTimeout(look, Math.min(LONGEST_SLEEP_MS, nextMs)).unref()
    if (recheckYear !== undefined) {
      const run = recheckRun(recheckYear, plan.recheckDay)
      void setOff(`recheck ${recheckYear}`, hour, () => scheduled.recheck(run).then(() => true))
    }
    if (noticesOn !== undefined) void setOff(`notices ${noticesOn}`, hour, () => scheduled.notices(noticesOn))
  }

  look()
  return () => clearTimeout(timer)
}
