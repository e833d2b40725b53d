import type { Context } from 'hono'
import type { Language } from '../../base/localized.ts'
import { PROBLEMS } from './catalogue.ts'
import type { Problem } from './problem.ts'

/** Answers with a problem as problem details (RFC 9457) in one language. */
export function problemAnswer(problem: Problem, context: Context, lang: Language, requestId: string): Response {
  const { slug, detail, places, headers } = problem
  const { status, title } = PROBLEMS[slug]
  const errors = places.map(({ detail: said, ...place }) => ({ ...place, detail: said[lang] }))
  const body = {
    type: `/problems/${slug}`,
    title: title[lang],
    status,
    detail: detail[lang],
    requestId,
    ...(errors.length > 0 && { errors }),
  }
  const own = { 'Content-Type': 'application/problem+json', 'Content-Language': lang }
  return context.body(`${JSON.stringify(body)}\n`, status, { ...own, ...headers })
}
