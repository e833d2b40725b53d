import type { Clock } from '../base/clock.ts'
import type { Day } from '../base/day.ts'
import type { Localized } from '../base/localized.ts'
import type { Paper } from './papers.ts'
import type { ItemReadingDefinition, ReadingDefinition } from './readings.ts'

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
  /** Whether a day is not a working day: weekend or public holiday. */
  isDayOff(scope: Scope, day: Day): boolean
}
