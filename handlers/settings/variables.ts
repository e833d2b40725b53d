import * as z from 'zod'
import type { Localized } from '../../src/base/localized.ts'
import { DEFAULT_LIMITS, type ReadLimits } from '../../src/bundle/container.ts'

/** A whole number of at least one, as an environment variable holds it. */
const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)

/** The environment variables of the function but the limits. */
export const variables = z.object({
  VERDICT_BUCKET: z.string(),
  PROFILE: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .default('national'),
  RULE_SET: z.string().default('rule-set.json'),
  AUTHORITY_CATALOGUE_KEY: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_FORCE_PATH_STYLE: z.enum(['true', 'false']).default('false'),
})

/** What is expected of each variable, for the message when it is not so. */
export const EXPECTED: Record<keyof z.infer<typeof variables>, Localized> = {
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
  S3_ENDPOINT: {
    vi: 'địa chỉ http hoặc https của máy chủ S3, ví dụ https://s3.example.gov.vn',
    en: 'the http or https address of the S3 server, such as https://s3.example.gov.vn',
  },
  S3_FORCE_PATH_STYLE: { vi: 'true hoặc false', en: 'true or false' },
}

export const EXPECTED_LIMIT: Localized = {
  vi: 'một số nguyên dương, ví dụ 2000',
  en: 'a whole number of at least 1, such as 2000',
}

/** `archiveBytes` is set by `LIMIT_ARCHIVE_BYTES`. */
export const LIMIT_NAMES = new Map<string, keyof ReadLimits>(
  Object.keys(DEFAULT_LIMITS).map((key) => [
    `LIMIT_${key.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}`,
    key as keyof ReadLimits,
  ]),
)

/** Limits that differ from the default, by their variables. */
export const limitVariables = z.partialRecord(z.enum([...LIMIT_NAMES.keys()]), wholeNumber)
