import type { LinePicture } from '../dossier/reading.ts'
import { placesToSee } from '../verdict/pipeline.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { agencyIndex, keptUploads, readUploadEntry } from './entries.ts'
import type { UploadEntry } from './entry.ts'
import type { Facts } from './facts.ts'
import { uploadIdOfKey } from './keys.ts'
import {
  closeJob,
  erasePieces,
  hashOfScans,
  isOpen,
  type JobName,
  knownScan,
  openJob,
  openJobs,
  piecesOf,
  readJob,
  type ScanJob,
  scansOfJob,
  storedPieces,
  storePiece,
} from './scan-store.ts'
import type { KnownScan, ScanPiece } from './scan-tasks.ts'
import { unpackPiece } from './scan-tasks.ts'
import type { ScanDone, ScanProgress, ScanWork, ServiceParts } from './service.ts'
import { StoreFault } from './store.ts'
import { eraseProvisional } from './store-apart.ts'
import type { TaskOutput } from './tasks.ts'
import { SCAN_READING_TEXTS } from './words.ts'

type Read = Exclude<TaskOutput<'read'>, { facts: Facts }> | { facts: Facts }

/** Of which upload a bundle is read. */
interface Of {
  code: string
  uploadId: string
  bundleKey: string
  bundleVersion?: string | undefined
  asOf: string
}

/**
 * A bundle, read with what is known of its scans. Where some are not read yet, that is noted before anything is judged, and
 * the facts are provisional.
 * @returns undefined when the bundle is not there any more
 */
export async function readWithScans(of: Of, tools: ServiceParts): Promise<Read | undefined> {
  const { code, asOf, bundleKey: key, bundleVersion: versionId } = of
  const source = await tools.bundles.source(key, versionId === undefined ? {} : { versionId })
  if (source === undefined) return undefined
  const read = await tools.workers.run('read', { code, asOf }, { source })
  if ('refusal' in read || tools.readsScans !== true || read.scans.length === 0) return read
  const { facts } = read
  const scans = scansOfJob(read.scans)
  const known = await knownScans(code, scans, tools)
  const isStamped = await anyStamped(known)
  const hashes = new Set(known.map(({ sha256 }) => sha256))
  // One stamp is enough: nothing else of the bundle is read.
  const waiting = isStamped ? [] : scans.map(({ sha256 }) => sha256).filter((sha256) => !hashes.has(sha256))
  const joined = await tools.workers.run('join', { facts, known, waiting })
  if ('unusable' in joined) throw new StoreFault('read', key, UNPACKED)
  if (waiting.length > 0) {
    const { uploadId, bundleVersion } = of
    const version = bundleVersion === undefined ? {} : { bundleVersion }
    const job = {
      schemaVersion: 1 as const,
      uploadId,
      bundleKey: key,
      ...version,
      bundleSha256: facts.sha256,
      asOf,
      scans,
    }
    await openJob({ code, uploadId, bundleSha256: facts.sha256 }, job, tools.bundles)
  }
  const readings = known.length === 0 ? undefined : hashOfScans(known)
  return { facts: { ...joined.facts, readings, provisional: waiting.length > 0 ? true : undefined } }
}

/** Pictures of what a person has to look at in the papers of an upload; none where its bundle is gone. */
export async function picturesOf(
  verdict: Verdict,
  { bundleKey, bundleVersion: versionId }: Pick<Of, 'bundleKey' | 'bundleVersion'>,
  { bundles, workers }: ServiceParts,
): Promise<readonly LinePicture[]> {
  if (placesToSee(verdict).length === 0) return []
  const source = await bundles.source(bundleKey, versionId === undefined ? {} : { versionId })
  return source === undefined ? [] : workers.run('pictures', { verdict }, { source })
}

const UNPACKED = SCAN_READING_TEXTS.whatReadJustNow

/** The scans that are read to their end, each once. */
async function knownScans(code: string, scans: ScanJob['scans'], { bundles }: ServiceParts): Promise<KnownScan[]> {
  const known = new Map<string, KnownScan>()
  for (const scan of scans) {
    const found = known.has(scan.sha256) ? undefined : await knownScan(code, scan, bundles)
    if (found) known.set(scan.sha256, found)
  }
  return [...known.values()]
}

async function anyStamped(known: readonly KnownScan[]): Promise<boolean> {
  for (const { pieces } of known) for (const piece of pieces) if ((await unpackPiece(piece)).stamped) return true
  return false
}

/** What is still to be done with the scans of an upload; of all uploads unless one is named. */
export async function* waitingScans(
  tools: Pick<ServiceParts, 'bundles'>,
  only?: { code: string; uploadId: string },
): AsyncGenerator<ScanWork> {
  for await (const name of openJobs(tools.bundles, only)) {
    const job = await readJob(name, tools.bundles)
    if (job === undefined) continue
    const pieces = await openPieces(name.code, job, tools)
    if (pieces.length === 0) yield name
    for (const piece of pieces) yield { ...name, piece }
  }
}

