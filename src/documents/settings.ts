import type { ReadLimits } from '../intake/container.ts'

const MIB = 1024 * 1024

/** Version of what is read in documents: it goes up when the same file is read into another reading. */
export const READER = 'text/6'

/** How much reading documents may take before a file counts as not readable within bounds. Each is a setting of its own. */
export interface DocumentBounds {
  /** Milliseconds of processor time for one file read in the child process. */
  milliseconds: number
  /** Resident memory of the child process, bytes. */
  residentBytes: number
  /** Milliseconds for all documents of one bundle, processor time in the child process; those left over are not read. */
  bundleMilliseconds: number
  /** Pages of one document. */
  pages: number
  /** Characters of text of one document. */
  characters: number
}

/** The bounds in force unless an operator sets others. */
export const DOCUMENT_BOUNDS: Readonly<DocumentBounds> = {
  milliseconds: 10_000,
  residentBytes: 600 * MIB,
  bundleMilliseconds: 60_000,
  pages: 2_000,
  characters: 4_000_000,
}

/**
 * Whom to trust, as plain data that can be handed to another process: certificates, each of which is trusted to sign or
 * to issue by its own terms, and lists of revoked ones. DER, sorted.
 */
export interface TrustList {
  /** Lower-case hex SHA-256 of all that is in it; the same for the same content, however it is spread over files. */
  sha256: string
  certificates: readonly Uint8Array[]
  revocationLists: readonly Uint8Array[]
}

/** Nobody is trusted: signatures are only checked for being intact. */
export const NO_TRUST: TrustList = { sha256: '', certificates: [], revocationLists: [] }

/**
 * Milliseconds after which a bundle that is still being read is not waited for: what the bundle, its documents and the
 * last one begun in time may take. Bounds of their own end honest work before.
 */
export function readingTime({ milliseconds }: Pick<ReadLimits, 'milliseconds'>): number {
  return milliseconds + DOCUMENT_BOUNDS.bundleMilliseconds + DOCUMENT_BOUNDS.milliseconds
}

/** How much recognising scans may take. Each is a setting of its own. */
export interface ScanBounds {
  /** Milliseconds of processor time for one page. */
  milliseconds: number
  /** Resident memory of the child process, bytes: that of the drawn page and of the network that reads it. */
  residentBytes: number
  /** Pages of all scans of one bundle. */
  pages: number
  /** Milliseconds of processor time for all pages of one call; absent: what its pages may take. */
  wholeMilliseconds?: number
}

/** The bounds in force unless an operator sets others. */
export const SCAN_BOUNDS: Readonly<ScanBounds> = { milliseconds: 60_000, residentBytes: 900 * MIB, pages: 300 }
