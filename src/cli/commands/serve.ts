import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { InputError, LANGUAGES, type Language, withValues } from '../../core/errors.ts'
import { TOKEN_DEFAULTS, TOKEN_TYPES } from '../../http/sign-in/caller.ts'
import { SECRET_BYTES } from '../../http/sign-in/sealer.ts'
import { readInput } from '../../intake/input-file.ts'
import { logLines } from '../../service/log.ts'
import { authorityFile } from '../load.ts'
import {
  EXIT,
  flagOrVariable,
  type Given,
  oneOf,
  processClock,
  readArguments,
  required,
  webAddress,
  wholeNumber,
  yearDay,
} from '../options.ts'
import { type Mail, readMail } from '../serve/mail.ts'
import type { Issuer, LocalSettings, OidcClient } from '../serve/settings.ts'
import { start } from '../serve/start.ts'
import { assetsFolder, keepDays, loadTrust, serviceJudge, servicePlace } from '../service-options.ts'
import { SERVE } from '../tables/service.ts'
import { SERVE_OPTIONS_TEXTS } from '../words.ts'

const KIB_PER_MIB = 1024
/** All rights of others than owner and group, and of the group to write. */
const WORLD = 0o027

/**
 * `qms-verdict serve`: runs the whole service in this process until it is asked to end (SIGTERM, SIGINT). The log goes to
 * standard output, one JSON object a line; what a person must read goes to standard error.
 * @returns the exit code
 */
export async function serve(args: string[]): Promise<number> {
  const { settings, lang } = await serveOptions(args, process.env)
  // Bundles, verdicts and what is cut of them are for the service and its group (backups), not for the world.
  process.umask(process.umask() | WORLD)
  const clock = processClock(process.env)
  const log = logLines(clock.now)
  const asked = endAsked()
  const running = await start(settings, clock.now, log)
  for (const warning of [...running.warnings, ...(clock.warning ? [clock.warning] : [])])
    process.stderr.write(`\n*** ${warning[lang]} ***\n`)
  const words = lang === 'vi' ? 'Dịch vụ đang chạy tại' : 'The service runs at'
  process.stderr.write(`\n${words} ${running.url} (Ctrl+C: ${lang === 'vi' ? 'dừng' : 'stop'})\n`)
  log('info', 'listening', { url: running.url })
  log('info', 'stopping', { why: await Promise.race([asked, running.lost]) })
  const ended = await running.stop()
  log('info', 'stopped', { ended, maxRssMiB: Math.round(process.resourceUsage().maxRSS / KIB_PER_MIB) })
  // What was not done is found at the next start; a supervisor does not have to kill.
  if (!ended) process.exit(EXIT.ok)
  return EXIT.ok
}

function endAsked(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal))
  })
}

/**
 * Reads the arguments of `serve`, and what the environment sets.
 * @throws InputError saying which is wrong and what to write
 */
export async function serveOptions(
  args: string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ settings: LocalSettings; lang: Language }> {
  const { values } = readArguments(args, SERVE.options)
  const given = { values, environment }
  const publicUrl = flagOrVariable('public-url', 'PUBLIC_URL', given)
  const seconds = (name: 'scan-seconds' | 'lease-seconds') => wholeNumber(`--${name}`, values[name], 1, 86_400)
  const hour = (name: 'recheck-hour' | 'notice-hour') => wholeNumber(`--${name}`, values[name], 0, 23)
  const settings: LocalSettings = {
    place: servicePlace(given),
    issuer: issuerOf(given),
    judge: await serviceJudge(values),
    catalogueKey: flagOrVariable('catalogue-key', 'AUTHORITY_CATALOGUE_KEY', given),
    trust: await loadTrust(given),
    authority: await authorityFile(flagOrVariable('authority', 'AUTHORITY_FILE', given)),
    mail: await mailOf(given),
    host: values.host,
    port: wholeNumber('--port', values.port, 0, 65_535),
    publicUrl: publicUrl && publicAddress(publicUrl),
    assets: assetsFolder(),
    plan: {
      recheckDay: yearDay('--recheck-day', values['recheck-day']),
      recheckHour: hour('recheck-hour'),
      noticeHour: hour('notice-hour'),
    },
    scanSeconds: seconds('scan-seconds'),
    leaseSeconds: seconds('lease-seconds'),
    uploadsPerDay: wholeNumber('--uploads-per-day', values['uploads-per-day'], 1, 10_000),
    requestsPerMinute: wholeNumber('--requests-per-minute', values['requests-per-minute'], 1, 1_000_000),
    keep: keepDays(given),
    metricsPort:
      values['metrics-port'] === undefined
        ? undefined
        : wholeNumber('--metrics-port', values['metrics-port'], 0, 65_535),
    atOnce: values['at-once'] === undefined ? coresLessOne() : wholeNumber('--at-once', values['at-once'], 1, 32),
  }
  return { settings, lang: oneOf('--lang', values.lang, LANGUAGES) }
}

