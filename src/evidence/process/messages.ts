import type { SignatureReading } from '../../dossier/reading.ts'
import type { DocumentBounds } from '../bounds.ts'
import type { DocumentText } from '../document-text.ts'
import type { ScanPage } from '../readers/ocr/read-scan.ts'
import type { TrustList } from '../signature/trust-list.ts'

/** What the child process is asked: to read a file, whose bytes follow. */
export interface Job {
  format: 'pdf' | 'doc'
  /** The page to recognise, from 0; without it the text of the file is read. */
  scan?: number
  bounds: Readonly<DocumentBounds>
  /** Whom the signatures of a PDF are judged by. */
  trust: TrustList
}

/** What a file came to in the child process. */
export interface ProcessReading {
  text: DocumentText
  signatures: readonly SignatureReading[]
  /** The page that was recognised, where one was asked for and is there. */
  scan?: ScanPage
}

/** Why the child process was ended before it answered; each is a reason of a reading that is over bounds. */
export type Stopped = 'time' | 'memory' | 'crash'

/**
 * What the child process says: that it is there, then of each job the signatures, as soon as they are judged, and one
 * answer.
 */
export type ChildMessage = 'ready' | SignaturesFound | Answer

export interface SignaturesFound {
  signatures: readonly SignatureReading[]
}

export interface Answer {
  reading: ProcessReading
  residentBytes: number
  /** Whether the process can be asked again: an engine that failed is not to be trusted with another file. */
  sound: boolean
  /** Milliseconds of processor time that the job took. */
  milliseconds: number
  /** What kept the engine of OCR from being loaded: a fault of ours, not of the file. */
  fault?: string
}

/** What became of a job that was stopped: why, and what was told before. */
export interface StoppedReading {
  stopped: Stopped
  signatures: readonly SignatureReading[]
}
