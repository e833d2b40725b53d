import { dayInVietnam, isIsoDate } from '../core/days.ts'
import { describeFault, type Log } from './log.ts'
import type { RecheckRun } from './service.ts'

/**
 * The re-check of a year.
 * @param monthDay `MM-DD`
 * @throws RangeError when the year has no such day
 */
export function recheckRun(year: number, monthDay: string = DEFAULT_PLAN.recheckDay): RecheckRun {
  const asOf = `${year}-${monthDay}`
  if (!isIsoDate(asOf)) throw new RangeError(`not a date: ${asOf}`)
  return { year, asOf }
}

/** What an operator sets of the schedule; days and hours of Asia/Ho_Chi_Minh. */
export interface Plan {
  /** `MM-DD`: day of the yearly re-check. */
  recheckDay: string
  /** 0–23. */
  recheckHour: number
  /** 0–23: hour of the daily notices. */
  noticeHour: number
}

/** The schedule unless an operator sets another; a test holds the parameters of `serverless.yml` to it. */
export const DEFAULT_PLAN: Readonly<Plan> = { recheckDay: '01-02', recheckHour: 7, noticeHour: 7 }

const MS_PER_HOUR = 3_600_000
const VIETNAM_AHEAD_HOURS = 7

/** What ought to have been done by an instant. */
export interface Due {
  /** The year whose re-check has come; undefined before its day and hour. */
  recheckYear: number | undefined
  /** The day whose notices have come; undefined before their hour. */
  noticesOn: string | undefined
  /** Milliseconds until something may be due that is not yet. */
  nextMs: number
}

/** What a plan asks for at an instant. It does not look at what was done before. */
export function dueAt(now: Date, { recheckDay, recheckHour, noticeHour }: Plan): Due {
  const today = dayInVietnam(now.toISOString())
  const hour = (now.getUTCHours() + VIETNAM_AHEAD_HOURS) % 24
  const planned = `${today.slice(0, 4)}-${recheckDay}`
  const recheckIsDue = today > planned || (today === planned && hour >= recheckHour)
  return {
    recheckYear: recheckIsDue ? Number(today.slice(0, 4)) : undefined,
    noticesOn: hour >= noticeHour ? today : undefined,
    nextMs: MS_PER_HOUR - (now.getTime() % MS_PER_HOUR),
  }
}

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
