import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Context } from 'aws-lambda'
import { Hono } from 'hono'
import { handle, type LambdaEvent } from 'hono/aws-lambda'
import * as z from 'zod'
import { memoizeAsync } from '../src/core/async.ts'
import { InputError, withValues } from '../src/core/errors.ts'
import type { App } from '../src/http/app.ts'
import { readAssets } from '../src/http/assets.ts'
import { type AnsweredRequest, fromAddress, recorded } from '../src/http/request-record.ts'
import { TOKEN_DEFAULTS } from '../src/http/sign-in/caller.ts'
import { createThrottle, DEFAULT_REQUESTS_PER_MINUTE } from '../src/http/throttle.ts'
import { DEFAULT_UPLOAD_SECONDS, type FaultPlace, type PageTools } from '../src/http/tools.ts'
import type { Authority } from '../src/province/authority.ts'
import { createAudit, tellLost } from '../src/service/audit.ts'
import { createEndedSessions } from '../src/service/ended-sessions.ts'
import { notedPresigner } from '../src/service/pending-uploads.ts'
import { s3Presigner } from '../src/service/s3-connection.ts'
import type { Store } from '../src/service/store.ts'
import { DEFAULT_UPLOADS_PER_DAY } from '../src/service/upload-quota.ts'
import { API_TEXTS } from '../src/service/words.ts'
import { vaultSecret, vaultSigner } from './aws.ts'
import { onEnvironment } from './environment.ts'
import { describeError, functionLog, type Log, logFor } from './log.ts'
import { apiVariables } from './settings.ts'

const environment = onEnvironment(apiVariables, import.meta.url)
const application = memoizeAsync(async () => {
  const { service, workers, settings, own, connect, judge, bundles, verdicts } = await environment()
  const { createVerifier } = await import('../src/http/sign-in/verifier.ts')
  const { createApp } = await import('../src/http/app.ts')
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
    workers,
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
  const authorityFiles = { bundles, catalogueKey: settings.catalogueKey }
  // What people at the pages wait for is done in this process: an instance of the function has one request at a time, so
  // that nobody waits beside it, and the function's own bounds (29 s, 1 GB) end an instance together with that request
  // alone. A worker would add its start to each.
  // What is asked for is made by the state machine, which the bucket tells of it.
  const makeVersion = async (_: unknown, ask: () => Promise<unknown>) => void (await ask())
  const pages = { ...tools, authority, authorityFiles, workers, makeVersion }
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

/** What the pages need beside what is made here. */
type Shared = Omit<PageTools, 'signIn' | 'sealer' | 'sessions' | 'assets' | 'publicUrl' | 'warning' | 'development'>

/**
 * The API with the pages beside it, or alone where the service is no client of its issuer.
 * @param place URL of the module of the function; what browsers load lies beside it
 * @param bundles where it is kept which sessions were ended
 * @throws InputError when a secret cannot be used; what the SDK throws
 */
export async function withPages(
  api: App,
  shared: Shared,
  own: z.infer<typeof apiVariables>,
  place: string,
  bundles: Store,
): Promise<Hono> {
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_ARN: clientArn, PUBLIC_URL: url, SESSION_SECRET_ARN: arn } = own
  const { createPages, createSite } = await import('../src/http/app.ts')
  if (clientId === undefined || url === undefined || arn === undefined) return createSite(api, undefined)
  const { createSealer } = await import('../src/http/sign-in/sealer.ts')
  const { SESSION_SECONDS } = await import('../src/http/sign-in/session.ts')
  const { createSignIn } = await import('../src/http/sign-in/sign-in.ts')
  const clientSecret = clientArn && (await vaultSecret('OIDC_CLIENT_SECRET_ARN')(clientArn))
  const claims = { agency: own.OIDC_AGENCY_CLAIM, authority: own.OIDC_AUTHORITY_CLAIM }
  const pages = createPages({
    ...shared,
    signIn: createSignIn(() => ({ issuer: own.OIDC_ISSUER, clientId, clientSecret, claims })),
    sealer: createSealer(await sessionSecret(await vaultSecret('SESSION_SECRET_ARN')(arn))),
    sessions: createEndedSessions({
      store: bundles,
      now: shared.clock,
      stopwatch: () => performance.now(),
      longestMs: SESSION_SECONDS * 1000,
    }),
    assets: await readAssets(fileURLToPath(new URL('assets', place))),
    publicUrl: () => url,
  })
  return createSite(api, pages)
}

/** @throws InputError when the secret is too short; its text is not told */
async function sessionSecret(text: string): Promise<Uint8Array> {
  const { SECRET_BYTES } = await import('../src/http/sign-in/sealer.ts')
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length >= SECRET_BYTES) return bytes
  throw new InputError(
    withValues(API_TEXTS.environmentVariableSessionSecret, { bytes: bytes.length, secretBytes: SECRET_BYTES }),
  )
}

/**
 * What the authority says of itself, by the object of a key; absent: nothing.
 * @throws InputError when there is no such object, or naming every place in it that is not as it must be; StoreFault
 */
export async function loadAuthority(
  key: string | undefined,
  store: Pick<Store, 'read'>,
): Promise<Authority | undefined> {
  if (key === undefined) return undefined
  const bytes = await store.read(key)
  if (bytes !== undefined) return (await import('../src/province/authority.ts')).readAuthority(key, bytes)
  throw new InputError(withValues(API_TEXTS.environmentVariableAuthorityFile, { key }))
}
