import { InputError } from '../base/errors.ts'
import { withoutEnd } from '../base/without-end.ts'

/** What may be given as `--flag` or by a variable of the environment, which a flag overrides. */
export interface Given {
  values: Readonly<Record<string, unknown>>
  environment: NodeJS.ProcessEnv
}

/** What was given; undefined when it was not, or is empty. */
export function flagOrVariable(flag: string, variable: string, { values, environment }: Given): string | undefined {
  const value = values[flag] ?? environment[variable]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/**
 * What must be given because something else was.
 * @param because the other setting, as it was given
 * @throws InputError naming both ways to give it
 */
export function required(flag: string, variable: string, given: Given, because: string): string {
  const value = flagOrVariable(flag, variable, given)
  if (value !== undefined) return value
  throw new InputError({
    vi: `Đã có ${because} thì cần cả --${flag} (hoặc biến môi trường ${variable}). Xem: qms-verdict help`,
    en: `With ${because}, --${flag} (or the environment variable ${variable}) is needed too. See: qms-verdict help`,
  })
}

/**
 * An address on the web.
 * @throws InputError when it is none
 */
export function webAddress(name: string, value: string): string {
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return withoutEnd(value, '/')
  throw new InputError({
    vi: `${name} là '${value}', không phải địa chỉ http hoặc https. Ghi theo dạng https://s3.example.gov.vn.`,
    en: `${name} is '${value}', which is no http or https address. Write it as https://s3.example.gov.vn.`,
  })
}
