import type { Language } from '../../base/localized.ts'
import { PROBLEMS } from './catalogue.ts'
import type { Problem } from './problem.ts'

/** A problem as problem details (RFC 9457) in one language. */
export function problemAnswer(problem: Problem, lang: Language, requestId: string): Response {
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
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Content-Language': lang, ...headers },
  })
}
