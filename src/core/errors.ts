/** The languages every text exists in; Vietnamese is the product's own. */
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One text in every language. */
export type Localized = Readonly<Record<Language, string>>

/** The places `{name}` of a text; braces round something else (an example in JSON) are none. */
type PlacesOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}${' ' | '"' | ':'}${string}` ? never : Name) | PlacesOf<Rest>
  : never

/**
 * A text of a catalogue with its places filled in; a value may itself be said in both languages. A place that is left out,
 * or that the text does not have, does not compile. What is filled in is not looked through for places again.
 */
export function withValues<Text extends Localized>(
  text: Text,
  values: Readonly<Record<PlacesOf<Text[Language]>, string | number | Localized>>,
): Localized {
  const given: Readonly<Record<string, string | number | Localized>> = values
  const filled = (language: Language) =>
    text[language].replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = given[name] ?? place
      return typeof value === 'object' ? value[language] : String(value)
    })
  return { vi: filled('vi'), en: filled('en') }
}

/** A fault of ours or of the machine, never of a dossier. Subclasses set `name` and pass `cause`. */
export class QmsVerdictError extends Error {
  override name = 'QmsVerdictError'
}

/** One place in an input that is not as it must be. */
export interface Problem {
  /** RFC 6901 pointer into the parsed value. */
  pointer?: string
  /** 1-based line in the file, where it can be told. */
  line?: number
  /** In a workbook: the sheet, the cell as Excel names it (`B7`), and the heading it stands under. */
  place?: { sheet: string; cell?: string; heading?: string }
  found: string
  expected: Localized
}

/** What a person gave us (arguments, rule files, profiles) cannot be used; exit code 2. Messages are complete sentences. */
export class InputError extends QmsVerdictError {
  override name = 'InputError'
  readonly text: Localized
  constructor(text: Localized, options?: ErrorOptions) {
    super(text.en, options)
    this.text = text
  }
}
