import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { getCookie, setCookie } from 'hono/cookie'
import { LANGUAGES, type Language } from '../core/errors.ts'

const COOKIE = 'lang'
const YEAR_SECONDS = 365 * 24 * 3600

const known = (text: string | undefined): Language | undefined => LANGUAGES.find((lang) => lang === text)

/**
 * The language to answer in: the one asked for by `?lang=`, else what is known of the caller, else Vietnamese.
 * @param by how the caller is known: programs by `Accept-Language`; people by the cookie of what they chose once, since
 * a browser in English on an office computer does not say that its reader is
 */
export function languageOf(context: Context, by: 'header' | 'cookie' = 'header'): Language {
  const asked = known(context.req.query('lang'))
  return asked ?? (by === 'cookie' ? known(getCookie(context, COOKIE)) : fromHeader(context)) ?? 'vi'
}

/** The best that `Accept-Language` names. */
function fromHeader(context: Context): Language | undefined {
  const found = accepts(context, {
    header: 'Accept-Language',
    supports: [...LANGUAGES],
    default: 'vi',
    match: (ranges, { default: fallback }) => {
      const wanted = ranges.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q)
      // `vi;q=0` refuses Vietnamese (RFC 9110, 12.4.2).
      const refused = ranges.filter(({ q }) => q === 0).map(({ type }) => primary(type))
      const named = wanted.map(({ type }) => primary(type)).find((one) => one !== undefined)
      return named ?? LANGUAGES.find((lang) => !refused.includes(lang)) ?? fallback
    },
  })
  return primary(found)
}

/** `en-GB` asks for `en` (RFC 4647 lookup). */
const primary = (range: string) => known(range.toLowerCase().split('-')[0])

/** Remembers the language, when this request chooses one by `?lang=`. */
export function keepLanguage(context: Context, secure: boolean): void {
  const chosen = known(context.req.query('lang'))
  if (chosen === undefined) return
  setCookie(context, COOKIE, chosen, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax', httpOnly: true, secure })
}

/** The address of this page in another language. */
export function inLanguage(context: Context, lang: Language): string {
  const { pathname, searchParams } = new URL(context.req.url)
  searchParams.set('lang', lang)
  return `${pathname}?${searchParams}`
}
