import type * as z from 'zod'
import type { Problem } from '../../base/errors.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { readJson } from './json/read-json.ts'
import { cleanData, type HiddenRemoved } from './nfc.ts'
import { MAX_LISTED_PROBLEMS, type ParsedText, type Reading } from './parsed-text.ts'
import { schemaProblems } from './schema-problems.ts'
import { SourceText } from './source-text.ts'

/** The two forms a manifest is written in, by the end of its name. */
export type TextForm = 'json' | 'yaml'

/** A value that is as its schema wants it, and what was taken out of its texts. */
export interface CheckedText<T> {
  value: T
  hidden: HiddenRemoved | undefined
}

/**
 * Reads bytes as JSON or YAML and checks them against a closed schema: the checked value, with every text in NFC and
 * without hidden characters, or all that is wrong with it. The caller has capped the size.
 */
export async function checkText<T>(
  bytes: Uint8Array,
  form: TextForm,
  schema: z.ZodType<T>,
): Promise<Reading<CheckedText<T>>> {
  const text = decodeUtf8(bytes)
  if ('fault' in text) return text
  if (text.ok.trim() === '') return { fault: { code: 'manifest-empty' } }
  const source = new SourceText(text.ok)
  const parsed = form === 'json' ? readJson(source) : (await import('./yaml/read-yaml.ts')).readYaml(source)
  if ('fault' in parsed) return parsed
  const { value, hidden } = cleanData(parsed.ok.value, schema)
  const checked = checkValue({ ...parsed.ok, value }, schema)
  return 'fault' in checked ? checked : { ok: { value: checked.ok, hidden } }
}

function checkValue<T>(parsed: ParsedText, schema: z.ZodType<T>): Reading<T> {
  const { value } = parsed
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { fault: { code: 'manifest-not-object', found: Array.isArray(value) ? '[…]' : String(value).slice(0, 60) } }
  }
  const checked = schema.safeParse(value)
  if (checked.success && parsed.problems.count === 0) return { ok: checked.data }
  const { listed, count } = schemaProblems(schema, parsed, checked.error?.issues ?? [])
  const problems = merged(parsed.problems.listed, listed)
  const found = String(parsed.problems.count + count)
  return { fault: { code: 'manifest-invalid', found, problems } }
}

/** In the order of the file. A value that an alias stands for is not complained of twice. */
function merged(syntax: readonly Problem[], schema: readonly Problem[]): Problem[] {
  const told = new Set(syntax.map(({ pointer }) => pointer))
  const more = schema.filter(({ pointer, found }) => found !== 'null' || !told.has(pointer))
  return [...syntax, ...more]
    .sort((a, b) => (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER))
    .slice(0, MAX_LISTED_PROBLEMS)
}
