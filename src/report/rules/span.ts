import type { Language } from '../../base/localized.ts'
import { showDate } from '../values.ts'
import { PAGE_WORDS } from './page-words.ts'

/** A stretch of days in words; `to` is the first day after it; empty when it has no end at all. */
export function span({ from, to }: { from?: string | undefined; to?: string | undefined }, lang: Language): string {
  const parts = [
    from === undefined ? '' : `${PAGE_WORDS.from[lang]} ${showDate(from, lang)}`,
    to === undefined ? '' : `${PAGE_WORDS.to[lang]} ${showDate(to, lang)}`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}
