import type { DocumentReading, Found } from '../../dossier/reading.ts'
import type { Certainty } from './piece.ts'

/** Where a value of the draft was read. */
export interface DraftSource {
  /** RFC 6901, in the drafted manifest. */
  pointer: string
  value: unknown
  file: string
  page?: number
  cell?: string
  quote: string
  certainty: Certainty
}

/** A manifest drafted from the papers of a folder. What is not certain to stand in them is not in it. */
export interface Draft {
  /** Only what was read: parts that a manifest must have may be missing. */
  manifest: Record<string, unknown>
  sources: DraftSource[]
  /** Values that papers tell in different ways: blank, for a person to decide. */
  doubts: { file: string; value: string; readings: Found<unknown>[] }[]
  /** Pointers of what a manifest must have and no paper tells. */
  toFill: string[]
  /** Files whose text could not be read, and why. */
  unread: { file: string; text: DocumentReading['text']; reason?: string }[]
  /** Files that were read and are none of the papers a manifest names, or might be several. */
  unclassified: { file: string; candidates: string[] }[]
  /** Files with a secrecy stamp: nothing of them is read or shown. */
  stamped: string[]
}
