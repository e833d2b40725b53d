import { InputError } from '../../base/errors.ts'
import { LANGUAGES, type Language } from '../../base/localized.ts'
import { dayInVietnam } from '../../edge/day-in-vietnam.ts'
import { FORMATS } from '../../report/formats.ts'
import { dateArgument, oneOf, readArguments } from '../arguments.ts'

const FAIL_ON = ['notMet', 'insufficientEvidence', 'never'] as const

/** What `check` was asked to do, checked. */
export interface CheckOptions {
  bundle: string
  asOf: string
  profile: string
  catalogue: string | undefined
  exceptions: string | undefined
  /** Folder, or file, of trusted certificates. */
  trust: string | undefined
  rules: string | undefined
  ruleSet: string | undefined
  formats: string[]
  output: string | undefined
  /** File of the private key to sign with. */
  sign: string | undefined
  lang: Language
  failOn: (typeof FAIL_ON)[number]
  /** Scans are recognised before the bundle is judged. */
  ocr: boolean
}

/**
 * Reads the arguments of `check`. Without `--as-of` the day is today in Asia/Ho_Chi_Minh.
 * @throws InputError saying which argument is wrong and what to write
 */
export function checkOptions(args: string[]): CheckOptions {
  const { values, positionals } = readArguments(args, {
    'as-of': { type: 'string' },
    profile: { type: 'string', default: 'national' },
    catalogue: { type: 'string' },
    exceptions: { type: 'string' },
    trust: { type: 'string' },
    rules: { type: 'string' },
    'rule-set': { type: 'string' },
    format: { type: 'string', multiple: true },
    output: { type: 'string' },
    sign: { type: 'string' },
    lang: { type: 'string', default: 'vi' },
    'fail-on': { type: 'string', default: 'notMet' },
    'no-ocr': { type: 'boolean', default: false },
  })
  const [bundle, ...more] = positionals
  if (bundle === undefined || more.length > 0)
    throw new InputError({
      vi: 'Cần đúng một bộ hồ sơ: qms-verdict check <bộ-hồ-sơ.zip | thư-mục>.',
      en: 'Exactly one bundle is needed: qms-verdict check <bundle.zip | folder>.',
    })
  const asOf = values['as-of']
  const formats = [...new Set(values.format ?? ['text'])].map((one) => oneOf('--format', one, Object.keys(FORMATS)))
  if (formats.length > 1 && values.output === undefined)
    throw new InputError({
      vi: 'Nhiều định dạng thì cần --output <thư-mục> để ghi tệp.',
      en: 'Several formats need --output <folder> to write files to.',
    })
  if (values.sign !== undefined && !formats.includes('json'))
    throw new InputError({
      vi: '--sign ký vào tệp JSON; thêm --format json.',
      en: '--sign signs the JSON document; add --format json.',
    })
  return {
    bundle,
    asOf: asOf === undefined ? dayInVietnam(new Date().toISOString()) : dateArgument('--as-of', asOf),
    profile: values.profile,
    catalogue: values.catalogue,
    exceptions: values.exceptions,
    trust: values.trust,
    rules: values.rules,
    ruleSet: values['rule-set'],
    formats,
    output: values.output,
    sign: values.sign,
    lang: oneOf('--lang', values.lang, LANGUAGES),
    failOn: oneOf('--fail-on', values['fail-on'], FAIL_ON),
    ocr: !values['no-ocr'],
  }
}
