import { serviceSeconds } from '../../support/processor-time.ts'
import type { Attack, Outcome, Target } from '../attack.ts'

const MIB = 1024 * 1024
/** A page with its style sheet. */
const PAGE_BYTES = 100_000
/** Seconds of processor time of a service that turns the form away, on a slow machine. */
const MOST_SECONDS = 1.5

/** A form of as many fields as a request can hold, sent from nowhere: it must cost little, and not come back. */
async function turnedAway({ url, pid }: Target, type: string, body: string): Promise<Outcome> {
  const before = await serviceSeconds(pid)
  const headers = { 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin', Origin: url }
  const answer = await fetch(`${url}/sign-out`, { method: 'POST', headers, body, redirect: 'manual' })
  const { length } = await answer.text()
  const seconds = (await serviceSeconds(pid)) - before
  return {
    held: answer.status >= 400 && answer.status < 500 && length < PAGE_BYTES && seconds < MOST_SECONDS,
    seen: `answered ${answer.status} with ${length} characters after ${seconds.toFixed(2)} s of processor time`,
  }
}

const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'

/** Forms of pages, sent by anybody. */
export const PAGE_FORMS: readonly Attack[] = [
  {
    name: 'two million fields sent to sign out',
    play: (target) => turnedAway(target, 'application/x-www-form-urlencoded', 'a&'.repeat(1.9 * MIB)),
  },
  {
    name: 'seventy thousand parts sent to sign out',
    play: (target) =>
      turnedAway(target, 'multipart/form-data; boundary=b', `${part.repeat((3.9 * MIB) / part.length)}--b--\r\n`),
  },
]
