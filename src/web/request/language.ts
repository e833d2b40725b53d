import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { LANGUAGES, type Language } from '../../base/localized.ts'

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
