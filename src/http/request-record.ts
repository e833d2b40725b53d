import { AsyncLocalStorage } from 'node:async_hooks'
import { isIP } from 'node:net'
import type { Caller } from './sign-in/caller.ts'

const sources = new AsyncLocalStorage<string>()

/** Answers a request that came from an address. */
export function fromAddress<T>(address: string, answer: () => T): T {
  return sources.run(address, answer)
}

/** Where the request under way came from; undefined where the edge does not know. */
export const sourceAddress = (): string | undefined => sources.getStore()

/**
 * Where a request to a server of this machine came from: the other end of the connection, and before it, where that is a
 * proxy, whom the proxy says that it came from. Anybody can write that header: what stands after `via` is what was seen.
 */
export function addressOf(remote: string | undefined, forwardedFor: string | undefined): string {
  const seen = remote ?? 'unknown'
  // A proxy adds whom it sees at the end; what stands before that came with the request.
  const said = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  return isIP(said) === 0 ? seen : `${said} via ${seen}`
}

/** One answered request, as the log and the figures tell of it: never an address with ids, a query or a name in it. */
export interface AnsweredRequest {
  method: string
  /** As routes are written: `/agencies/{code}/uploads`; `other` where no route answered. */
  route: string
  status: number
  /** Until the answer began. */
  ms: number
  /** `agency:H61.1` or `authority:H61`; null where nobody was known. */
  caller: string | null
}

type Noted = Partial<Pick<AnsweredRequest, 'route' | 'caller'>>

const noted = new AsyncLocalStorage<Noted>()

/** Notes by which route the request under way is answered. */
export function noteRoute(path: string): void {
  const record = noted.getStore()
  if (record) record.route = path
}

/** Notes who asked the request under way. */
export function noteCaller(caller: Caller | undefined): void {
  const record = noted.getStore()
  if (record && caller)
    record.caller = caller.kind === 'agency' ? `agency:${caller.code}` : `authority:${caller.province}`
}

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * An app that tells of every request that it answered.
 * @param stopwatch milliseconds that run on
 */
export function recorded(
  fetch: Fetch,
  onAnswered: (request: AnsweredRequest) => void,
  stopwatch: () => number,
): (request: Request) => Promise<Response> {
  return (request) =>
    noted.run({}, async () => {
      const start = stopwatch()
      const { method } = request
      let status = 500
      try {
        const response = await fetch(request)
        status = response.status
        return response
      } finally {
        const { route = 'other', caller = null } = noted.getStore() ?? {}
        onAnswered({ method, route, status, ms: Math.round(stopwatch() - start), caller })
      }
    })
}
