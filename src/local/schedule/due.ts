import { dayInVietnam } from '../../edge/day-in-vietnam.ts'

/** What an operator sets of the schedule; days and hours of Asia/Ho_Chi_Minh. */
export interface Plan {
  /** `MM-DD`: day of the yearly re-check. */
  recheckDay: string
  /** 0–23. */
  recheckHour: number
  /** 0–23: hour of the daily notices. */
  noticeHour: number
}

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
