/** A field of the manifest as a form asks for it. */
export interface PlannedField {
  /** Keys from the section's object, joined by dots: `signedBy.name`. */
  key: string
  label: string
  /** The Vietnamese heading, by which a column of a pasted table is known. */
  heading: string
  hint: string
  kind:
    | 'date'
    | 'text'
    | 'path'
    | 'count'
    | 'amount'
    | 'year'
    | 'agencyCode'
    | 'provinceCode'
    | 'boolean'
    | 'choice'
    | 'list'
    | 'yesOrList'
  required: boolean
  /** It holds codes of procedures. */
  codes: boolean
  /** Its entries are of a fixed list, in which no comma stands: commas may part them. */
  commas: boolean
  /** It can be said that there is no such thing. */
  nullable: boolean
  choices?: readonly { value: string; label: string }[]
  /** Values by the words that they are shown by. */
  words?: Readonly<Record<string, string>>
}

/** A rule that finds no evidence where its section says nothing. */
export interface RestingRule {
  id: string
  title: string
  /** Its failing means that the requirements are not met. */
  isEssential: boolean
}

/** A section of the manifest as a form asks for it. */
export interface PlannedSection {
  title: string
  /** Keys from the manifest; of a part, from its row. */
  at: readonly string[]
  shape: 'table' | 'form'
  /** It cannot be left out. */
  always: boolean
  note: string
  /** Rules that rest on it, in rule-set order. */
  rules: readonly RestingRule[]
  fields: readonly PlannedField[]
  /** Lists inside each row. */
  parts: readonly PlannedSection[]
}
