import type { Context } from 'hono'
import { type Localized, withValues } from '../core/errors.ts'
import { Problem } from './problems.ts'
import { PAGE_FORM_TEXTS } from './words.ts'

/** A form that a page sent, by the names of its fields; of two of one name the last counts. */
export type PageForm = Readonly<Record<string, string | File>>

/** No form of ours has so many fields, or says so much in them; a file beside them is bounded by the whole request. */
const MOST_FIELDS = 40
const MOST_TEXT_BYTES = 32 * 1024

/** As browsers write it. Of two boundaries one would be counted and the other read. */
const BOUNDARY = /^multipart\/form-data\s*;\s*boundary=(?:"([^"]{1,70})"|([^\s";,]{1,70}))\s*$/i

/** Whether a form brings files. */
export function bringsFiles({ req }: Context): boolean {
  return /^multipart\/form-data\b/i.test(req.header('Content-Type') ?? '')
}

/**
 * The form in the body of a request; empty where the body is none. Its fields are counted before any of them is read, since
 * what reads a form takes minutes for millions of them.
 * @throws Problem when it holds more than a form of ours, or cannot be read
 */
export async function readForm(context: Context): Promise<PageForm> {
  const type = context.req.header('Content-Type') ?? ''
  const isText = /^application\/x-www-form-urlencoded\b/i.test(type)
  if (!isText && !bringsFiles(context)) return {}
  const bytes = Buffer.from(await context.req.arrayBuffer())
  const boundary = BOUNDARY.exec(type)
  if (isText ? bytes.length > MOST_TEXT_BYTES : boundary === null) throw unreadable()
  if (isMoreThan(MOST_FIELDS, isText ? '&' : `--${boundary?.[1] ?? boundary?.[2]}`, bytes)) throw unreadable()
  try {
    const fields = Object.entries(await context.req.parseBody())
    const known = fields.flatMap(([name, value]) => (Array.isArray(value) ? [] : [[name, value] as const]))
    const characters = known.reduce((sum, [, value]) => sum + (typeof value === 'string' ? value.length : 0), 0)
    if (characters > MOST_TEXT_BYTES) throw unreadable()
    return Object.fromEntries(known)
  } catch (cause) {
    throw cause instanceof TypeError ? unreadable(cause) : cause
  }
}

function isMoreThan(most: number, mark: string, bytes: Buffer): boolean {
  let found = 0
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length))
    if (++found > most) return true
  return false
}

const TITLE: Localized = PAGE_FORM_TEXTS.formSentCannotRead
const DETAIL: Localized = withValues(PAGE_FORM_TEXTS.formNotWellFormed, {
  mostFields: MOST_FIELDS,
  mostTextBytes: MOST_TEXT_BYTES / 1024,
})
const unreadable = (cause?: unknown) => new Problem({ status: 422, title: TITLE }, DETAIL, { cause })