async function openPieces(code: string, { scans }: ScanJob, { bundles }: Pick<ServiceParts, 'bundles'>) {
  const open = new Map<string, ScanPiece>()
  for (const scan of scans)
    for (const piece of (await storedPieces(code, scan, bundles)).open) open.set(`${piece.sha256}-${piece.from}`, piece)
  return [...open.values()]
}

/**
 * Reads pages of a scan, unless they are read, and judges the bundle again when they were the last, or when they bear a
 * stamp of secrecy. May be called again at any time, in any order.
 * @param judge judges an upload again
 * @param on instant, ISO 8601 in UTC
 */
export async function readScan(
  { piece, ...name }: ScanWork,
  on: string,
  tools: ServiceParts,
  judge: (uploadId: string) => Promise<unknown>,
): Promise<ScanDone> {
  const { bundles } = tools
  const job = (await isOpen(name, bundles)) ? await readJob(name, bundles) : undefined
  if (job === undefined) return { kind: 'gone' }
  const read = piece && (await readPiece(name, job, piece, tools))
  if (read === 'gone') {
    await closeJob(name, bundles)
    return { kind: 'gone' }
  }
  const open = read === 'stamped' ? [] : await openPieces(name.code, job, tools)
  if (open.length > 0) return { kind: 'read' }
  await judge(job.uploadId)
  return judgedAgain(name, job, on, tools)
}

/** @returns `gone` where the bundle is not there any more, or is another */
async function readPiece(
  name: JobName,
  job: ScanJob,
  piece: ScanPiece,
  { bundles, workers }: ServiceParts,
): Promise<'read' | 'stamped' | 'gone'> {
  const { code } = name
  const own = job.scans.find(({ sha256 }) => sha256 === piece.sha256)
  const isOwn = own !== undefined && piecesOf(own).some(({ from, to }) => from === piece.from && to === piece.to)
  if (!isOwn) return 'read'
  const stored = await storedPieces(code, own, bundles)
  if (stored.done.some(({ from }) => from === piece.from)) return 'read'
  const { bundleKey: key, bundleVersion: versionId } = job
  const source = await bundles.source(key, versionId === undefined ? {} : { versionId })
  if (source === undefined) return 'gone'
  const read = await workers.run('scan', piece, { source })
  if ('gone' in read) return 'gone'
  // Known as stamped whichever of its pages bears the stamp, so that nothing else of it is ever read.
  if (read.stamped) await erasePieces(code, { scans: [own] }, bundles)
  for (const one of read.stamped ? piecesOf(own) : [piece]) await storePiece(code, one, read, bundles)
  // The upload may have been erased meanwhile.
  if (!(await isOpen(name, bundles))) await erasePieces(code, { scans: [own] }, bundles, true)
  return read.stamped ? 'stamped' : 'read'
}

/** What stands after judging again; what is done with is closed. */
async function judgedAgain(name: JobName, job: ScanJob, on: string, tools: ServiceParts): Promise<ScanDone> {
  const { bundles, verdicts } = tools
  const { code, uploadId } = name
  const entry = await standingEntry(code, uploadId, tools)
  const known = await knownScans(code, job.scans, tools)
  if (await anyStamped(known)) {
    await eraseProvisional(code, job.bundleSha256, bundles, { reason: STAMPED_REASON, on })
    await erasePieces(code, job, bundles, true)
  }
  // The first verdict may not be written yet: whoever writes it finds the scans read.
  const isErased = (await agencyIndex(code, verdicts)).erased.has(uploadId)
  const isThere = (await bundles.head(job.bundleKey)) !== undefined
  if (entry === undefined && isThere && !isErased) return { kind: 'read' }
  if (entry?.kind === 'verdict' && entry.provisional && entry.bundleSha256 === job.bundleSha256 && isThere)
    return { kind: 'read' }
  await closeJob(name, bundles)
  return entry === undefined ? { kind: 'gone' } : { kind: 'judged', entry }
}

/** Why a provisional verdict was erased, as it is told in its place. */
const STAMPED_REASON = 'bản quét trong bộ hồ sơ có dấu chỉ độ mật'

async function standingEntry(
  code: string,
  uploadId: string,
  { verdicts }: Pick<ServiceParts, 'verdicts'>,
): Promise<UploadEntry | undefined> {
  const key = keptUploads(await agencyIndex(code, verdicts)).findLast((one) => uploadIdOfKey(one) === uploadId)
  return key === undefined ? undefined : readUploadEntry(key, verdicts)
}

/** How far reading the scans of an upload has come; undefined when none waits. */
export async function scanProgress(
  code: string,
  uploadId: string,
  bundleSha256: string,
  tools: Pick<ServiceParts, 'bundles'>,
): Promise<ScanProgress | undefined> {
  const job = await readJob({ code, uploadId, bundleSha256 }, tools.bundles)
  if (job === undefined) return undefined
  const progress = { scans: 0, pages: 0, read: 0 }
  for (const scan of job.scans) {
    const { done, open } = await storedPieces(code, scan, tools.bundles)
    if (open.length > 0) progress.scans++
    progress.pages += scan.read
    progress.read += done.reduce((sum, { from, to }) => sum + to - from, 0)
  }
  return progress
}
