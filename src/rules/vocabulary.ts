import type { Clock, Day } from '../core/days.ts'
import type { Localized } from '../core/errors.ts'
import type { Box } from '../dossier/reading.ts'

/**
 * What kind of value a fact has. `section` and `file` say only that something is there: a section of the dossier, or
 * a file that the dossier names and that can be read; they carry no value to compare.
 */
export type FactType = 'day' | 'number' | 'text' | 'flag' | 'texts' | 'section' | 'file'

/** A fact's value; `undefined` means absent, which is never the same as false. Days are day numbers. */
export type FactValue = Day | number | string | boolean | readonly string[] | undefined

/** One word a rule may use: what it is, what an officer calls it, and how it is read from what is judged. */
export interface FactDefinition<Scope> {
  type: FactType
  label: Localized
  read(scope: Scope, clock: Clock): FactValue
  /** Of a file: false where it is a list that is judged line by line, or the very thing judged, and backs nothing. */
  asked?: false
  /** RFC 6901 pointer into the manifest to what the value rests on. */
  pointer?(scope: Scope, clock: Clock): string | undefined
}

/** One word about an item of a list, used in a rule as `item.<name>`. */
export interface FieldDefinition<Item> {
  type: FactType
  label: Localized
  /** See {@link FactDefinition.asked}. */
  asked?: false
  read(item: Item): FactValue
}

/** A list that rules go over, item by item, in one pass for all rules. */
export interface ListDefinition<Scope, Item> {
  label: Localized
  items(scope: Scope, clock: Clock): readonly Item[]
  /** RFC 6901 pointer of an item, or its place in a sheet. */
  place(item: Item): { pointer?: string; file?: string; row?: number }
  fields: Readonly<Record<string, FieldDefinition<Item>>>
  /** What can be looked for in the document of an item. */
  readings?: Readonly<Record<string, ItemReadingDefinition<Item>>>
}

/** Everything rules can speak of. The rules know these names and types, never an agency. */
export interface Vocabulary<Scope> {
  facts: Readonly<Record<string, FactDefinition<Scope>>>
  // biome-ignore lint/suspicious/noExplicitAny: each list has items of its own type, known only to its own fields
  lists: Readonly<Record<string, ListDefinition<Scope, any>>>
  /** What can be looked for in the text of a document, by name. */
  readings: Readonly<Record<string, ReadingDefinition<Scope>>>
  /** SHA-256 of a file of the bundle, for the evidence of a finding. */
  fileHash(scope: Scope, path: string): string | undefined
  /** What a file that is there is worth as evidence. */
  paper(scope: Scope, path: string): Paper
  /** Whether a file bears digital signatures, and every one is intact, trusted and complete. */
  isSigned(scope: Scope, path: string): boolean
  /** Whether what stands at a pointer into the manifest is the authority's own word. */
  fromAuthority(scope: Scope, pointer: string): boolean
  /** Whether a day is not a working day: weekend or public holiday. */
  isDayOff(scope: Scope, day: Day): boolean
  /** Last day through which the holidays set year by year are known. */
  daysOffKnownThrough(scope: Scope): Day
}

/** A declared value that a text can bear out. Days are day numbers. */
export type DeclaredValue = Exclude<FactValue, undefined>

/** One reading of a thing in a text, and where a person finds it. */
export interface FoundValue {
  value: string | number
  quote: string
  page?: number
  cell?: string
  box?: readonly Box[]
}

/** What the text of one file says of one thing: every reading of it, none when it was not found. */
export interface TextReading {
  file: string
  found: readonly FoundValue[]
  /** Id of why the text could not be asked: a scan, a password … */
  why?: string
  /** What a reader of the paper would not see or might doubt. */
  flags: readonly string[]
}

/** How a declared value and a reading are held against each other. */
export interface ReadingRule {
  label: Localized
  /** The type of the declared facts it is for; `texts` are compared as lists. */
  against: FactType
  /** What a text comes to that says another thing: a value that may rightly differ contradicts nothing. */
  differs: 'contradicts' | 'ambiguous' | 'notFound'
  /** It can raise doubt but not bear out: a text that is silent on it backs the finding no less. */
  guard?: true
  /** A text may rightly say several, of which one that agrees suffices: addressees, those who signed. */
  several?: true
  /** `unclear`: the two cannot be compared, and nothing follows. */
  compare(declared: DeclaredValue, found: string | number): 'same' | 'other' | 'unclear'
}

/** One thing that rules may look for in a document; absent when no file is named for it, or documents were not read. */
export interface ReadingDefinition<Scope> extends ReadingRule {
  read(scope: Scope, clock: Clock): TextReading | undefined
}

/** One thing to look for in the document of an item, used in a rule as `item.<name>`. */
export interface ItemReadingDefinition<Item> extends ReadingRule {
  read(item: Item): TextReading | undefined
}

/** What one file of the bundle is worth, whichever rule asks for it. */
export interface Paper {
  /** It opens and holds something: 20 words, or a page with ink. */
  holds: boolean
  /** It backs no more different acts than it has pages. */
  withinUses: boolean
  /** Its text could be read. */
  read: boolean
  /** Of the words looked for those it holds, and whether it names the agency; absent where none were looked for. */
  says?: { names: readonly string[]; agency: boolean }
}
