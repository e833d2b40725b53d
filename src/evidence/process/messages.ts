import type { SignatureReading } from '../../dossier/reading.ts'
import type { DocumentBounds } from '../bounds.ts'
import type { DocumentText } from '../document-text.ts'
import type { TrustList } from '../signature/trust-list.ts'

/** What the child process is asked: to read a file, whose bytes follow. */
export interface Job {
  format: 'pdf' | 'doc'
  bounds: Readonly<DocumentBounds>
  /** Whom the signatures of a PDF are judged by. */
  trust: TrustList
}

/** What a file came to in the child process. */
export interface ProcessReading {
  text: DocumentText
  signatures: readonly SignatureReading[]
}

/** Why the child process was ended before it answered; each is a reason of a reading that is over bounds. */
export type Stopped = 'time' | 'memory' | 'crash'

/** What the child process says: that it is there, then one answer for each job. */
export type ChildMessage = 'ready' | { reading: ProcessReading; residentBytes: number }
