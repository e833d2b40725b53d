import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'
import { withValues } from '../core/errors.ts'
import { Problem } from './problems.ts'
import { sourceAddress } from './request-record.ts'
import type { Caller } from './sign-in/caller.ts'
import { THROTTLE_TEXTS } from './words.ts'

/** Requests that one caller may send in a minute, unless an operator sets another number. */
export const DEFAULT_REQUESTS_PER_MINUTE = 1200

/** Turns away who calls too often. */
export interface Throttle {
  /**
   * Counts a request: of an agency or a person of an authority; of somebody unknown by the address it came from.
   * @throws Problem `too-many-requests`
   */
  count(caller: Caller | undefined, person?: string | undefined): void
}

/** How {@link createThrottle} works. */
export interface ThrottleTools {
  perMinute: number
  /** Milliseconds that run on. */
  stopwatch: () => number
  /** Callers that are known at once; who called longest ago is forgotten first, and begins anew. */
  most?: number
}

const MOST_CALLERS = 20_000
const MS_PER_MINUTE = 60_000

interface Bucket {
  left: number
  at: number
}

/**
 * A token bucket a caller, in the memory of this process: a minute's requests may come at once, and come back evenly. Several
 * processes each count their own.
 */
export function createThrottle({ perMinute, stopwatch, most = MOST_CALLERS }: ThrottleTools): Throttle {
  const buckets = new Map<string, Bucket>()
  const perMs = perMinute / MS_PER_MINUTE

  function take(name: string): number {
    const now = stopwatch()
    const { left, at } = buckets.get(name) ?? { left: perMinute, at: now }
    const filled = Math.min(perMinute, left + (now - at) * perMs)
    // Put at the end, so that the first one is who called longest ago.
    buckets.delete(name)
    buckets.set(name, { left: filled < 1 ? filled : filled - 1, at: now })
    for (const oldest of buckets.keys()) {
      if (buckets.size <= most) break
      buckets.delete(oldest)
    }
    return filled < 1 ? Math.ceil((1 - filled) / perMs / 1000) : 0
  }

  return {
    count(caller, person = '') {
      const name = caller === undefined ? addressName(sourceAddress()) : `${callerName(caller)} ${person}`
      const waitSeconds = name === undefined ? 0 : take(name)
      if (waitSeconds > 0) throw tooMany(perMinute, waitSeconds)
    },
  }
}

const callerName = (caller: Caller): string =>
  caller.kind === 'agency' ? `agency:${caller.code}` : `authority:${caller.province}`

/** Addresses of the own machine and of the networks inside: a proxy there is believed whom it saw. */
const INSIDE = new BlockList()
for (const [address, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  INSIDE.addSubnet(address, bits, 'ipv4')
INSIDE.addAddress('::1', 'ipv6')
INSIDE.addSubnet('fc00::', 7, 'ipv6')

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * The name of a caller by where it came from; undefined for a request from within this process. Anybody outside may claim to
 * be a proxy, and then counts as what was seen.
 * @param source as {@link sourceAddress} tells it: `203.0.113.9`, or `203.0.113.9 via 10.0.0.2`
 */
export function addressName(source: string | undefined): string | undefined {
  if (source === undefined) return undefined
  const [first = '', proxy] = source.split(' via ').map(plain)
  const isBelieved = proxy !== undefined && isIP(proxy) !== 0 && INSIDE.check(proxy, isIPv4(proxy) ? 'ipv4' : 'ipv6')
  const address = proxy === undefined || isBelieved ? first : proxy
  return `address:${isIPv6(address) ? network(address) : address}`
}

/** One line has a whole network of IPv6 addresses: the first 64 bits. */
function network(address: string): string {
  const [before = '', after] = address.toLowerCase().split('::')
  const head = before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const zeros = after === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '') || '0')
    .join(':')
}

function tooMany(perMinute: number, waitSeconds: number): Problem {
  const detail = withValues(THROTTLE_TEXTS.moreThanRequestsSent, { perMinute, waitSeconds })
  const onPage = {
    title: THROTTLE_TEXTS.tooManyPagesAt,
    detail: withValues(THROTTLE_TEXTS.tooManyRequestsCame, { waitSeconds }),
  }
  return new Problem('too-many-requests', detail, { headers: { 'Retry-After': String(waitSeconds) }, onPage })
}
