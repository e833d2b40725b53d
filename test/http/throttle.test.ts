import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { developmentIssuer } from '../../src/cli/serve/sign-in.ts'
import { fromAddress } from '../../src/http/request-record.ts'
import type { Caller } from '../../src/http/sign-in/caller.ts'
import { addressName, createThrottle } from '../../src/http/throttle.ts'
import { type Site, startSite } from './support/site.ts'

const AGENCY: Caller = { kind: 'agency', code: 'H61.12' }
const OTHER: Caller = { kind: 'agency', code: 'H61.13' }
const OFFICE: Caller = { kind: 'authority', province: 'H61' }

function throttled(perMinute: number, most?: number) {
  let ms = 0
  const throttle = createThrottle({ perMinute, stopwatch: () => ms, ...(most !== undefined && { most }) })
  /** How many of so many requests are let through; of the others, the seconds they are told to wait. */
  function send(times: number, caller: Caller | undefined, person?: string) {
    const waits: number[] = []
    for (let at = 0; at < times; at++)
      try {
        throttle.count(caller, person)
      } catch (error) {
        expect(error).toMatchObject({ name: 'Problem', slug: 'too-many-requests', status: 429 })
        waits.push(Number((error as { headers: Record<string, string> }).headers['Retry-After']))
      }
    return { passed: times - waits.length, waits: [...new Set(waits)] }
  }
  return {
    send,
    later: (more: number) => {
      ms += more
    },
  }
}

describe('a caller', () => {
  test('may send a minute of requests at once, and then as they come back', () => {
    const { send, later } = throttled(60)
    expect(send(100, AGENCY)).toEqual({ passed: 60, waits: [1] })
    later(999)
    expect(send(1, AGENCY).passed).toBe(0)
    later(1)
    expect(send(2, AGENCY).passed).toBe(1)
    later(3_600_000)
    expect(send(100, AGENCY).passed).toBe(60)
    expect(throttled(2).send(3, AGENCY).waits).toEqual([30])
  })

  test('keeps back no other one: each agency, each person of an authority, each address counts by itself', () => {
    const { send } = throttled(5)
    expect(send(9, AGENCY).passed).toBe(5)
    expect(send(9, OTHER).passed).toBe(5)
    expect(send(9, OFFICE, 'an').passed).toBe(5)
    expect(send(9, OFFICE, 'bình').passed).toBe(5)
    for (const address of ['203.0.113.9', '203.0.113.10', '2001:db8::1'])
      expect(fromAddress(address, () => send(9, undefined).passed)).toBe(5)
    expect(fromAddress('203.0.113.9', () => send(9, undefined).passed)).toBe(0)
  })

  test('who called longest ago is forgotten first, so that no number of callers fills the memory', () => {
    const { send } = throttled(5, 3)
    const from = (last: number) => fromAddress(`203.0.113.${last}`, () => send(5, undefined).passed)
    expect([1, 2, 3].map(from)).toEqual([5, 5, 5])
    expect([1, 4].map(from)).toEqual([0, 5])
    expect([1, 3].map(from)).toEqual([0, 0])
    expect(from(2)).toBe(5)
  })
})

test.each([
  ['203.0.113.9', 'address:203.0.113.9'],
  ['::ffff:203.0.113.9', 'address:203.0.113.9'],
  ['203.0.113.9 via 127.0.0.1', 'address:203.0.113.9'],
  ['203.0.113.9 via ::ffff:10.1.2.3', 'address:203.0.113.9'],
  ['203.0.113.9 via fd12:3456::1', 'address:203.0.113.9'],
  ['203.0.113.9 via 172.31.0.4', 'address:203.0.113.9'],
  // Anybody can write the header.
  ['203.0.113.9 via 2001:db8::7', 'address:2001:db8:0:0'],
  ['203.0.113.9 via 198.51.100.7', 'address:198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', 'address:2001:db8:1:2'],
  ['2001:DB8:1:02::9', 'address:2001:db8:1:2'],
  ['2001:db8::9', 'address:2001:db8:0:0'],
  ['unknown', 'address:unknown'],
  [undefined, undefined],
])('who comes from %s counts as %s', (source, name) => {
  expect(addressName(source)).toBe(name)
})

describe('the service', () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite('2026-11-02T02:00:00Z', { requestsPerMinute: 20 })
  })
  afterAll(() => expect(site.faults).toEqual([]))

  async function statuses(times: number, path: string, headers: Record<string, string> = {}): Promise<number[]> {
    const answers = Array.from({ length: times }, () => fetch(`${site.url}${path}`, { headers, redirect: 'manual' }))
    return [...new Set((await Promise.all(answers)).map(({ status }) => status))].sort()
  }

  test('answers 429 kindly to a program and to a person, and goes on answering others', async () => {
    const token = await (await developmentIssuer(site.folder)).token(
      { kind: 'agency', code: 'H61.12' },
      new Date('2026-11-02T02:00:00Z'),
      3600,
    )
    const headers = { Authorization: `Bearer ${token}` }
    expect(await statuses(40, '/agencies/H61.12/verdicts', headers)).toEqual([200, 429])
    const answer = await fetch(`${site.url}/agencies/H61.12/verdicts`, { headers })
    expect([answer.status, Number(answer.headers.get('Retry-After')) > 0]).toEqual([429, true])
    expect(await answer.json()).toMatchObject({ type: '/problems/too-many-requests', status: 429 })
    // Nobody is signed in: by the address. Tokens that are not accepted count there too.
    expect(await statuses(40, '/agencies/H61.12/verdicts', { Authorization: 'Bearer x' })).toEqual([401, 429])
    const page = await fetch(`${site.url}/`, { headers: { Accept: 'text/html' } })
    expect([page.status, await page.text()]).toEqual([429, expect.stringContaining('Trang đang được mở quá nhiều lần')])
    expect(await statuses(40, '/health')).toEqual([200])
  })
})
