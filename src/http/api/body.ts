import type { Context } from 'hono'
import type * as z from 'zod'
import { type Localized, withValues } from '../../core/errors.ts'
import { toPointer } from '../../core/json.ts'
import { type Place, Problem } from '../problems.ts'
import { BODY_TEXTS, BODY_NOT_JSON as NOT_JSON } from './words.ts'

/** In bytes; what is asked of this API fits into a few hundred. */
export const MAX_BODY_BYTES = 16 * 1024

/**
 * The body as a schema has it; no body at all is an empty object.
 * @throws Problem when it is not sent as JSON, is none, or is not what the schema asks for
 */
export async function readBody<T>(
  context: Context,
  schema: z.ZodType<T>,
  expected: Readonly<Record<string, Localized>>,
): Promise<T> {
  const bytes = await context.req.arrayBuffer()
  const parsed = schema.safeParse(bytes.byteLength === 0 ? {} : parse(context, bytes), { reportInput: true })
  if (parsed.success) return parsed.data
  throw bodyProblem(parsed.error, expected)
}

function parse(context: Context, bytes: ArrayBuffer): unknown {
  const type = context.req.header('Content-Type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw notSentAsJson(type)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new Problem('body-invalid', NOT_JSON, { cause })
  }
}

function notSentAsJson(type: string): Problem {
  return new Problem('body-not-json', withValues(BODY_TEXTS.contentTypeSendContent, { type: JSON.stringify(type) }))
}

function bodyProblem(error: z.ZodError, expected: Readonly<Record<string, Localized>>): Problem {
  const known = Object.keys(expected).join(', ')
  const places = error.issues.flatMap((issue): Place[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...issue.path, key], known))
    const told = expected[String(issue.path[0])] ?? BODY_TEXTS.jsonObject
    const found = JSON.stringify(issue.input).slice(0, 80)
    const detail = withValues(BODY_TEXTS.write, { found, told })
    return [{ pointer: toPointer(issue.path), detail }]
  })
  const say = (lang: 'vi' | 'en') =>
    places.map(({ pointer, detail }) => (pointer ? `${pointer}: ${detail[lang]}` : detail[lang])).join(' ')
  return new Problem('body-invalid', { vi: say('vi'), en: say('en') }, { places })
}

function unknownKey(path: readonly PropertyKey[], known: string): Place {
  const detail = withValues(BODY_TEXTS.noSuchMemberOnly, { known })
  return { pointer: toPointer(path), detail }
}
