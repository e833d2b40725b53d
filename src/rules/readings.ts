import type { Clock } from '../base/clock.ts'
import type { Localized } from '../base/localized.ts'
import type { Box } from './answer.ts'
import type { FactType, FactValue } from './vocabulary.ts'

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
