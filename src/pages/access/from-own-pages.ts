import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import type { PageTools } from '../tools.ts'

/** Refuses forms that were sent from a page of another site, by what browsers say of where they come from. */
export function fromOwnPages({ publicUrl }: Pick<PageTools, 'publicUrl'>): MiddlewareHandler {
  return (context, next) => csrf({ origin: new URL(publicUrl()).origin })(context, next)
}
