import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { InputError, type Localized, withValues } from '../../core/errors.ts'
import { createApp, createPages, createSite } from '../../http/app.ts'
import { readAssets } from '../../http/assets.ts'
import { FORM_PATH } from '../../http/form/endpoint.ts'
import { addressOf, fromAddress } from '../../http/request-record.ts'
import { SESSION_SECONDS } from '../../http/sign-in/session.ts'
import type { Verifier } from '../../http/sign-in/verifier.ts'
import { createThrottle } from '../../http/throttle.ts'
import { DEFAULT_UPLOAD_SECONDS, type PageTools } from '../../http/tools.ts'
import type { Audit } from '../../service/audit.ts'
import type { ServiceWithDrafts } from '../../service/create-service.ts'
import { createEndedSessions } from '../../service/ended-sessions.ts'
import { withProvisional } from '../../service/store-apart.ts'
import type { Workers } from '../../service/tasks.ts'
import type { VerdictSigner } from '../../verdict/known-keys.ts'
import type { Judge } from '../../verdict/pipeline.ts'
import { SERVER_TEXTS } from '../words.ts'
import type { OpenedPlace } from './place.ts'
import type { OpenedSignIn } from './sign-in.ts'

/** What the app of this process is made of. */
export interface LocalAppParts {
  place: OpenedPlace
  service: ServiceWithDrafts
  /** Who reads what was sent. */
  workers: Workers
  auth: Verifier
  /** Absent: no pages. */
  signIn: OpenedSignIn | undefined
  /** Said on every page. */
  warning: Localized | undefined
  /** Folder of what browsers load. */
  assets: string
  /** What the authority says of itself on its papers. */
  authority: PageTools['authority']
  /** Key of the authority's lists of procedures in the store of bundles. */
  catalogueKey: string | undefined
  url: () => string
  /** Answers whether requests can be answered. */
  readiness: Hono
  judge: Judge
  /** By whom verdicts are signed. */
  signer: VerdictSigner
  /** Where it is recorded who did what. */
  audit: Audit
  /** Makes a version of a pre-screening that was asked for. */
  makeVersion: PageTools['makeVersion']
  /** Milliseconds that run on. */
  stopwatch: () => number
  maxUploadBytes: number
  uploadsPerDay: number
  requestsPerMinute: number
  now: () => Date
  onFault: (fault: unknown, at: object) => void
}

/**
 * The HTTP API, the pages, and beside them the uploads where the store does not take them itself.
 * @throws InputError when what browsers load is not there
 */
export async function localApp(parts: LocalAppParts): Promise<Hono> {
  const { place, service, workers, auth, signIn, warning, authority, url, judge, signer, audit } = parts
  const { maxUploadBytes, uploadsPerDay, now, onFault } = parts
  const tools = {
    service,
    throttle: createThrottle({ perMinute: parts.requestsPerMinute, stopwatch: parts.stopwatch }),
    workers,
    auth,
    presigner: place.presigner,
    documents: place.verdicts,
    desk: withProvisional(place.verdicts, place.bundles),
    judge,
    signer,
    audit,
    clock: now,
    random: () => randomBytes(4).toString('hex'),
    onFault,
    settings: { maxUploadBytes, uploadSeconds: DEFAULT_UPLOAD_SECONDS, uploadsPerDay },
  }
  const api = createApp(tools)
  const app = new Hono()
  app.route('/', parts.readiness)
  if (place.uploads) app.route('/', place.uploads)
  if (signIn === undefined) return app.all('*', (context) => api.fetch(context.req.raw))
  const assets = await readAssets(parts.assets)
  const longestMs = SESSION_SECONDS * 1000
  const sessions = createEndedSessions({ store: place.bundles, now, stopwatch: parts.stopwatch, longestMs })
  const authorityFiles = { bundles: place.bundles, catalogueKey: parts.catalogueKey }
  const pages = createPages({
    ...tools,
    makeVersion: parts.makeVersion,
    authorityFiles,
    ...signIn,
    sessions,
    assets,
    warning,
    authority,
    publicUrl: url,
  })
  return app.route('/', createSite(api, pages))
}

/** A listening server. */
export interface HttpServer {
  port: number
  /**
   * Takes no more requests; resolves when those under way are answered.
   * @param cutAfterMs after which what is still being sent is cut off; a client sends it again
   */
  close(cutAfterMs?: number): Promise<void>
}

/** A large bundle over a slow line takes as long as its form is valid. */
const LONGEST_REQUEST_MS = DEFAULT_UPLOAD_SECONDS * 1000

/** A half-sent upload is waited for so long when the service ends. */
const CUT_AFTER_MS = 10_000

/** What connections may cost. Who asks in good faith meets none of it. */
interface ConnectionBounds {
  /** Connections at once; of the 4,096 files that the service may open, the others are left for its store. */
  connections: number
  /** After so long without a byte of a request that is not whole, and before twice as long, its connection ends. */
  stalledMs: number
  /** So long may a request take to come that is no bundle. */
  arrivingMs: number
}

const CONNECTION_BOUNDS: ConnectionBounds = { connections: 3000, stalledMs: 60_000, arrivingMs: 120_000 }

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * Serves an app over HTTP.
 * @throws InputError when the address cannot be listened on
 */
export async function listen(
  fetch: Fetch,
  host: string,
  port: number,
  bounds = CONNECTION_BOUNDS,
): Promise<HttpServer> {
  const answer = getRequestListener(fetch)
  let isClosing = false
  const server = createServer((request, response) => {
    // A connection that is kept open may bring further requests while the last one is still answered.
    if (isClosing) response.writeHead(503, { Connection: 'close', 'Retry-After': '10' }).end()
    else {
      endUnlessItComes(request, bounds)
      void fromAddress(sourceOf(request), () => answer(request, response))
    }
  })
  server.maxConnections = bounds.connections
  server.requestTimeout = LONGEST_REQUEST_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(notListening(host, port, cause)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server without a port')
  return {
    port: address.port,
    close: (cutAfterMs = CUT_AFTER_MS) =>
      new Promise((resolve, reject) => {
        isClosing = true
        const cut = setTimeout(() => server.closeAllConnections(), cutAfterMs)
        server.close((error) => {
          clearTimeout(cut)
          if (error) reject(error)
          else resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

/** Ends the connection of a request whose body stops coming, or comes drop by drop. */
function endUnlessItComes(request: IncomingMessage, { stalledMs, arrivingMs }: ConnectionBounds): void {
  const { socket, headers, url = '' } = request
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
  let before = socket.bytesRead
  // Not by the socket's own timer: Node ends connections by it that wait for an answer, or for a next question.
  const stalled = setInterval(() => {
    if (!request.complete && socket.bytesRead === before) socket.destroy()
    before = socket.bytesRead
  }, stalledMs).unref()
  const late = setTimeout(() => {
    if (!request.complete && !url.startsWith(FORM_PATH)) socket.destroy()
  }, arrivingMs).unref()
  request.once('close', () => {
    clearInterval(stalled)
    clearTimeout(late)
  })
}

function sourceOf({ socket, headers }: IncomingMessage): string {
  const said = headers['x-forwarded-for']
  return addressOf(socket.remoteAddress, Array.isArray(said) ? said.join() : said)
}

function notListening(host: string, port: number, cause: Error): InputError {
  const reason = cause.message
  return new InputError(withValues(SERVER_TEXTS.cannotListenedOnPort, { host, port, reason }), { cause })
}
