import type { Localized } from '../core/errors.ts'
import type { AuthorityWord } from './authority-record.ts'
import type { Manifest } from './manifest.ts'
import type { Catalogue, Procedure } from './procedures.ts'
import type { DocumentReading } from './reading.ts'

/** How a file looked when it was read: what its bytes are, against what its name says. */
export type FileKind = 'pdf' | 'zip' | 'ole' | 'png' | 'jpeg' | 'tiff' | 'xml' | 'text' | 'unknown'

/** One file of the bundle, hashed while it was read. */
export interface BundleFile {
  /** Path relative to the manifest, NFC, with `/`. */
  path: string
  sha256: string
  /** Unpacked size in bytes. */
  bytes: number
  /** By its first bytes (magic). */
  kind: FileKind
  /** `ok`: not empty, and its bytes are of the type its name says. */
  state: 'ok' | 'empty' | 'wrongType'
}

/** Something the reader mended or ignored and tells (a code that Excel made a number, litter, an odd encoding). */
export interface Notice {
  code: string
  text: Localized
  file?: string
  /** 1-based row of a sheet, as a person counts. */
  row?: number
}

/** The procedures to judge by, and where they came from. */
export interface CatalogueInUse {
  source: 'agency' | 'authority' | 'none'
  /** Of the file the list came from (authority's file, or the bundle's catalogue file); null when it came inline or there is none. */
  sha256: string | null
  decision?: Catalogue['decision']
  /** Absent when there is no catalogue. */
  asOf?: string
  /** Absent when the catalogue names neither a file nor procedures. */
  procedures?: readonly Procedure[]
  /** Of procedures by the first two groups of their code: the day of the authority's oldest list that holds them, where it gave several. */
  firstListed?: Readonly<Record<string, string>>
  /** RFC 6901 pointers of `procedures`, or sheet rows, by index: `/catalogue/procedures/3`; rows of a file have none. */
  origin: readonly { pointer?: string; file?: string; row?: number }[]
}

/** A bundle that was read safely: everything a judgement may see, and nothing else. Plain data. */
export interface Dossier {
  manifest: Manifest
  catalogue: CatalogueInUse
  /** What of it is the authority's own word; absent where the authority gave none. */
  authority?: AuthorityWord
  /** Every file of the bundle but litter and the manifest, by path. */
  files: ReadonlyMap<string, BundleFile>
  /** What the documents themselves say, by path; absent when they were not read. */
  readings?: ReadonlyMap<string, DocumentReading>
  /** SHA-256 of each scan among them that still waits to be read; absent where none does. */
  scansWaiting?: readonly string[]
  /** Hash of the words that were looked for in the documents; absent when none were. */
  lookedFor?: string
  /** The trust list that signatures in the documents were judged by; absent when nobody was trusted. */
  trust?: { sha256: string }
  /** What the authority's register told of this agency, where that changed anything. */
  register?: { sha256: string }
  /** Paths of files that the manifest does not name, sorted. */
  unnamedFiles: readonly string[]
  /** `files` and `bytes` count all entries but litter, the manifest too; `bytes` unpacked. */
  bundle: { sha256: string; files: number; bytes: number }
  notices: readonly Notice[]
}
