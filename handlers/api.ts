import { randomBytes } from 'node:crypto'
import type { Context } from 'aws-lambda'
import { Hono } from 'hono'
import { handle, type LambdaEvent } from 'hono/aws-lambda'
import * as z from 'zod'
import { memoizeAsync } from '../src/core/async.ts'
import { createApp } from '../src/http/app.ts'
import { type AnsweredRequest, fromAddress, recorded } from '../src/http/request-record.ts'
import { createVerifier, TOKEN_DEFAULTS } from '../src/http/sign-in/verifier.ts'
import { createThrottle, DEFAULT_REQUESTS_PER_MINUTE } from '../src/http/throttle.ts'
import { DEFAULT_UPLOAD_SECONDS, type FaultPlace } from '../src/http/tools.ts'
import { createAudit, tellLost } from '../src/service/audit.ts'
import { notedPresigner } from '../src/service/pending-uploads.ts'
import { s3Presigner } from '../src/service/s3-connection.ts'
import { DEFAULT_UPLOADS_PER_DAY } from '../src/service/upload-quota.ts'
import { vaultSigner } from './aws.ts'
import { onEnvironment } from './environment.ts'
import { describeError, functionLog, type Log, logFor } from './log.ts'
import { loadAuthority, withPages } from './pages.ts'
import { apiVariables } from './settings.ts'

const environment = onEnvironment(apiVariables, import.meta.url)
const application = memoizeAsync(async () => {
  const { service, workers, settings, own, connect, judge, bundles, verdicts } = await environment()
  const auth = createVerifier({
    ...TOKEN_DEFAULTS,
    issuer: own.OIDC_ISSUER,
    audience: own.OIDC_AUDIENCE,
    keys: { url: own.OIDC_KEYS_URL },
    tokenType: own.OIDC_TOKEN_TYPE,
    claims: { agency: own.OIDC_AGENCY_CLAIM, authority: own.OIDC_AUTHORITY_CLAIM },
  })
  const audit = createAudit({
    store: verdicts,
    now: () => new Date(),
    writer: randomBytes(4).toString('hex'),
    onLost: tellLost((level, event, fields) => functionLog({ level, event, ...fields })),
  })
  const tools = {
    service,
    auth,
    presigner: notedPresigner(s3Presigner(settings.bundleBucket, connect), bundles),
    documents: verdicts,
    desk: verdicts,
    judge,
    throttle: createThrottle({
      perMinute: own.REQUESTS_PER_MINUTE ?? DEFAULT_REQUESTS_PER_MINUTE,
      stopwatch: () => performance.now(),
    }),
    signer: await vaultSigner(own, bundles),
    audit,
    clock: () => new Date(),
    random: () => randomBytes(4).toString('hex'),
    onFault: (fault: unknown, { requestId, method }: FaultPlace) =>
      functionLog({ level: 'error', event: 'failed', requestId, method, error: describeError(fault) }),
    settings: {
      maxUploadBytes: settings.limits.archiveBytes,
      uploadSeconds: DEFAULT_UPLOAD_SECONDS,
      uploadsPerDay: own.UPLOADS_PER_DAY ?? DEFAULT_UPLOADS_PER_DAY,
    },
  }
  const authority = await loadAuthority(own.AUTHORITY_FILE_KEY, bundles)
  const pages = { ...tools, authority, workers }
  return handle(logged(await withPages(createApp(tools), pages, own, import.meta.url, bundles), functionLog))
})

/**
 * Tells of every request that was answered: who called, from which address, what became of it. The gateway's own log
 * has a line of the same `gatewayRequestId`.
 */
export function logged(site: Hono, log: Log): Hono<{ Bindings: { event: LambdaEvent } }> {
  return new Hono<{ Bindings: { event: LambdaEvent } }>().all('*', ({ req, env }) => {
    const { requestId, http } = gatewayRequest.parse(env.event.requestContext)
    const tell = (request: AnsweredRequest) =>
      log({ level: 'info', event: 'request', ...request, from: http.sourceIp, gatewayRequestId: requestId })
    const answer = recorded(
      (request) => site.fetch(request),
      tell,
      () => performance.now(),
    )
    return fromAddress(http.sourceIp, () => answer(req.raw))
  })
}

/** What is read of a request in payload format 2.0, beside what makes it a request. */
const gatewayRequest = z.object({ requestId: z.string().optional(), http: z.object({ sourceIp: z.string() }) })

/** The entry point of the Lambda function behind the HTTP API; its settings are read when the first request comes. */
export async function handler(event: LambdaEvent, context: Context) {
  logFor(context)
  const answer = await (await application())(event)
  // An upload is asked for: the path it is told of ends in its id, by which the log of its judgement is found.
  const { location } = answer.headers ?? {}
  if (answer.statusCode === 201 && typeof location === 'string')
    functionLog({ level: 'info', event: 'uploadAsked', uploadId: location.split('/').at(-1) })
  return answer
}
