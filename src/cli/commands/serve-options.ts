import { TOKEN_DEFAULTS } from '../../auth/verifier.ts'
import { isIsoDate } from '../../base/day.ts'
import { InputError } from '../../base/errors.ts'
import { LANGUAGES, type Language } from '../../base/localized.ts'
import type { Issuer, LocalSettings } from '../../local/settings.ts'
import { RECHECK_DAY } from '../../service/recheck-run.ts'
import { DEFAULT_UPLOADS_PER_DAY } from '../../service/upload-quota.ts'
import { oneOf, readArguments } from '../arguments.ts'
import { assetsFolder } from '../assets-folder.ts'
import { authorityFile } from '../desk/authority-file.ts'
import { flagOrVariable, type Given, required, webAddress } from '../flag-or-variable.ts'
import { givenTrust, TRUST_OPTION } from '../given-trust.ts'
import { JUDGE_OPTIONS, serviceJudge } from '../service-judge.ts'
import { PLACE_OPTIONS, servicePlace } from '../service-place.ts'
import { wholeNumber } from '../whole-number.ts'
import { oidcClient } from './oidc-client.ts'

const OPTIONS = {
  ...PLACE_OPTIONS,
  ...JUDGE_OPTIONS,
  ...TRUST_OPTION,
  authority: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8080' },
  'public-url': { type: 'string' },
  'catalogue-key': { type: 'string' },
  'oidc-issuer': { type: 'string' },
  'oidc-audience': { type: 'string' },
  'oidc-keys-url': { type: 'string' },
  'oidc-client-id': { type: 'string' },
  'oidc-agency-claim': { type: 'string' },
  'oidc-authority-claim': { type: 'string' },
  'recheck-day': { type: 'string', default: RECHECK_DAY },
  'recheck-hour': { type: 'string', default: '7' },
  'notice-hour': { type: 'string', default: '7' },
  'scan-seconds': { type: 'string', default: '10' },
  'lease-seconds': { type: 'string', default: '120' },
  'uploads-per-day': { type: 'string', default: String(DEFAULT_UPLOADS_PER_DAY) },
  'at-once': { type: 'string', default: '2' },
  lang: { type: 'string', default: 'vi' },
} as const

/**
 * Reads the arguments of `serve`, and what the environment sets.
 * @throws InputError saying which is wrong and what to write
 */
export async function serveOptions(
  args: string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ settings: LocalSettings; lang: Language }> {
  const { values } = readArguments(args, OPTIONS)
  const given = { values, environment }
  const publicUrl = flagOrVariable('public-url', 'PUBLIC_URL', given)
  const seconds = (name: 'scan-seconds' | 'lease-seconds') => wholeNumber(`--${name}`, values[name], 1, 86_400)
  const hour = (name: 'recheck-hour' | 'notice-hour') => wholeNumber(`--${name}`, values[name], 0, 23)
  const settings: LocalSettings = {
    place: servicePlace(given),
    issuer: issuerOf(given),
    judge: await serviceJudge(values),
    catalogueKey: flagOrVariable('catalogue-key', 'AUTHORITY_CATALOGUE_KEY', given),
    trust: await givenTrust(given),
    authority: await authorityFile(flagOrVariable('authority', 'AUTHORITY_FILE', given)),
    host: values.host,
    port: wholeNumber('--port', values.port, 0, 65_535),
    publicUrl: publicUrl && webAddress('--public-url (PUBLIC_URL)', publicUrl),
    assets: assetsFolder(),
    plan: {
      recheckDay: yearDay('--recheck-day', values['recheck-day']),
      recheckHour: hour('recheck-hour'),
      noticeHour: hour('notice-hour'),
    },
    scanSeconds: seconds('scan-seconds'),
    leaseSeconds: seconds('lease-seconds'),
    uploadsPerDay: wholeNumber('--uploads-per-day', values['uploads-per-day'], 1, 10_000),
    atOnce: wholeNumber('--at-once', values['at-once'], 1, 32),
  }
  return { settings, lang: oneOf('--lang', values.lang, LANGUAGES) }
}

function issuerOf(given: Given & { values: { data: string } }): Issuer {
  const issuer = flagOrVariable('oidc-issuer', 'OIDC_ISSUER', given)
  if (issuer === undefined) return { developmentKeys: given.values.data }
  const because = '--oidc-issuer (OIDC_ISSUER)'
  const { agency, authority } = TOKEN_DEFAULTS.claims
  return {
    issuer,
    audience: required('oidc-audience', 'OIDC_AUDIENCE', given, because),
    keysUrl: webAddress('--oidc-keys-url', required('oidc-keys-url', 'OIDC_KEYS_URL', given, because)),
    claims: {
      agency: flagOrVariable('oidc-agency-claim', 'OIDC_AGENCY_CLAIM', given) ?? agency,
      authority: flagOrVariable('oidc-authority-claim', 'OIDC_AUTHORITY_CLAIM', given) ?? authority,
    },
    client: oidcClient(given),
  }
}

/**
 * A day that every year has.
 * @throws InputError when it is none
 */
export function yearDay(option: string, value: string): string {
  const COMMON_YEAR = '2027'
  if (isIsoDate(`${COMMON_YEAR}-${value}`)) return value
  throw new InputError({
    vi: `${option} là '${value}', không phải ngày mà năm nào cũng có. Ghi tháng trước, ngày sau, theo dạng 01-02 (ngày 02 tháng 01).`,
    en: `${option} is '${value}', which is not a day of every year. Write month and day, as 01-02 for 2 January.`,
  })
}
