import { InputError, LANGUAGES } from '../../core/errors.ts'
import { type Caller, toAgencyCode, toProvinceCode } from '../../http/sign-in/caller.ts'
import { DEVELOPMENT_WARNING } from '../../http/sign-in/development-issuer.ts'
import { processClock } from '../clock.ts'
import { EXIT, oneOf, readArguments, wholeNumber } from '../options.ts'
import { developmentIssuer } from '../serve/sign-in.ts'
import { TOKEN } from '../tables/service.ts'

const SECONDS_PER_HOUR = 3600

/**
 * `qms-verdict token --agency CODE | --authority PROVINCE`: prints a token of the development issuer of a folder, and
 * nothing else, on standard output.
 * @returns the exit code
 */
export async function token(args: string[]): Promise<number> {
  const { values } = readArguments(args, TOKEN.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const caller = callerOf(values)
  const hours = wholeNumber('--hours', values.hours, 1, 24)
  const { now } = processClock(process.env)
  const issuer = await developmentIssuer(values.data)
  process.stderr.write(`${DEVELOPMENT_WARNING[lang]}\n`)
  process.stdout.write(`${await issuer.token(caller, now(), hours * SECONDS_PER_HOUR)}\n`)
  return EXIT.ok
}

function callerOf({ agency, authority }: { agency?: string | undefined; authority?: string | undefined }): Caller {
  if ((agency === undefined) === (authority === undefined))
    throw new InputError({
      vi: 'Cần đúng một trong hai: --agency <mã cơ quan>, hoặc --authority <mã tỉnh, thành phố> của đơn vị chủ trì.',
      en: 'Exactly one is needed: --agency <code>, or --authority <province code>.',
    })
  const code = agency === undefined ? undefined : toAgencyCode(agency)
  if (code !== undefined) return { kind: 'agency', code }
  const province = authority === undefined ? undefined : toProvinceCode(authority)
  if (province !== undefined) return { kind: 'authority', province }
  throw new InputError({
    vi: `'${agency ?? authority}' không phải mã định danh. Mã cơ quan ghi theo dạng H61.12, mã tỉnh, thành phố theo dạng H61.`,
    en: `'${agency ?? authority}' is not such a code. Write an agency as H61.12, a province as H61.`,
  })
}
