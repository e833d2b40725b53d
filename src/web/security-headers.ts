import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const secure = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  overwrite: false,
})

/**
 * Keeps an answer from being anything but read: not framed, not sniffed, not kept by anyone on the way. A route that
 * sets one of these headers itself keeps its own.
 */
export const guardHeaders: MiddlewareHandler = async (context, next) => {
  await secure(context, next)
  if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store')
}
