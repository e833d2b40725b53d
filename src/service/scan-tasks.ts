import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { ByteSource } from '../core/files.ts'
import { DocumentProcess } from '../documents/process/document-process.ts'
import { type PlannedScan, plannedScans, recognizePages, stampedScan, withScan } from '../documents/reader.ts'
import { type ScanReading, scanStamped } from '../documents/recognize-scan.ts'
import { SCAN_BOUNDS, type ScanBounds } from '../documents/settings.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DocumentReading } from '../dossier/reading.ts'
import { readBundle } from '../intake/bundle.ts'
import type { ReadOptions } from '../intake/container.ts'
import { Refusal } from '../intake/refusals/refusal.ts'
import { type Judge, withScansRead } from '../verdict/pipeline.ts'
import { type Facts, packFacts, unpackFacts } from './facts.ts'

/** Pages of one file to be read. */
export interface ScanPiece {
  /** Of the file. */
  sha256: string
  /** The first page, from 0, and the one before which to end. */
  from: number
  to: number
}

/** What was recognised in a piece; of one that bears a stamp of secrecy that alone. */
export type PieceRead = { stamped: true } | ({ stamped: false } & ScanReading)

/** A file as it was read, its pieces packed, in order. */
export interface KnownScan {
  sha256: string
  pieces: Uint8Array[]
}

/** Unpacks a piece that was stored. */
export async function unpackPiece(bytes: Uint8Array): Promise<PieceRead> {
  return JSON.parse((await promisify(gunzip)(bytes)).toString())
}

/** Of a piece of 20 pages no more than this may be taken, so that a function of AWS ends in its time. */
const PIECE_MS = 600_000
const PIECE_BOUNDS: ScanBounds = { ...SCAN_BOUNDS, wholeMilliseconds: PIECE_MS }

/** The scans of a bundle that are to be recognised. */
export function scansOf({ readings, files }: Dossier): PlannedScan[] {
  return plannedScans(readings?.values() ?? [], files, SCAN_BOUNDS.pages)
}

/** Recognises pages of one file of a bundle; `gone` where the bundle no longer holds it. */
export async function scan(
  { sha256, from, to }: ScanPiece,
  { limits, stopwatch }: Pick<ReadOptions, 'limits' | 'stopwatch'>,
  { source }: { source?: ByteSource | undefined },
): Promise<PieceRead | { gone: true }> {
  if (source === undefined) throw new Error('a task that reads a bundle was given none')
  let read: PieceRead | undefined
  const process = new DocumentProcess()
  try {
    await readBundle(source, {
      limits,
      stopwatch,
      documents: async (documents) => {
        const found = documents.find(({ file }) => file.sha256 === sha256)
        if (found !== undefined)
          read = await pieceOf(found.file.kind === 'pdf', await found.open(), { from, to }, process)
        return new Map()
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  } finally {
    process.end()
  }
  return read ?? { gone: true }
}

async function pieceOf(
  isPdf: boolean,
  bytes: Uint8Array,
  pages: Pick<ScanPiece, 'from' | 'to'>,
  process: DocumentProcess,
): Promise<PieceRead> {
  const read = await recognizePages({ format: isPdf ? 'pdf' : 'picture' }, bytes, pages, process, PIECE_BOUNDS)
  return scanStamped(read) ? { stamped: true } : { stamped: false, ...read }
}

/** The facts of a bundle with what is known of its scans. */
export async function join(
  {
    facts,
    known,
    waiting,
  }: {
    facts: Facts
    known: readonly KnownScan[]
    /** Hashes of the scans that are still to be read. */
    waiting: readonly string[]
  },
  { judge: { ruleSet } }: { judge: Pick<Judge, 'ruleSet'> },
): Promise<{ facts: Facts } | { unusable: true }> {
  const dossier = await unpackFacts(facts.bytes, facts.sha256)
  if (dossier === undefined) return { unusable: true }
  const pieces = new Map<string, PieceRead[]>()
  for (const { sha256, pieces: packed } of known) pieces.set(sha256, await Promise.all(packed.map(unpackPiece)))
  const looked = { lookedFor: ruleSet.lookedFor, agencyName: dossier.manifest.agency.name }
  const read = new Map<string, DocumentReading>()
  for (const { path, sha256, pages } of scansOf(dossier)) {
    const [reading, found] = [dossier.readings?.get(path), pieces.get(sha256)]
    if (reading !== undefined && found !== undefined) read.set(path, joined(reading, found, pages, looked))
  }
  return { facts: { ...facts, bytes: await packFacts(withScansRead(dossier, read, waiting)) } }
}

function joined(
  reading: DocumentReading,
  pieces: readonly PieceRead[],
  pages: number,
  looked: Parameters<typeof withScan>[2],
): DocumentReading {
  const read = []
  for (const piece of pieces) {
    if (piece.stamped) return stampedScan(reading, pages)
    read.push(...piece.pages)
  }
  return withScan(reading, { pages: read, unread: pages - read.length }, looked)
}
