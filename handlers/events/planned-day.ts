import * as z from 'zod'
import { InputError } from '../../src/base/errors.ts'
import { dayInVietnam } from '../../src/edge/day-in-vietnam.ts'

/** The input that the schedules are set up with. */
const scheduled = z.object({ scheduledTime: z.iso.datetime({ offset: true }) })

/**
 * The day in Vietnam for which a schedule called: the planned one, however late or often the call comes.
 * @throws InputError when the event is not that of a schedule
 */
export function plannedDay(event: unknown): string {
  const { data } = scheduled.safeParse(event)
  if (data) return dayInVietnam(data.scheduledTime)
  const found = JSON.stringify(event)
  throw new InputError({
    vi: `Sự kiện của lịch chạy: nhận được ${found}, cần thời điểm theo kế hoạch. Đề nghị gọi với nội dung dạng {"scheduledTime":"2027-01-02T00:00:00Z"}.`,
    en: `Event of a schedule: found ${found}, expected the planned instant. Call with an event like {"scheduledTime":"2027-01-02T00:00:00Z"}.`,
  })
}
