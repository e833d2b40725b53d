import ICAL from 'ical.js'
import { afterEach, describe, expect, test } from 'vitest'
import { verdictIcs } from '../../src/render/ics.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { frozen, ruleSet, verdicts } from './frozen/frozen.ts'

const written = (verdict: Verdict, lang: 'vi' | 'en' = 'vi') => verdictIcs(verdict, { ruleSet, lang })

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const alarms = component
      .getAllSubcomponents('valarm')
      .map((alarm) => String(alarm.getFirstPropertyValue('trigger')))
    const { uid, summary, description, sequence, startDate } = event
    const stamp = String(component.getFirstPropertyValue('dtstamp'))
    return { uid, summary, description, sequence, on: startDate.toString(), allDay: startDate.isDate, alarms, stamp }
  })
}

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('calendar', () => {
  test.each([...verdicts.keys()])('%s: every day that lapses, falls due or turns, and no other', (name) => {
    const verdict = frozen(name)
    const items = verdict.findings.flatMap(({ items, dueOn }) =>
      (items?.shown ?? []).flatMap((item) =>
        item.outcome === 'notYetDue' && item.dueOn !== dueOn ? [item.dueOn] : [],
      ),
    )
    const days = [
      ...verdict.findings.flatMap(({ holdsUntil, dueOn }) => [holdsUntil ?? [], dueOn ?? []].flat()),
      ...items,
      ...(verdict.validUntil ? [verdict.validUntil] : []),
      ...(verdict.exceptions.applied as { lastDay: string }[]).map(({ lastDay }) => lastDay),
    ]
    const events = eventsOf(written(verdict))
    expect(events.map(({ on }) => on)).toEqual(days.sort())
    for (const { allDay, alarms, stamp } of events) {
      expect(allDay).toBe(true)
      expect(alarms).toEqual(['-P30D', '-P7D'])
      expect(stamp).toBe(`${verdict.asOf}T00:00:00Z`)
    }
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  })

  test('says which facts are the authority’s, for all and at each day that rests on one', () => {
    const own = frozen('complete')
    const told = {
      ...own,
      records: { sha256: '0'.repeat(64), used: ['/onSiteInspection', '/noticeReceivedOn'] },
      findings: own.findings.map((one) =>
        one.rule === 'internal-audit-yearly' ? { ...one, assurance: 'authority' as const } : one,
      ),
    }
    const about = (verdict: Verdict, lang?: 'en') =>
      String(new ICAL.Component(ICAL.parse(written(verdict, lang))).getFirstPropertyValue('x-wr-caldesc')).replaceAll(
        '\\',
        '',
      )
    expect(about(told)).toContain(
      'Theo thông tin của cơ quan có thẩm quyền: kiểm tra tại trụ sở; việc nhận văn bản thông báo công bố.',
    )
    expect(about(told, 'en')).toContain('By the authority')
    expect(about(own)).not.toContain('thông tin của cơ quan có thẩm quyền')
    const days = (verdict: Verdict) =>
      eventsOf(written(verdict)).filter(({ description }) => description.includes('Theo hồ sơ của cơ quan kiểm tra'))
    expect(days(told)).toHaveLength(1)
    expect(days(own)).toEqual([])
  })

  test('what lapses and falls due is there at all', () => {
    const summaries = eventsOf(written(frozen('behind'))).map(({ summary }) => summary)
    expect(summaries).toContain(
      'Thời hạn chậm nhất: Lập kế hoạch và tổ chức đánh giá nội bộ đối với toàn bộ đơn vị trong phạm vi áp dụng',
    )
    expect(
      eventsOf(written(frozen('complete'))).filter(({ summary }) => summary.startsWith('Ngày cuối còn đạt:')),
    ).not.toEqual([])
  })

  test('an item that falls due with its rule has no day of its own; one that falls due on another has', () => {
    const verdict = structuredClone(frozen('behind'))
    const finding = verdict.findings.find(({ items }) => (items?.shown.length ?? 0) > 0) ?? expect.unreachable()
    const [shown = expect.unreachable()] = finding.items?.shown ?? []
    const due = (key: string, dueOn: string) => ({ ...shown, key, outcome: 'notYetDue' as const, dueOn })
    Object.assign(finding, { outcome: 'notYetDue', dueOn: '2026-11-17' })
    Object.assign(finding.items ?? {}, { shown: [due('a', '2026-11-17'), due('b', '2026-11-18')] })
    const days = eventsOf(written(verdict)).map(({ on }) => on)
    expect(days.filter((on) => on === '2026-11-17' || on === '2026-11-18')).toEqual(['2026-11-17', '2026-11-18'])
  })

  test('lines end in CRLF and hold at most 75 octets, no character torn', () => {
    for (const verdict of verdicts.values()) {
      const text = written(verdict)
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n\ufffd]/)
      }
    }
  })

  test('the machine has no say: the same text in every time zone', () => {
    const texts = ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((name) => {
      process.env.TZ = name
      return written(frozen('complete'))
    })
    expect(new Set(texts).size).toBe(1)
  })

  test('a later verdict on the agency replaces the days of an earlier one', () => {
    const verdict = frozen('complete')
    const [earlier, later] = [verdict, { ...verdict, asOf: '2026-12-01', digest: 'x' }].map((one) =>
      eventsOf(written(one)),
    )
    expect(later?.map(({ uid }) => uid)).toEqual(earlier?.map(({ uid }) => uid))
    for (const [at, { sequence }] of (later ?? []).entries())
      expect(sequence).toBeGreaterThan(earlier?.[at]?.sequence ?? 0)
    const other = eventsOf(written({ ...verdict, agency: { ...verdict.agency, code: 'H61.13' } }))
    expect(other.some(({ uid }) => earlier?.some((one) => one.uid === uid))).toBe(false)
  })

  test('a name cannot add an event or a property', () => {
    const verdict = frozen('complete')
    const name = 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nX-B:1;c,d\\n\u0007\u2028'
    const text = written({ ...verdict, agency: { ...verdict.agency, name } })
    expect(eventsOf(text)).toHaveLength(eventsOf(written(verdict)).length)
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(eventsOf(text).length)
    expect(text).not.toMatch(/^X-B:1/m)
    expect(text).not.toContain('\u0007')
  })
})

test('the name of an agency is a text in the name of the calendar too', () => {
  const [first = ''] = verdicts.keys()
  const verdict = frozen(first)
  const text = written({ ...verdict, agency: { ...verdict.agency, name: 'A; B, C\\' } }).replaceAll('\r\n ', '')
  expect(text).toContain('X-WR-CALNAME:Thời hạn HTQLCL: A\\; B\\, C\\\\\r\n')
})
