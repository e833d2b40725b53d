import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { LANGUAGES, type Language } from '../../base/localized.ts'

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
