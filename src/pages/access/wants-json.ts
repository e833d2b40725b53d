import type { Context } from 'hono'

/** Does a script ask, which reads JSON, or a person, who reads a page? */
export function wantsJson({ req }: Context): boolean {
  return !/\btext\/html\b/.test(req.header('Accept') ?? 'text/html') && /\bjson\b/.test(req.header('Accept') ?? '')
}
