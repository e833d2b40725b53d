import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import * as z from 'zod'
import { digest, sha256 } from '../core/json.ts'
import { parseOpenly } from '../core/schemas.ts'
import type { PlannedScan } from '../documents/reader.ts'
import { READER } from '../documents/settings.ts'
import { date } from '../dossier/primitives.ts'
import { StoredDocumentFault } from './documents.ts'
import { AGENCIES, agencyOfKey, agencyPrefix } from './keys.ts'
import { type KnownScan, type PieceRead, type ScanPiece, unpackPiece } from './scan-tasks.ts'
import type { ErasableStore, Store } from './store.ts'

// What was recognised in scans, and what of them is still to be read. It stands with the bundles, encrypted as they are,
// outside the lock of verdicts, agency by agency: an agency's papers are erased with its bundles.

/** Pages of one piece of work. */
const PIECE_PAGES = 20

/** What of an upload is to be read; no name stands in it. */
const scanJob = z.strictObject({
  schemaVersion: z.literal(1),
  uploadId: z.string(),
  bundleKey: z.string(),
  bundleVersion: z.string().optional(),
  bundleSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Day of judgement of the upload. */
  asOf: date,
  scans: z.array(
    z.strictObject({ sha256: z.string(), format: z.enum(['pdf', 'picture']), pages: z.int(), read: z.int() }),
  ),
})
export type ScanJob = z.infer<typeof scanJob>
type Scan = ScanJob['scans'][number]

/** Whose work it is: an agency's upload, by the hash of its bundle. */
export interface JobName {
  code: string
  uploadId: string
  bundleSha256: string
}

const agencyPart = (code: string) => agencyPrefix(code).slice(AGENCIES.length)
const readingsPrefix = (code: string) => `readings/${agencyPart(code)}`
const jobPrefix = (code: string, uploadId: string) => `${readingsPrefix(code)}uploads/${uploadId}/`
const jobKey = ({ code, uploadId, bundleSha256 }: JobName) => `${jobPrefix(code, uploadId)}${bundleSha256}.json`
/** Notes of what is not done begin so: so it is found after a crash without looking through everything. */
const NOTES = 'open-scans/'
const noteKey = ({ code, uploadId, bundleSha256 }: JobName) => `${NOTES}${agencyPart(code)}${uploadId}/${bundleSha256}`
const filePrefix = (code: string, hash: string) => `${readingsPrefix(code)}files/${hash}/`
const four = (page: number) => String(page).padStart(4, '0')
const pieceKey = (code: string, { sha256: hash, from, to }: ScanPiece) =>
  `${filePrefix(code, hash)}${READER.replace('/', '-')}/${four(from)}-${four(to)}.json.gz`

