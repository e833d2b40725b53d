import type { SignatureReading } from '../../dossier/reading.ts'
import type { DocumentText } from '../document-text.ts'
import type { ScanPage } from '../ocr/read-scan.ts'
import type { CutOut } from '../pdf/line-picture.ts'

/** What a file came to in the child process. */
export interface ProcessReading {
  text: DocumentText
  signatures: readonly SignatureReading[]
  /** The page that was recognised, where one was asked for and is there. */
  scan?: ScanPage
  /** What was cut out of a page, or the whole page, where that was asked for. */
  line?: CutOut
}

/** Why the child process was ended before it answered; each is a reason of a reading that is over bounds. */
export type Stopped = 'time' | 'memory' | 'crash'

/**
 * What the child process says: that it is there, then of each job the signatures, as soon as they are judged, and one
 * answer.
 */
export type ChildMessage = 'ready' | SignaturesFound | Answer

interface SignaturesFound {
  signatures: readonly SignatureReading[]
}

/** The one answer to a job. */
export interface Answer {
  reading: ProcessReading
  /** Whether the process can be asked again: an engine that failed is not to be trusted with another file. */
  sound: boolean
  /** What kept the engine of OCR from being loaded: a fault of ours, not of the file. */
  fault?: string
}

/** What became of a job that was stopped: why, and what was told before. */
export interface StoppedReading {
  stopped: Stopped
  signatures: readonly SignatureReading[]
}

/** A message may have so many bytes; the text of the longest document that is read, with its boxes, has fewer. */
export const MOST_BYTES = 48 * 1024 * 1024
/** Lists and objects of one message: each takes many times more memory than its two bytes. */
export const MOST_PARTS = 2_000_000
/** Characters of a picture, in base64. */
export const MOST_PICTURE = 1_000_000
export const PREFIX_BYTES = 4
const BRACKET = 0x5b
const BRACE = 0x7b

/** A message as it goes on its way: its length, then JSON; undefined when it is longer than a message may be. */
export function messageFrame(said: ChildMessage): Uint8Array | undefined {
  const json = Buffer.from(JSON.stringify(said))
  if (json.length > MOST_BYTES || partsOf(json) > MOST_PARTS) return undefined
  const prefix = Buffer.alloc(PREFIX_BYTES)
  prefix.writeUInt32LE(json.length)
  return Buffer.concat([prefix, json])
}

/** How many lists and objects JSON has; a few more where its texts have brackets. */
export function partsOf(json: Uint8Array): number {
  let parts = 0
  for (const byte of json) if (byte === BRACKET || byte === BRACE) parts++
  return parts
}
