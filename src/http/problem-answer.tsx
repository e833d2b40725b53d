import type { Context } from 'hono'
import type { Language } from '../core/errors.ts'
import { StoreFault } from '../service/store.ts'
import { languageOf } from './language.ts'
import { show } from './layout.tsx'
import type { Problem } from './problems.ts'
import type { Env } from './route.ts'
import { type Session, sessionOf } from './sign-in/session.ts'
import type { PageTools } from './tools.ts'
import { REQUEST_ID as REQUEST } from './words.ts'

/** Tells a program of a problem, as problem details (RFC 9457) in one language; no stack, no data. */
export function problemDetails(problem: Problem, context: Context<Env>): Response {
  const lang = languageOf(context)
  return details(problem, context, { title: problem.title[lang], detail: problem.detail[lang] }, lang)
}

/** Tells a person of a problem by a page in words, or as problem details where a script of a page asked. */
export async function problemPage(problem: Problem, context: Context<Env>, tools: PageTools): Promise<Response> {
  const lang = languageOf(context, 'cookie')
  const [title, detail] = [problem.onPage.title[lang], problem.onPage.detail[lang]]
  if (wantsJson(context)) return details(problem, context, { title, detail }, lang)
  const session = await knownSession(context, tools)
  for (const [name, value] of Object.entries(problem.headers)) context.header(name, value)
  return show(
    { context, tools, lang, caller: session?.caller, csrf: session?.csrf ?? '', session },
    { title, status: problem.status },
    <>
      <p class="lead">{detail}</p>
      <p class="ways">
        {problem.ways.map(({ href, label }) => (
          <a class="button" href={href}>
            {label[lang]}
          </a>
        ))}
      </p>
      <p class="muted small">
        {REQUEST[lang]}: <code>{context.get('requestId')}</code>
      </p>
    </>,
  )
}

/** Whose page it is; nobody's where the store, of whose fault it may tell, does not say whether they are still signed in. */
async function knownSession(context: Context<Env>, tools: PageTools): Promise<Session | undefined> {
  try {
    return await sessionOf(context, tools)
  } catch (error) {
    if (error instanceof StoreFault) return undefined
    throw error
  }
}

function details(
  { slug, status, places, headers }: Problem,
  context: Context<Env>,
  said: { title: string; detail: string },
  lang: Language,
): Response {
  const errors = places.map((place) => ({ ...place, detail: place.detail[lang] }))
  const body = {
    type: slug === undefined ? 'about:blank' : `/problems/${slug}`,
    title: said.title,
    status,
    detail: said.detail,
    requestId: context.get('requestId'),
    ...(errors.length > 0 && { errors }),
  }
  const own = { 'Content-Type': 'application/problem+json', 'Content-Language': lang }
  return context.body(`${JSON.stringify(body)}\n`, status, { ...own, ...headers })
}

/** Does a script ask, which reads JSON, or a person, who reads a page? */
export function wantsJson({ req }: Context): boolean {
  return !/\btext\/html\b/.test(req.header('Accept') ?? 'text/html') && /\bjson\b/.test(req.header('Accept') ?? '')
}
