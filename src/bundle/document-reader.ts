import type { BundleFile } from '../dossier/dossier.ts'
import type { DocumentReading } from '../dossier/reading.ts'

/** A file of a bundle, for whoever reads documents. */
export interface DocumentFile {
  /** Relative to the manifest. */
  path: string
  file: BundleFile
  /**
   * Its content, under the limits and checks of its container.
   * @throws Refusal when it is no longer what was read before; what the source of bytes throws
   */
  open(): Promise<Uint8Array>
}

/**
 * Reads the documents of a bundle: a port, so that a bundle can be read without any reader of PDF or Word.
 * Whatever a file does to its reader is in its reading; only a fault of ours, of the container or of its source is thrown.
 * @returns a reading of every file, by path
 */
export type DocumentReader = (
  files: readonly DocumentFile[],
  agencyName: string,
) => Promise<ReadonlyMap<string, DocumentReading>>
