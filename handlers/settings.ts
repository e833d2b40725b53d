import * as z from 'zod'
import { InputError, type Localized, withValues } from '../src/core/errors.ts'
import { nearest } from '../src/core/names.ts'
import { withoutEnd } from '../src/core/texts.ts'
import { TOKEN_DEFAULTS, TOKEN_TYPES } from '../src/http/sign-in/caller.ts'
import { DEFAULT_LIMITS, type ReadLimits } from '../src/intake/container.ts'
import type { S3Settings } from '../src/service/s3-connection.ts'

/** A whole number of at least one, as an environment variable holds it. */
const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)

/** The environment variables of every function, but the limits. */
const commonVariables = z.object({
  BUNDLE_BUCKET: z.string(),
  VERDICT_BUCKET: z.string(),
  PROFILE: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .default('national'),
  RULE_SET: z.string().default('rule-set.json'),
  AUTHORITY_CATALOGUE_KEY: z.string().optional(),
  AUTHORITY_TRUST_PREFIX: z.string().endsWith('/').optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_FORCE_PATH_STYLE: z.enum(['true', 'false']).default('false'),
})

/** Of whoever signs verdicts. */
const signingVariables = z.object({ VERDICT_KEY_SECRET_ARN: z.string(), VERDICT_KEYS_KEY: z.string().optional() })

/** Those of one function: of the one that judges, */
export const judgeVariables = signingVariables.extend({ SCAN_QUEUE_URL: z.url().optional() })

/** of the one that reads scans, */
export const scanVariables = signingVariables

/** of the one that draws up pre-screenings, */
export const drawUpVariables = signingVariables

/** of the one that lists agencies, */
export const listerVariables = z.object({ JUDGEMENT_QUEUE_URL: z.url() })

/** of the one that tells of lapses, */
export const notifierVariables = z.object({ NOTICE_TOPIC_ARN: z.string().regex(/^arn:aws[\w-]*:sns:/) })

/** Secrets are read from Secrets Manager; a variable only says which. */
const secretArn = z.string().regex(/^arn:aws[\w-]*:secretsmanager:/)

const needsClient = ['PUBLIC_URL', 'SESSION_SECRET_ARN'] as const

/** and of the HTTP API; the last four are of its pages, which are there when the first of them is. */
export const apiVariables = z
  .object({
    ...signingVariables.shape,
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }),
    OIDC_AUDIENCE: z.string(),
    OIDC_KEYS_URL: z.url({ protocol: /^https?$/ }),
    OIDC_TOKEN_TYPE: z.enum(TOKEN_TYPES).default(TOKEN_DEFAULTS.tokenType),
    OIDC_AGENCY_CLAIM: z.string().default(TOKEN_DEFAULTS.claims.agency),
    OIDC_AUTHORITY_CLAIM: z.string().default(TOKEN_DEFAULTS.claims.authority),
    AUTHORITY_FILE_KEY: z.string().optional(),
    UPLOADS_PER_DAY: wholeNumber.optional(),
    REQUESTS_PER_MINUTE: wholeNumber.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET_ARN: secretArn.optional(),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .transform((url) => withoutEnd(url, '/'))
      .optional(),
    SESSION_SECRET_ARN: secretArn.optional(),
  })
  .superRefine((given, context) => {
    if (given.OIDC_CLIENT_ID === undefined) return
    // An ID token, which is for the client, would pass for a token of the API.
    if (given.OIDC_CLIENT_ID === given.OIDC_AUDIENCE) context.addIssue({ code: 'custom', path: ['OIDC_AUDIENCE'] })
    for (const name of needsClient) if (given[name] === undefined) context.addIssue({ code: 'custom', path: [name] })
  })

type Name = keyof z.infer<
  typeof commonVariables &
    typeof judgeVariables &
    typeof listerVariables &
    typeof notifierVariables &
    typeof apiVariables
>

