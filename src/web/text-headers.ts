import type { Language } from '../base/localized.ts'

/** Headers of an answer that is a text in one language. */
export const textHeaders = (type: string, lang: Language) => ({
  'Content-Type': `${type}; charset=utf-8`,
  'Content-Language': lang,
})
