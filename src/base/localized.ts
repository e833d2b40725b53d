/** The languages every text exists in; Vietnamese is the product's own. */
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One text in every language. */
export type Localized = Readonly<Record<Language, string>>
