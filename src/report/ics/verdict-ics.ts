import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { sha256 } from '../../base/canonical.ts'
import { toDay } from '../../base/day.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import type { FormatOptions } from '../formats.ts'
import { printable } from '../printable.ts'
import { fill, Renderer } from '../render.ts'
import { DISCLAIMER } from '../words/verdict.ts'
import { deadlinesOf } from './dates.ts'
import { CALENDAR_WORDS } from './words.ts'

const DAY = 24 * 60 * 60
/** Days before the day itself on which the calendar reminds. */
const REMIND = [30, 7]

/**
 * The days of a verdict as a calendar (RFC 5545): all-day events with reminders. A later verdict on the same agency
 * has the same event ids and a higher sequence, so a calendar that takes it in moves the days instead of doubling them.
 */
export function verdictIcs(verdict: Verdict, { ruleSet, lang }: FormatOptions): string {
  const { agency, asOf } = verdict
  const calendar = ical({
    name: escaped(fill(CALENDAR_WORDS.name[lang], { agency: agency.name }, lang)),
    description: escaped(DISCLAIMER[lang]),
    prodId: { company: verdict.engine.name, product: 'verdict', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { key, on, summary, description } of deadlinesOf(verdict, new Renderer(ruleSet, lang))) {
    const event = calendar.createEvent({
      id: `${sha256(`${agency.code}\n${key}`)}@${verdict.engine.name}`,
      sequence: toDay(asOf),
      stamp: `${asOf}T00:00:00Z`,
      start: on,
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: printable(summary),
      description: printable(description),
    })
    for (const days of REMIND)
      event.createAlarm({ type: ICalAlarmType.display, triggerBefore: days * DAY, description: printable(summary) })
  }
  return `${calendar.toString()}\r\n`
}

/** TEXT of RFC 5545, section 3.3.11: the library escapes what stands in events, but not the calendar's own name. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')
}