/** What is expected of each variable, for the message when it is not so. */
export const EXPECTED: Record<Name, Localized> = {
  BUNDLE_BUCKET: {
    vi: 'tên bucket chứa bộ hồ sơ, ví dụ qms-bundles',
    en: 'the name of the bucket that bundles are uploaded to, such as qms-bundles',
  },
  VERDICT_BUCKET: {
    vi: 'tên bucket lưu kết quả đánh giá, ví dụ qms-verdicts',
    en: 'the name of the bucket that keeps the verdicts, such as qms-verdicts',
  },
  PROFILE: {
    vi: 'mã bộ thông số của địa phương có trong bộ quy tắc, ví dụ national',
    en: 'the id of a profile of the rule set, such as national',
  },
  RULE_SET: {
    vi: 'đường dẫn đến tệp rule-set.json đã đóng gói, tính từ thư mục của hàm',
    en: 'the path of the built rule-set.json, from the folder of the function',
  },
  AUTHORITY_CATALOGUE_KEY: {
    vi: 'khóa của danh mục thủ tục hành chính trong bucket chứa bộ hồ sơ',
    en: "the key of the authority's catalogue in the bucket of the bundles",
  },
  AUTHORITY_TRUST_PREFIX: {
    vi: "phần đầu khóa của các chứng thư số tin cậy trong bucket chứa bộ hồ sơ, kết thúc bằng '/', ví dụ authority/trust/",
    en: "the prefix of the trusted certificates in the bucket of the bundles, with '/' at its end, such as authority/trust/",
  },
  AUTHORITY_FILE_KEY: {
    vi: 'khóa của tệp thông tin đơn vị chủ trì trong bucket chứa bộ hồ sơ, ví dụ authority/authority.yaml',
    en: 'the key of what the authority says of itself in the bucket of the bundles, such as authority/authority.yaml',
  },
  S3_ENDPOINT: {
    vi: 'địa chỉ http hoặc https của máy chủ S3, ví dụ https://s3.example.gov.vn',
    en: 'the http or https address of the S3 server, such as https://s3.example.gov.vn',
  },
  S3_FORCE_PATH_STYLE: { vi: 'true hoặc false', en: 'true or false' },
  VERDICT_KEY_SECRET_ARN: {
    vi: 'ARN của bí mật trong Secrets Manager để ký kết quả',
    en: 'the ARN of the secret in Secrets Manager by which verdicts are signed',
  },
  VERDICT_KEYS_KEY: {
    vi: 'khóa trong bucket chứa bộ hồ sơ của tệp các khóa công khai đã ký trước đây, ví dụ authority/verdict-keys.json',
    en: 'the key, in the bucket of the bundles, of the public keys that signed before, such as authority/verdict-keys.json',
  },
  SCAN_QUEUE_URL: {
    vi: 'địa chỉ hàng đợi SQS của các bản quét chờ đọc',
    en: 'the URL of the SQS queue of scans that wait to be read',
  },
  JUDGEMENT_QUEUE_URL: {
    vi: 'địa chỉ hàng đợi SQS của hàm đánh giá',
    en: 'the URL of the SQS queue of the function that judges',
  },
  NOTICE_TOPIC_ARN: {
    vi: 'ARN của chủ đề SNS nhận thông báo, ví dụ arn:aws:sns:ap-southeast-1:111122223333:qms',
    en: 'the ARN of the SNS topic of the notices, such as arn:aws:sns:ap-southeast-1:111122223333:qms',
  },
  OIDC_ISSUER: {
    vi: 'địa chỉ đơn vị cấp mã truy cập (iss), ví dụ https://dinhdanh.example.gov.vn',
    en: 'the issuer of tokens (iss), such as https://id.example.gov.vn',
  },
  OIDC_AUDIENCE: {
    vi: 'tên của API này trong mã truy cập (aud), khác với OIDC_CLIENT_ID, ví dụ qms-verdict-api',
    en: 'the name of this API in tokens (aud), other than OIDC_CLIENT_ID, such as qms-verdict-api',
  },
  OIDC_KEYS_URL: {
    vi: 'địa chỉ bộ khóa công khai của đơn vị cấp mã (JWKS), ví dụ https://dinhdanh.example.gov.vn/jwks.json',
    en: "where the issuer's public keys are served (JWKS), such as https://id.example.gov.vn/jwks.json",
  },
  OIDC_TOKEN_TYPE: {
    vi: 'at+jwt nếu đơn vị cấp mã ghi typ theo RFC 9068, JWT nếu mọi mã đều ghi JWT',
    en: 'at+jwt where the issuer writes typ as RFC 9068 says, JWT where it calls all tokens so',
  },
  OIDC_AGENCY_CLAIM: {
    vi: 'tên trường trong mã truy cập ghi mã định danh cơ quan, ví dụ agency',
    en: 'the name of the claim that holds the code of an agency, such as agency',
  },
  OIDC_AUTHORITY_CLAIM: {
    vi: 'tên trường trong mã truy cập ghi mã tỉnh của đơn vị chủ trì, ví dụ authority',
    en: 'the name of the claim that holds the province of an authority, such as authority',
  },
  UPLOADS_PER_DAY: {
    vi: 'số lần một cơ quan được nộp hồ sơ trong một ngày, ví dụ 50',
    en: 'how many bundles an agency may send in a day, such as 50',
  },
  REQUESTS_PER_MINUTE: {
    vi: 'số yêu cầu tối đa trong một phút của một nơi gọi, ví dụ 1200',
    en: 'how many requests one caller may send in a minute, such as 1200',
  },
  OIDC_CLIENT_ID: {
    vi: 'mã ứng dụng (client_id) của dịch vụ này tại hệ thống định danh; để trống thì không có các trang cho trình duyệt',
    en: 'the client id of this service at the identity provider; without it there are no pages for browsers',
  },
  OIDC_CLIENT_SECRET_ARN: {
    vi: 'ARN của bí mật trong Secrets Manager chứa khóa bí mật của ứng dụng (client_secret); để trống nếu là ứng dụng công khai',
    en: 'the ARN of the secret in Secrets Manager that holds the client secret; empty for a public client',
  },
  PUBLIC_URL: {
    vi: 'địa chỉ của dịch vụ trên trình duyệt, ví dụ https://qms.example.gov.vn',
    en: 'the address of the service in a browser, such as https://qms.example.gov.vn',
  },
  SESSION_SECRET_ARN: {
    vi: 'ARN của bí mật trong Secrets Manager dùng để bảo vệ phiên đăng nhập',
    en: 'the ARN of the secret in Secrets Manager that seals the sessions',
  },
}