/** Notes what of an upload is to be read: first what it is, then that it is open. */
export async function openJob(name: JobName, job: ScanJob, bundles: Store): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(scanJob.parse(job), null, 2)}\n`)
  await bundles.put(jobKey(name), bytes, 'application/json')
  await bundles.putIfAbsent(noteKey(name), new TextEncoder().encode('open\n'), 'text/plain')
}

/** Takes back that something is to be read. */
export async function closeJob(name: JobName, bundles: Pick<ErasableStore, 'remove'>): Promise<void> {
  await bundles.remove(noteKey(name))
}

export async function isOpen(name: JobName, bundles: Store): Promise<boolean> {
  return (await bundles.head(noteKey(name))) !== undefined
}

/** @throws StoredDocumentFault when what stands there is none */
export async function readJob(name: JobName, bundles: Store): Promise<ScanJob | undefined> {
  const key = jobKey(name)
  const bytes = await bundles.read(key)
  if (bytes === undefined) return undefined
  try {
    return parseOpenly(scanJob, JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}

/** The names of all work that is noted as open, or of that of one upload. */
export async function* openJobs(bundles: Store, only?: Pick<JobName, 'code' | 'uploadId'>): AsyncGenerator<JobName> {
  const prefix = only === undefined ? NOTES : `${NOTES}${agencyPart(only.code)}${only.uploadId}/`
  for await (const { key } of bundles.list(prefix)) {
    const [, uploadId = '', bundleSha256 = ''] = key.slice(NOTES.length).split('/')
    const code = agencyOfKey(AGENCIES + key.slice(NOTES.length))
    if (code !== undefined) yield { code, uploadId, bundleSha256 }
  }
}

/** The work of all uploads of an id. */
async function jobsOf(code: string, uploadId: string, bundles: Store): Promise<ScanJob[]> {
  const jobs: ScanJob[] = []
  for await (const { key } of bundles.list(jobPrefix(code, uploadId))) {
    const bundleSha256 = key.slice(key.lastIndexOf('/') + 1, -'.json'.length)
    const job = await readJob({ code, uploadId, bundleSha256 }, bundles)
    if (job) jobs.push(job)
  }
  return jobs
}

/** A job keeps of a planned scan what tells no name. */
export function scansOfJob(planned: readonly PlannedScan[]): Scan[] {
  return planned.flatMap(({ sha256: hash, format, pages, read }) =>
    format === 'pdf' || format === 'picture' ? [{ sha256: hash, format, pages, read }] : [],
  )
}

/** The pieces in which a file is read. */
export function piecesOf({ sha256: hash, read }: Pick<Scan, 'sha256' | 'read'>): ScanPiece[] {
  return Array.from({ length: Math.ceil(read / PIECE_PAGES) }, (_, at) => ({
    sha256: hash,
    from: at * PIECE_PAGES,
    to: Math.min(read, (at + 1) * PIECE_PAGES),
  }))
}

/** A piece as it is stored, unless it is there. */
export async function storePiece(code: string, piece: ScanPiece, read: PieceRead, bundles: Store): Promise<void> {
  const bytes = await promisify(gzip)(JSON.stringify(read))
  await bundles.putIfAbsent(pieceKey(code, piece), bytes, 'application/gzip')
}

/** Which pieces of a file are stored, without reading them. */
export async function storedPieces(
  code: string,
  scan: Pick<Scan, 'sha256' | 'read'>,
  bundles: Store,
): Promise<{ done: ScanPiece[]; open: ScanPiece[] }> {
  const keys = new Set<string>()
  for await (const { key } of bundles.list(filePrefix(code, scan.sha256))) keys.add(key)
  const [done, open]: [ScanPiece[], ScanPiece[]] = [[], []]
  for (const piece of piecesOf(scan)) (keys.has(pieceKey(code, piece)) ? done : open).push(piece)
  return { done, open }
}

/** What is known of a file that was read to its end; undefined where some of it is not. */
export async function knownScan(
  code: string,
  scan: Pick<Scan, 'sha256' | 'read'>,
  bundles: Store,
): Promise<KnownScan | undefined> {
  const pieces: Uint8Array[] = []
  for (const piece of piecesOf(scan)) {
    const bytes = await bundles.read(pieceKey(code, piece))
    if (bytes === undefined) return undefined
    pieces.push(bytes)
  }
  return { sha256: scan.sha256, pieces }
}

/** Hash of what was read in scans, by which facts that hold it are told from others. */
export function hashOfScans(known: readonly KnownScan[]): string {
  return digest(known.map(({ sha256: hash, pieces }) => [hash, ...pieces.map((piece) => sha256(piece))]))
}

/** Erases what was recognised in the scans of a job; that one of them bears a stamp is kept where it says no more. */
export async function erasePieces(
  code: string,
  job: Pick<ScanJob, 'scans'>,
  bundles: ErasableStore,
  keepStamps = false,
): Promise<number> {
  let erased = 0
  for (const { sha256: hash } of job.scans)
    for await (const { key } of bundles.list(filePrefix(code, hash))) {
      const bytes = keepStamps ? await bundles.read(key) : undefined
      if (bytes !== undefined && (await unpackPiece(bytes)).stamped) continue
      await bundles.erase(key)
      erased++
    }
  return erased
}

/** Erases all work of an upload with what was recognised for it. @returns how many objects were removed */
export async function eraseReadings(code: string, uploadId: string, bundles: ErasableStore): Promise<number> {
  let erased = 0
  for (const job of await jobsOf(code, uploadId, bundles)) {
    const name = { code, uploadId, bundleSha256: job.bundleSha256 }
    await closeJob(name, bundles)
    erased += await erasePieces(code, job, bundles)
    await bundles.erase(jobKey(name))
    erased++
  }
  return erased
}
