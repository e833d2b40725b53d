import type { Context } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import { toPageProblem } from './faults.ts'
import { pageLanguage } from './language.ts'
import { show } from './layout.tsx'
import { sessionOf } from './sign-in/session.ts'
import type { PageTools } from './tools.ts'

const REQUEST = { vi: 'Mã yêu cầu', en: 'Request id' }

/** Tells an error as a page in words, or as problem details (RFC 9457) where a script asked; no stack, no data. */
export async function problemPage(
  error: unknown,
  context: Context<{ Variables: RequestIdVariables }>,
  tools: PageTools,
): Promise<Response> {
  const { problem, ours } = toPageProblem(error)
  const { status, title, detail, ways } = problem
  const requestId = context.get('requestId')
  const { method, path } = context.req
  if (ours) tools.onFault(error, { requestId, method, path })
  const lang = pageLanguage(context)
  if (wantsJson(context)) {
    const told = { type: 'about:blank', title: title[lang], status, detail: detail[lang], requestId }
    return context.body(`${JSON.stringify(told)}\n`, status, { 'Content-Type': 'application/problem+json' })
  }
  const session = await sessionOf(context, tools)
  return show(
    { context, tools, lang, caller: session?.caller, csrf: session?.csrf ?? '' },
    { title: title[lang], status },
    <>
      <p class="lead">{detail[lang]}</p>
      <p class="ways">
        {ways.map(({ href, label }) => (
          <a class="button" href={href}>
            {label[lang]}
          </a>
        ))}
      </p>
      <p class="muted small">
        {REQUEST[lang]}: <code>{requestId}</code>
      </p>
    </>,
  )
}

/** Does a script ask, which reads JSON, or a person, who reads a page? */
export function wantsJson({ req }: Context): boolean {
  return !/\btext\/html\b/.test(req.header('Accept') ?? 'text/html') && /\bjson\b/.test(req.header('Accept') ?? '')
}
