import type { Clock } from '../base/clock.ts'
import { addMonths, type Day, toDay } from '../base/day.ts'
import { type Facts, fact } from './define.ts'
import type { Scope } from './scope.ts'

interface Span {
  from: Day
  through: Day
}

/** The days on which each record of a listed process is at most twelve months old. */
function spans({ manifest: { processes, records } }: Scope): readonly Span[] | undefined {
  if (!processes || !records) return undefined
  const listed = new Set(processes.map(({ code }) => code))
  return records.flatMap(({ process, receivedOn }) => {
    const from = toDay(receivedOn)
    return listed.has(process) ? [{ from, through: addMonths(from, 12) }] : []
  })
}

function ofPastYear(scope: Scope, clock: Clock): number | undefined {
  return scope.derive(spans, clock)?.filter(({ from, through }) => clock.within(from, through)).length
}

/** Records that carrying out processes left behind (Thông tư 26/2014 Điều 36 khoản 1 điểm d). */
export const recordFacts: Facts = {
  'records.ofPastYear': fact(
    'number',
    'số hồ sơ của các quy trình đã kê khai, tiếp nhận trong 12 tháng trước ngày đánh giá',
    'records of listed processes received in the past twelve months',
    (s, c) => s.derive(ofPastYear, c),
    () => '/records',
  ),
}
