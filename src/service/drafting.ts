import { setTimeout as sleep } from 'node:timers/promises'
import { bytesInMemory } from '../core/files.ts'
import { sha256 } from '../core/json.ts'
import type { Draft } from '../documents/draft/pieces.ts'
import type { Manifest } from '../dossier/manifest.ts'
import { sizesOver } from '../intake/display.ts'
import { archiveRefusal } from '../intake/refusals/archive.ts'
import {
  type DraftForm,
  draftHistory,
  eraseDrafts,
  lastDraft,
  type PapersInHand,
  paperKey,
  readingId,
  saveDraft,
  storedReading,
  storeReading,
} from './drafts.ts'
import { agencyIndex } from './entries.ts'
import type { VerdictEntry } from './entry.ts'
import { bundleKey } from './keys.ts'
import { lastAccepted } from './last-dossier.ts'
import { NO_LEASES } from './leases.ts'
import { ENTRY_BYTES, type PaperBytes, zipOf } from './paper-zip.ts'
import { noteOpen } from './pending-uploads.ts'
import type { ServiceParts } from './service.ts'

/** How reading papers stands. */
type DraftReading =
  | { state: 'reading'; of: 'reading' | 'scans'; done: number; total: number }
  | { state: 'read'; id: string; draft: Draft }
  /** Papers that are not there: they must be sent first. */
  | { state: 'lacking'; papers: string[] }

type ReadingNow = Extract<DraftReading, { state: 'reading' }>

type PapersFound = { kind: 'found'; found: PaperBytes[]; lacking: string[] } | { kind: 'too-large'; bytes: number }

/** What became of sending a dossier. */
type Sent =
  | { kind: 'sent'; key: string; sha256: string }
  | { kind: 'lacking'; papers: string[] }
  | { kind: 'too-large'; bytes: number }

/** What an agency has not handed in yet: it may do with it what it likes, and nobody else sees it. */
export interface Drafting {
  last(code: string): ReturnType<typeof lastDraft>
  history(code: string, most: number): ReturnType<typeof draftHistory>
  save(code: string, save: { from: number; form: DraftForm; by: string; on: string }): ReturnType<typeof saveDraft>
  /** @returns how many objects went */
  erase(code: string): Promise<number>
  /**
   * Reads papers into a draft, the same ones once; whoever asks again hears how far it is. It goes on in this process while
   * nobody asks.
   * @param waitMs how long to wait for the end
   * @throws Refusal when the papers cannot be read for what they are; WorkersBusy
   */
  read(code: string, papers: PapersInHand, waitMs: number): Promise<DraftReading>
  /** What was read before, by its id. */
  readBefore(code: string, id: string): ReturnType<typeof storedReading>
  /** The papers of the dossier accepted last, laid beside those at hand; undefined where there is none. */
  fromLast(code: string, asOf: string): Promise<FromLast | undefined>
  /**
   * Writes the bundle of an upload from a manifest and papers: the same make the same bytes. It is judged like any other.
   * @throws StoreFault
   */
  send(code: string, sent: { uploadId: string; manifest: unknown; papers: PapersInHand }): Promise<Sent>
  /** The bundle that a verdict is of; undefined where it is not there any more, or is another. */
  bundleOf(entry: Pick<VerdictEntry, 'bundleKey' | 'bundleVersion' | 'bundleSha256'>): Promise<Uint8Array | undefined>
}

/** A dossier that was handed in, to begin from. */
interface FromLast {
  uploadId: string
  manifest: Manifest
  papers: PapersInHand
  /** Papers that do not fit beside the others. */
  leftOut: string[]
}

/** By which name reading papers is leased. */
const leaseOf = (id: string) => `draft-${id}`
/** Well before a lease of any setting has run out that is used: two minutes unless an operator sets less. */
const RENEW_MS = 20_000
/** Between two looks for what another process reads. */
const LOOK_MS = 500

