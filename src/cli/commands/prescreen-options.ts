import { availableParallelism } from 'node:os'
import { InputError } from '../../base/errors.ts'
import { LANGUAGES, type Language } from '../../base/localized.ts'
import { dayInVietnam } from '../../edge/day-in-vietnam.ts'
import type { Place } from '../../local/settings.ts'
import { dateArgument, oneOf, readArguments } from '../arguments.ts'
import { flagOrVariable, type Given } from '../flag-or-variable.ts'
import { TRUST_OPTION } from '../given-trust.ts'
import { usualCache } from '../prescreen/cache.ts'
import { PLACE_OPTIONS, servicePlace } from '../service-place.ts'
import { wholeNumber } from '../whole-number.ts'

/** What `qms-verdict prescreen` was asked to do. */
export interface PrescreenOptions {
  /** Where the bundles are: a folder of them, or the service's own store. */
  from: { folder: string } | { place: Place }
  register: string
  year: number
  profile: string
  asOf: string
  previous: string | undefined
  previousBundles: string | undefined
  previousVerdicts: string | undefined
  changes: string | undefined
  rules: string | undefined
  ruleSet: string | undefined
  /** Folder, or file, of trusted certificates. */
  trust: string | undefined
  seed: number
  jobs: number
  cache: string | undefined
  verdicts: string | undefined
  /** Data folder of the service that the authority of a province asks for the document. */
  publish: { data: string; province: string } | undefined
  format: 'text' | 'json'
  lang: Language
}

/** @throws InputError saying what is missing or wrong */
export function prescreenOptions(args: string[]): PrescreenOptions {
  const { values, positionals } = readArguments(args, {
    register: { type: 'string' },
    year: { type: 'string' },
    profile: { type: 'string', default: 'national' },
    'as-of': { type: 'string' },
    previous: { type: 'string' },
    'previous-bundles': { type: 'string' },
    'previous-verdicts': { type: 'string' },
    changes: { type: 'string' },
    rules: { type: 'string' },
    'rule-set': { type: 'string' },
    seed: { type: 'string' },
    jobs: { type: 'string' },
    cache: { type: 'string' },
    'no-cache': { type: 'boolean', default: false },
    verdicts: { type: 'string' },
    ...TRUST_OPTION,
    ...PLACE_OPTIONS,
    data: { type: 'string' },
    province: { type: 'string' },
    format: { type: 'string', default: 'text' },
    lang: { type: 'string', default: 'vi' },
  })
  const [folder, ...more] = positionals
  const { register, 'as-of': day } = values
  const from = folder === undefined ? storeOf(values) : { folder }
  if (from === undefined || more.length > 0 || register === undefined || values.year === undefined) throw usage()
  const year = wholeNumber('--year', values.year, 2000, 2200)
  return {
    from,
    register,
    year,
    profile: values.profile,
    asOf: day === undefined ? dayInVietnam(new Date().toISOString()) : dateArgument('--as-of', day),
    previous: values.previous,
    previousBundles: values['previous-bundles'],
    previousVerdicts: values['previous-verdicts'],
    changes: values.changes,
    rules: values.rules,
    ruleSet: values['rule-set'],
    trust: flagOrVariable('trust', 'TRUST_LIST', { values, environment: process.env }),
    seed: values.seed === undefined ? year : wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
    jobs: values.jobs === undefined ? availableParallelism() : wholeNumber('--jobs', values.jobs, 1, 64),
    cache: values['no-cache'] ? undefined : (values.cache ?? usualCache()),
    verdicts: values.verdicts,
    publish:
      folder === undefined && values.province === undefined ? undefined : publishAt(values.data, values.province),
    format: oneOf('--format', values.format, ['text', 'json']),
    lang: oneOf('--lang', values.lang, LANGUAGES),
  }
}

const usage = () =>
  new InputError({
    vi: 'Cần thư mục bộ hồ sơ (hoặc kho của dịch vụ: --data, --s3-endpoint), danh sách cơ quan và năm: qms-verdict prescreen <thư-mục> --register TỆP --year NĂM.',
    en: "A folder of bundles (or the service's store: --data, --s3-endpoint), a register and a year are needed: qms-verdict prescreen <folder> --register FILE --year YEAR.",
  })

/** The service's store, where one is named and no folder is. */
function storeOf({
  data = '',
  ...values
}: Given['values'] & { data?: string | undefined }): { place: Place } | undefined {
  const place = servicePlace({ values: { ...values, data }, environment: process.env })
  return 'folder' in place && place.folder === '' ? undefined : { place }
}

function publishAt(data: string | undefined, province: string | undefined): PrescreenOptions['publish'] {
  if (data === undefined && province === undefined) return undefined
  if (data !== undefined && province !== undefined && /^[A-Z]\d{2}$/.test(province)) return { data, province }
  throw new InputError({
    vi: 'Để đưa kết quả lên dịch vụ cần cả --data <thư-mục> và --province <mã tỉnh>, ví dụ --province H61.',
    en: 'To publish to the service both --data <folder> and --province <code> are needed, such as --province H61.',
  })
}