/** Of a limit. @public: read by the page of texts */
export const EXPECTED_LIMIT: Localized = {
  vi: 'một số nguyên dương, ví dụ 2000',
  en: 'a whole number of at least 1, such as 2000',
}

/** What is said of a variable that cannot be used. @public: read by the page of texts */
export const SETTINGS_TEXTS = {
  noSuchLimit: {
    vi: 'Biến môi trường {name}: không có giới hạn nào tên như vậy. Tên gần nhất hoặc các tên dùng được: {meant}.',
    en: 'Environment variable {name}: there is no limit of that name. The nearest name, or all names: {meant}.',
  },
  notSet: {
    vi: 'Biến môi trường {name}: chưa được đặt. Đề nghị đặt {expected}.',
    en: 'Environment variable {name}: not set. Set it to {expected}.',
  },
  notUsable: {
    vi: "Biến môi trường {name}: đang là '{found}'. Đề nghị đặt {expected}.",
    en: "Environment variable {name}: is '{found}'. Set it to {expected}.",
  },
} as const

/** `archiveBytes` is set by `LIMIT_ARCHIVE_BYTES`. */
export const LIMIT_NAMES = new Map<string, keyof ReadLimits>(
  Object.keys(DEFAULT_LIMITS).map((key) => [
    `LIMIT_${key.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}`,
    key as keyof ReadLimits,
  ]),
)

/** Limits that differ from the default, by their variables. */
const limitVariables = z.partialRecord(z.enum([...LIMIT_NAMES.keys()]), wholeNumber)

/** What every function is set up with. */
export interface Settings {
  bundleBucket: string
  verdictBucket: string
  profileId: string
  /** Path of the built rule set, relative to the folder of the function. */
  ruleSetPath: string
  /** Key of the authority's catalogue in the bucket of the bundle; absent: each agency's own is used. */
  catalogueKey: string | undefined
  /** Below it are trusted certificates in the bucket of the bundles; absent: nobody is trusted. */
  trustPrefix: string | undefined
  s3: S3Settings
  limits: ReadLimits
}

/**
 * The settings from environment variables; an empty one counts as absent.
 * @param ownVariables of one function, beside those of all; given back as `own`
 * @throws InputError naming every variable that is missing or wrong, what was found and what is expected
 */
export function readSettings<T extends z.ZodObject>(
  environment: Readonly<Record<string, string | undefined>>,
  ownVariables: T,
): { settings: Settings; own: z.infer<T> } {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const limitsGiven = Object.fromEntries(Object.entries(given).filter(([name]) => name.startsWith('LIMIT_')))
  const main = commonVariables.safeParse(given)
  const own = ownVariables.safeParse(given)
  const limits = limitVariables.safeParse(limitsGiven)
  if (!main.success || !own.success || !limits.success) throw notUsable([main, own, limits].flatMap(issues), given)
  const { S3_ENDPOINT, S3_FORCE_PATH_STYLE } = main.data
  const settings = {
    bundleBucket: main.data.BUNDLE_BUCKET,
    verdictBucket: main.data.VERDICT_BUCKET,
    profileId: main.data.PROFILE,
    ruleSetPath: main.data.RULE_SET,
    catalogueKey: main.data.AUTHORITY_CATALOGUE_KEY,
    trustPrefix: main.data.AUTHORITY_TRUST_PREFIX,
    s3: { forcePathStyle: S3_FORCE_PATH_STYLE === 'true', ...(S3_ENDPOINT && { endpoint: S3_ENDPOINT }) },
    limits: { ...DEFAULT_LIMITS, ...limitsOf(limits.data) },
  }
  return { settings, own: own.data }
}

function limitsOf(given: z.infer<typeof limitVariables>): Partial<ReadLimits> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [LIMIT_NAMES.get(name), value]))
}

function issues(result: { error?: z.ZodError }): string[] {
  const names = (result.error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1).map(String),
  )
  return [...new Set(names)]
}

function notUsable(names: string[], given: Record<string, string | undefined>): InputError {
  const told = names.map((name) => problem(name, given[name]))
  return new InputError({ vi: told.map((one) => one.vi).join('\n'), en: told.map((one) => one.en).join('\n') })
}

function problem(name: string, found: string | undefined): Localized {
  const expected = name in EXPECTED ? EXPECTED[name as keyof typeof EXPECTED] : EXPECTED_LIMIT
  if (name.startsWith('LIMIT_') && !LIMIT_NAMES.has(name)) {
    const meant = nearest(name, LIMIT_NAMES.keys()) ?? [...LIMIT_NAMES.keys()].join(', ')
    return withValues(SETTINGS_TEXTS.noSuchLimit, { name, meant })
  }
  return found === undefined
    ? withValues(SETTINGS_TEXTS.notSet, { name, expected })
    : withValues(SETTINGS_TEXTS.notUsable, { name, found, expected })
}
