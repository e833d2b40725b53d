import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { toDay } from '../core/days.ts'
import { sha256 } from '../core/json.ts'
import type { ShownItem } from '../rules/answer.ts'
import type { Finding, Verdict } from '../verdict/verdict.ts'
import { appliedExceptions, exceptionText } from './exceptions.ts'
import { CALENDAR_WORDS, TOLD_LABEL } from './format-words.ts'
import { toldByAuthority } from './head.ts'
import { printable } from './markup.ts'
import { type FormatOptions, fill, Renderer } from './renderer.ts'
import { ASSURANCE_WORDS, DISCLAIMER, REPORT_WORDS } from './words.ts'

const DAY = 24 * 60 * 60
/** Days before the day itself on which the calendar reminds. */
const REMIND = [30, 7]

/**
 * The days of a verdict as a calendar (RFC 5545): all-day events with reminders. A later verdict on the same agency
 * has the same event ids and a higher sequence, so a calendar that takes it in moves the days instead of doubling them.
 */
export function verdictIcs(verdict: Verdict, { ruleSet, lang }: FormatOptions): string {
  const { agency, asOf } = verdict
  const told = toldByAuthority(verdict, lang)
  const calendar = ical({
    name: escaped(fill(CALENDAR_WORDS.name[lang], { agency: agency.name }, lang)),
    description: escaped(told === null ? DISCLAIMER[lang] : `${DISCLAIMER[lang]}\n${TOLD_LABEL[lang]}: ${told}.`),
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

/** A day an agency must not miss. `key` tells it from the agency's other days and stays the same in later verdicts. */
export interface Deadline {
  key: string
  on: string
  summary: string
  description: string
}

/** What lapses, falls due or turns, in the order of the days. */
export function deadlinesOf(verdict: Verdict, renderer: Renderer): Deadline[] {
  const { lang } = renderer
  const agency = `${verdict.agency.name} (${verdict.agency.code})`
  const exceptions = appliedExceptions(verdict).map((one) => ({
    key: `exception/${one.rule}`,
    on: one.lastDay,
    summary: fill(CALENDAR_WORDS.exception[lang], { title: renderer.title(one.rule) }, lang),
    description: `${agency}\n${exceptionText(one, lang)}`,
  }))
  const days = verdict.findings.flatMap((finding) => daysOf(finding, agency, renderer))
  return [...days, ...exceptions, ...turn(verdict, agency, renderer)].sort(
    (a, b) => compare(a.on, b.on) || compare(a.key, b.key),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function daysOf(finding: Finding, agency: string, renderer: Renderer): Deadline[] {
  const { rule, items, holdsUntil, dueOn } = finding
  const { lang } = renderer
  const deadline = (kind: 'holdsUntil' | 'dueOn', on: string | undefined, item?: ShownItem): Deadline[] => {
    if (on === undefined) return []
    const said = kind === 'dueOn' ? renderer.toDo(rule) : renderer.title(rule)
    const title = item ? `${item.key} (${said})` : said
    return [
      {
        key: [kind, rule, ...(item ? [item.key] : [])].join('/'),
        on,
        summary: fill(CALENDAR_WORDS[kind][lang], { title }, lang),
        description: describe(finding, agency, renderer, item),
      },
    ]
  }
  const dueItems = (items?.shown ?? []).filter((item) => item.outcome === 'notYetDue' && item.dueOn !== dueOn)
  return [
    ...deadline('holdsUntil', holdsUntil),
    ...deadline('dueOn', dueOn),
    ...dueItems.flatMap((item) => deadline('dueOn', String(item.dueOn), item)),
  ]
}

function describe(finding: Finding, agency: string, renderer: Renderer, item?: ShownItem): string {
  const { lang } = renderer
  return [
    agency,
    ...(item ? [renderer.item(finding, item)] : renderer.sentences(finding)),
    `${REPORT_WORDS.remedy[lang]}: ${renderer.remedy(finding.rule)}`,
    `${REPORT_WORDS.basis[lang]}: ${renderer.basis(finding.rule).join('; ')}`,
    // Whose word a day rests on: the agency cannot move what the authority's own record says.
    ...(finding.assurance === 'authority'
      ? [`${REPORT_WORDS.evidence[lang]}: ${ASSURANCE_WORDS.authority[lang]}`]
      : []),
  ].join('\n')
}

function turn(verdict: Verdict, agency: string, renderer: Renderer): Deadline[] {
  const { lang } = renderer
  const { validUntil, timeline } = verdict
  if (validUntil === null) return []
  const turns = timeline[0]?.turns.map(({ rule }) => `- ${renderer.title(rule)}`) ?? []
  const kept = fill(REPORT_WORDS.validUntil[lang], { validUntil }, lang)
  const summary = fill(CALENDAR_WORDS.validUntil[lang], { agency }, lang)
  return [{ key: 'validUntil', on: validUntil, summary, description: [agency, kept, ...turns].join('\n') }]
}
