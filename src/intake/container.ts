import type { Localized } from '../core/errors.ts'
import { isArchive, type Stopwatch } from '../core/files.ts'
import { sha256 } from '../core/json.ts'
import type { BundleFile } from '../dossier/dossier.ts'
import type { DocumentReading } from '../dossier/reading.ts'
import { displayName } from './display.ts'
import { archiveRefusal } from './refusals/archive.ts'

const MIB = 1024 * 1024

/** How much of a bundle is read before it is refused. Each is a setting of its own. */
export interface ReadLimits {
  /** Size of the ZIP file, bytes. */
  archiveBytes: number
  /** Bytes of all entries together, counted while inflating. */
  unpackedBytes: number
  /** Entries in the archive or folder, litter and directories included. */
  entries: number
  /** Bytes of one entry, counted while inflating. */
  entryBytes: number
  /** Unpacked bytes per packed byte, counted past the first {@link ratioFreeBytes}. */
  ratio: number
  /** Unpacked bytes of one entry, and of the archive as a whole, to which {@link ratio} does not apply. */
  ratioFreeBytes: number
  /** Characters of a path. */
  pathLength: number
  /** Segments of a path, the file name included. */
  depth: number
  /** Milliseconds for reading all of it. */
  milliseconds: number
  /** Bytes of a YAML manifest (its parser is quadratic). */
  manifestYamlBytes: number
  /** Bytes of a JSON manifest. */
  manifestJsonBytes: number
}

/** The limits in force unless an operator sets others. */
export const DEFAULT_LIMITS: Readonly<ReadLimits> = {
  archiveBytes: 50 * MIB,
  unpackedBytes: 500 * MIB,
  entries: 2_000,
  entryBytes: 100 * MIB,
  ratio: 200,
  ratioFreeBytes: MIB,
  pathLength: 240,
  depth: 8,
  milliseconds: 20_000,
  manifestYamlBytes: 256 * 1024,
  manifestJsonBytes: 8 * MIB,
}

/** Something of the container that its sender may want to know, though it was read. */
export interface ContainerNotice {
  /** Kebab-case, from `CONTAINER_NOTICES`. */
  code: string
  text: Localized
  /** First entry it concerns, escaped for display. */
  entry?: string
}

/** One file of a container. */
export interface ContainerEntry {
  /** NFC, `/` between segments, as in the archive (with its top folder) or relative to the folder. */
  path: string
  /** Lower-case hex SHA-256 of the content. */
  sha256: string
  /** Size of the content, counted. */
  bytes: number
  /** First bytes of the content (at most 64), to tell its type by magic. */
  head: Uint8Array
}

/** A ZIP or a folder that passed every safety check and was read to the end once. */
export interface Container {
  /** Files; litter and directories left out. Sorted by path in UTF-8 byte order. */
  entries: readonly ContainerEntry[]
  /** ZIP: lower-case hex SHA-256 of the archive. Folder: of the sorted lines `path NUL sha256 LF`. */
  sha256: string
  /** Unpacked size of {@link entries} together. */
  bytes: number
  notices: readonly ContainerNotice[]
  /**
   * The content of one entry, read again under the same limits and checks.
   * @throws Refusal when it is no longer what was read before
   * @throws RangeError when no entry has that path
   */
  open(path: string): Promise<Uint8Array>
}

/** What reading a container needs from the edge. */
export interface ReadOptions {
  limits: Readonly<ReadLimits>
  stopwatch: Stopwatch
  /** Told while reading: bytes of the ZIP, or files of the folder. */
  progress?: (done: number, total: number) => void
  /** Ends a read that never answers (without it such a read hangs); the edge makes it with `AbortSignal.timeout`. */
  signal?: AbortSignal
  /** `bundle` (default) leaves litter out and refuses an archive of archives; `package` (XLSX, DOCX) does neither. */
  kind?: 'bundle' | 'package'
  /** Reads the documents of a bundle; without it the dossier has no readings. */
  documents?: DocumentReader | undefined
}

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

/** The files sorted by path in UTF-8 byte order, which does not depend on the system or its language. */
export function sortedByPath(files: readonly ContainerEntry[]): ContainerEntry[] {
  return files
    .map((file) => ({ file, key: Buffer.from(file.path) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ file }) => file)
}

/** @throws Refusal when there is no file, or none but archives */
export function requireDocuments(files: readonly ContainerEntry[]): void {
  const first = files[0]
  if (first === undefined) throw archiveRefusal('empty-archive')
  if (files.every((file) => isArchive(file.path, file.head)))
    throw archiveRefusal('nested-archive-only', { entry: displayName(first.path) })
}

const HEAD_BYTES = 64

/** The entry of a file from its content, of which only the first bytes are kept. */
export function fileEntry(path: string, content: Uint8Array): ContainerEntry {
  // A copy: a view would keep the whole content in memory.
  const head = new Uint8Array(content.subarray(0, HEAD_BYTES))
  return { path, sha256: sha256(content), bytes: content.length, head }
}
