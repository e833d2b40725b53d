import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { getCookie, setCookie } from 'hono/cookie'
import { LANGUAGES, type Language } from '../core/errors.ts'

/** The language asked for: `?lang=`, else the best that `Accept-Language` names, else the first that it does not refuse. */
export function languageOf(context: Context): Language {
  const asked = LANGUAGES.find((lang) => lang === context.req.query('lang'))
  return asked ?? fromHeader(context)
}

function fromHeader(context: Context): Language {
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
  return primary(found) ?? 'vi'
}

/** `en-GB` asks for `en` (RFC 4647 lookup). */
const primary = (range: string) => LANGUAGES.find((lang) => lang === range.toLowerCase().split('-')[0])

const COOKIE = 'lang'
const YEAR_SECONDS = 365 * 24 * 3600

const known = (text: string | undefined): Language | undefined => LANGUAGES.find((lang) => lang === text)

/** The language that a person chose; Vietnamese where they did not. */
export function pageLanguage(context: Context): Language {
  return known(context.req.query('lang')) ?? known(getCookie(context, COOKIE)) ?? 'vi'
}

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
