import type { Language, Localized } from '../../base/localized.ts'

/** The language of the page. */
export const pageLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'vi')

/** A text in the page's language, its `{places}` filled in. */
export function say(text: Localized, values: Readonly<Record<string, string | number>> = {}): string {
  return text[pageLanguage()].replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place))
}

/** Bytes as a person reads them: `3,4 MB` in Vietnamese, `3.4 MB` in English. */
export function sizeText(bytes: number): string {
  const [unit, divisor] = bytes < 1024 * 1024 ? ['KB', 1024] : ['MB', 1024 * 1024]
  const shown = new Intl.NumberFormat(pageLanguage(), { maximumFractionDigits: 1 }).format(bytes / Number(divisor))
  return `${shown} ${unit}`
}
