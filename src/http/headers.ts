import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { memoizeAsync } from '../core/async.ts'
import type { Language } from '../core/errors.ts'
import { AGENCY_PATH } from '../core/paths.ts'
import type { PageTools } from './tools.ts'

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

/** Pages that send bundles: an agency's own. */
const UPLOADS = new RegExp(`^${AGENCY_PATH}(/|$)`)

/**
 * Keeps a page from loading or sending anything but what is of this service: no script but its own files, no style but
 * its own sheet, no request but to itself and to the store that takes uploads (CSP 3). A page that sets one of these
 * headers itself keeps its own.
 */
export function guardPages(tools: PageTools): MiddlewareHandler {
  const sheet = createHash('sha256').update(tools.assets.styles).digest('base64')
  // The store's address is the same for all uploads; making it takes credentials, which may be had only later.
  const origin = memoizeAsync(() => uploadOrigin(tools))
  return async (context, next) => {
    const targets = ["'self'", ...(UPLOADS.test(context.req.path) ? [await origin()] : [])]
    const guard = secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: [`'sha256-${sheet}'`],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: targets,
        formAction: targets,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      overwrite: false,
    })
    await guard(context, next)
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store')
  }
}

/** Where browsers send bundles: the origin of every form that the presigner makes. */
async function uploadOrigin({ presigner }: Pick<PageTools, 'presigner'>): Promise<string> {
  const { url } = await presigner({ key: 'none', contentType: 'application/zip', maxBytes: 1, validSeconds: 1 })
  return new URL(url).origin
}

/** Headers of an answer that is a text in one language. */
export const textHeaders = (type: string, lang: Language) => ({
  'Content-Type': `${type}; charset=utf-8`,
  'Content-Language': lang,
})