/** See {@link Drafting}. */
export function createDrafting(tools: ServiceParts): Drafting {
  const { bundles, workers, limits, readsScans = false, leases = NO_LEASES } = tools
  /** By agency: each has one reading at a time, as it holds all the papers in memory. */
  const running = new Map<string, { id: string; now: ReadingNow; ended: Promise<Draft> }>()

  /** Reads each paper once; one at many paths takes room in the ZIP at each, whatever its size is said to be. */
  async function papersOf(code: string, papers: PapersInHand): Promise<PapersFound> {
    const read = new Map<string, Uint8Array | undefined>()
    const found: PaperBytes[] = []
    const lacking: string[] = []
    let total = 0
    for (const [path, { sha256: hash }] of Object.entries(papers)) {
      const key = paperKey(code, hash)
      if (!read.has(hash)) {
        const size = (await bundles.head(key))?.size ?? 0
        if (total + size > limits.archiveBytes) return { kind: 'too-large', bytes: total + size }
        const bytes = await bundles.read(key)
        read.set(hash, bytes !== undefined && sha256(bytes) === hash ? bytes : undefined)
      }
      const bytes = read.get(hash)
      if (bytes === undefined) lacking.push(path)
      else found.push({ path, bytes })
      total += (bytes?.length ?? 0) + ENTRY_BYTES
      if (total > limits.archiveBytes) return { kind: 'too-large', bytes: total }
    }
    return { kind: 'found', found, lacking }
  }

  function begin(code: string, id: string, papers: PapersInHand, found: readonly PaperBytes[]) {
    const now: ReadingNow = { state: 'reading', of: 'reading', done: 0, total: 1 }
    const progress = (of: 'reading' | 'scans', done: number, total: number) => {
      Object.assign(now, { of, done, total })
    }
    const drafted = async (): Promise<Draft> => {
      const source = bytesInMemory(zipOf(found))
      const first = await workers.run('draft', { recognise: false }, { source, progress })
      const isScanned = readsScans && first.unread.some(({ text }) => text === 'scan')
      // Scans take minutes, and are read when nobody waits for anything else.
      const draft = isScanned ? await workers.run('draft', { recognise: true }, { source, progress }) : first
      await storeReading(code, { id, papers, draft }, bundles)
      return draft
    }
    // Scans take longer than a lease: it is taken again before it has run out. Where that fails, it may be done twice.
    const renewing = setInterval(() => void leases.take(code, leaseOf(id)).catch(() => undefined), RENEW_MS).unref()
    const ended = drafted().finally(() => {
      clearInterval(renewing)
      running.delete(code)
    })
    // Whoever asks next hears of what failed; nobody may.
    ended.catch(() => undefined)
    const begun = { id, now, ended }
    running.set(code, begun)
    return begun
  }

  async function read(code: string, papers: PapersInHand, waitMs: number): Promise<DraftReading> {
    const id = readingId(papers, readsScans)
    const stored = await storedReading(code, id, bundles)
    if (stored !== undefined) return { state: 'read', id, draft: stored }
    let job = running.get(code)
    if (job === undefined) {
      const inHand = await papersOf(code, papers)
      if (inHand.kind === 'too-large') throw tooLarge(inHand.bytes, limits.archiveBytes)
      if (inHand.lacking.length > 0) return { state: 'lacking', papers: inHand.lacking }
      if (!running.has(code) && (await leases.take(code, leaseOf(id))) !== 'taken')
        return readElsewhere(code, id, waitMs)
      job = running.get(code) ?? begin(code, id, papers, inHand.found)
    }
    if (job.id !== id) {
      // Other papers of the agency are being read; whoever asks again has these read then. What failed there is told there.
      await within(
        waitMs,
        job.ended.catch(() => undefined),
      )
      return { ...job.now }
    }
    const draft = await within(waitMs, job.ended)
    return draft === undefined ? { ...job.now } : { state: 'read', id, draft }
  }

  /** What another process comes to that reads the same papers; how far it is, only it knows. */
  async function readElsewhere(code: string, id: string, waitMs: number): Promise<DraftReading> {
    for (let waited = 0; ; waited += LOOK_MS) {
      const stored = await storedReading(code, id, bundles)
      if (stored !== undefined) return { state: 'read', id, draft: stored }
      if (waited >= waitMs) return { state: 'reading', of: 'reading', done: 0, total: 1 }
      await sleep(Math.min(LOOK_MS, waitMs - waited))
    }
  }

  async function fromLast(code: string, asOf: string): Promise<FromLast | undefined> {
    const upload = await lastAccepted(await agencyIndex(code, tools.verdicts), asOf, tools)
    const zip = upload && (await bundleOf(upload))
    if (upload === undefined || zip === undefined) return undefined
    const { manifest, papers, leftOut } = await workers.run('unbundle', undefined, { source: bytesInMemory(zip) })
    const inHand: PapersInHand = {}
    for (const { path, bytes } of papers) {
      const hash = sha256(bytes)
      await bundles.putIfAbsent(paperKey(code, hash), bytes, 'application/octet-stream')
      inHand[path] = { sha256: hash, bytes: bytes.length }
    }
    return { uploadId: upload.uploadId, manifest, papers: inHand, leftOut }
  }

  async function send(
    code: string,
    { uploadId, manifest, papers }: { uploadId: string; manifest: unknown; papers: PapersInHand },
  ): Promise<Sent> {
    const bytes = Object.values(papers).reduce((sum, paper) => sum + paper.bytes + ENTRY_BYTES, 0)
    if (bytes > limits.archiveBytes) return { kind: 'too-large', bytes }
    const inHand = await papersOf(code, papers)
    if (inHand.kind === 'too-large') return inHand
    if (inHand.lacking.length > 0) return { kind: 'lacking', papers: inHand.lacking }
    const zip = zipOf(inHand.found, manifest)
    if (zip.length > limits.archiveBytes) return { kind: 'too-large', bytes: zip.length }
    const key = bundleKey(code, uploadId)
    // Before the bundle is there: after a crash a note without a bundle does no harm, a bundle without a note is lost.
    await noteOpen(key, bundles)
    await bundles.putIfAbsent(key, zip, 'application/zip')
    tools.onSent?.(key)
    return { kind: 'sent', key, sha256: sha256(zip) }
  }

  async function bundleOf({
    bundleKey: key,
    bundleVersion: versionId,
    bundleSha256,
  }: Pick<VerdictEntry, 'bundleKey' | 'bundleVersion' | 'bundleSha256'>): Promise<Uint8Array | undefined> {
    const source = await bundles.source(key, versionId === undefined ? {} : { versionId })
    const bytes = source && (await source.read(0, source.size))
    return bytes !== undefined && sha256(bytes) === bundleSha256 ? bytes : undefined
  }

  return {
    last: (code) => lastDraft(code, bundles),
    history: (code, most) => draftHistory(code, most, bundles),
    save: (code, save) => saveDraft(code, save, bundles),
    erase: (code) => eraseDrafts(code, bundles),
    read,
    readBefore: (code, id) => storedReading(code, id, bundles),
    fromLast,
    send,
    bundleOf,
  }
}

const tooLarge = (bytes: number, most: number) => archiveRefusal('archive-too-large', { found: sizesOver(bytes, most) })

/** What a promise comes to, if it does within a time; undefined otherwise. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