/**
 * The address of the service: a scheme and a host. Its pages, its cookies (`__Host-`) and its upload forms are those of
 * a whole host, so that it cannot lie below a path of another site.
 * @throws InputError when it is no such address
 */
function publicAddress(value: string): string {
  const name = '--public-url (PUBLIC_URL)'
  const address = webAddress(name, value)
  if (new URL(address).origin === address.toLowerCase()) return address
  throw new InputError(withValues(SERVE_OPTIONS_TEXTS.serviceNeedsHostName, { name, value }))
}
/** How notices are mailed; the password comes from the environment alone. @throws InputError when the file cannot be used */
async function mailOf(given: Given): Promise<Mail | undefined> {
  const file = flagOrVariable('mail', 'MAIL_FILE', given)
  if (file === undefined) return undefined
  return readMail(basename(file), await readInput(file), given.environment.SMTP_PASSWORD)
}

/** One core is left for answering. */
const coresLessOne = () => Math.max(1, availableParallelism() - 1)

function issuerOf(given: Given & { values: { data: string } }): Issuer {
  const issuer = flagOrVariable('oidc-issuer', 'OIDC_ISSUER', given)
  if (issuer === undefined) return { developmentKeys: given.values.data }
  const because = '--oidc-issuer (OIDC_ISSUER)'
  const { agency, authority } = TOKEN_DEFAULTS.claims
  const audience = required('oidc-audience', 'OIDC_AUDIENCE', given, because)
  if (flagOrVariable('oidc-client-id', 'OIDC_CLIENT_ID', given) === audience) throw sameAudience(audience)
  return {
    issuer,
    audience,
    keysUrl: webAddress('--oidc-keys-url', required('oidc-keys-url', 'OIDC_KEYS_URL', given, because)),
    claims: {
      agency: flagOrVariable('oidc-agency-claim', 'OIDC_AGENCY_CLAIM', given) ?? agency,
      authority: flagOrVariable('oidc-authority-claim', 'OIDC_AUTHORITY_CLAIM', given) ?? authority,
    },
    tokenType: oneOf(
      '--oidc-token-type',
      flagOrVariable('oidc-token-type', 'OIDC_TOKEN_TYPE', given) ?? TOKEN_DEFAULTS.tokenType,
      TOKEN_TYPES,
    ),
    client: oidcClient(given),
  }
}

/** An ID token is for the client, an access token for the service as an API: one name for both would make one pass for the other. */
const sameAudience = (audience: string) =>
  new InputError(withValues(SERVE_OPTIONS_TEXTS.oidcAudienceOidcClient, { audience }))

const SECRET_VARIABLE = 'SESSION_SECRET'

/**
 * What the service is to its issuer; undefined when it has no pages. Secrets come from the environment alone, since
 * others can read the arguments of a process.
 * @throws InputError saying what is missing or wrong
 */
function oidcClient(given: Given): OidcClient | undefined {
  const id = flagOrVariable('oidc-client-id', 'OIDC_CLIENT_ID', given)
  if (id === undefined) return undefined
  required('public-url', 'PUBLIC_URL', given, '--oidc-client-id (OIDC_CLIENT_ID)')
  const { OIDC_CLIENT_SECRET: secret, [SECRET_VARIABLE]: sessionSecret } = given.environment
  return { id, secret: secret === '' ? undefined : secret, sessionSecret: secretBytes(sessionSecret) }
}

function secretBytes(text: string | undefined): Uint8Array {
  const bytes = Buffer.from(text ?? '', 'base64')
  if (bytes.length >= SECRET_BYTES) return bytes
  const found = text === undefined || text === '' ? 0 : bytes.length
  throw new InputError(
    withValues(SERVE_OPTIONS_TEXTS.environmentVariableSealsSessions, {
      secretVariable: SECRET_VARIABLE,
      found,
      secretBytes: SECRET_BYTES,
    }),
  )
}
