import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { Localized } from '../core/errors.ts'
import { bytesInMemory } from '../core/files.ts'
import { sha256 } from '../core/json.ts'
import { parseOpenly } from '../core/schemas.ts'
import type { Draft } from '../documents/draft/pieces.ts'
import { sizesOver } from '../intake/display.ts'
import { archiveRefusal } from '../intake/refusals/archive.ts'
import { Refusal } from '../intake/refusals/refusal.ts'
import { StoredDocumentFault } from './documents.ts'
import {
  draftsPrefix,
  type PapersInHand,
  paperKey,
  papersInHand,
  readingId,
  storedReading,
  storeReading,
} from './drafts.ts'
import { AGENCIES, agencyOfKey } from './keys.ts'
import { NO_LEASES } from './leases.ts'
import { ENTRY_BYTES, type PaperBytes, zipOf } from './paper-zip.ts'
import type { ServiceParts } from './service.ts'
import type { ErasableStore, Store } from './store.ts'

// Papers that are not handed in, read into a draft: by this process, or by another that is told of it.

/** How reading papers stands. */
type DraftReading =
  | { state: 'reading'; of: 'reading' | 'scans'; done: number; total: number }
  | { state: 'read'; id: string; draft: Draft }
  /** Papers that are not there: they must be sent first. */
  | { state: 'lacking'; papers: string[] }
  /** The papers cannot be read for what they are. */
  | ({ state: 'refused' } & ReadingRefused)

type ReadingNow = Extract<DraftReading, { state: 'reading' }>

type PapersFound = { kind: 'found'; found: PaperBytes[]; lacking: string[] } | { kind: 'too-large'; bytes: number }

/** Who reads papers into drafts. */
export interface DraftReader {
  /**
   * Reads papers into a draft, the same ones once; whoever asks again hears how far it is. It goes on in this process while
   * nobody asks; where papers are read elsewhere, that is asked for.
   * @param waitMs how long to wait for the end
   * @throws WorkersBusy; StoreFault
   */
  read(code: string, papers: PapersInHand, waitMs: number): Promise<DraftReading>
  /**
   * Reads papers that another process asked for, to the end; may be called again at any time.
   * @returns what came of it; `gone` where nobody asks any more
   */
  readAsked(code: string, id: string): Promise<'read' | 'refused' | 'lacking' | 'gone'>
  /** Takes back that papers are to be read, where that fails again and again: whoever asks again begins anew. */
  giveUp(code: string, id: string): Promise<void>
  /** What was read before, by its id. */
  readBefore(code: string, id: string): ReturnType<typeof storedReading>
  /** Papers at hand, those that are there. */
  papersOf(code: string, papers: PapersInHand): Promise<PapersFound>
}

/** By which name reading papers is leased. */
const leaseOf = (id: string) => `draft-${id}`
/** Well before a lease of any setting has run out that is used: two minutes unless an operator sets less. */
const RENEW_MS = 20_000
/** Between two looks for what another process reads. */
const LOOK_MS = 500

/** See {@link DraftReader}. */
export function createDraftReader(tools: ServiceParts): DraftReader {
  const { bundles, workers, limits, readsScans = false, readsDraftsElsewhere = false, leases = NO_LEASES } = tools
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

  async function drafted(
    code: string,
    { id, papers }: { id: string; papers: PapersInHand },
    found: readonly PaperBytes[],
    progress: (of: 'reading' | 'scans', done: number, total: number) => void,
  ): Promise<Draft> {
    const source = bytesInMemory(zipOf(found))
    const first = await workers.run('draft', { recognise: false }, { source, progress })
    const isScanned = readsScans && first.unread.some(({ text }) => text === 'scan')
    // Scans take minutes, and are read when nobody waits for anything else.
    const draft = isScanned ? await workers.run('draft', { recognise: true }, { source, progress }) : first
    await storeReading(code, { id, papers, draft }, bundles)
    return draft
  }

  function begin(code: string, id: string, papers: PapersInHand, found: readonly PaperBytes[]) {
    const now: ReadingNow = { state: 'reading', of: 'reading', done: 0, total: 1 }
    const progress = (of: 'reading' | 'scans', done: number, total: number) => {
      Object.assign(now, { of, done, total })
    }
    // Scans take longer than a lease: it is taken again before it has run out. Where that fails, it may be done twice.
    const renewing = setInterval(() => void leases.take(code, leaseOf(id)).catch(() => undefined), RENEW_MS).unref()
    const ended = drafted(code, { id, papers }, found, progress).finally(() => {
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
    if (readsDraftsElsewhere) return askElsewhere(code, id, papers, waitMs)
    let job = running.get(code)
    if (job === undefined) {
      const inHand = await papersOf(code, papers)
      if (inHand.kind === 'too-large') return refusedFor(tooLarge(inHand.bytes, limits.archiveBytes))
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
    try {
      const draft = await within(waitMs, job.ended)
      return draft === undefined ? { ...job.now } : { state: 'read', id, draft }
    } catch (error) {
      if (error instanceof Refusal) return refusedFor(error)
      throw error
    }
  }

  /** Has another process read papers: asked for once, then looked for until it is there or nobody waits any longer. */
  async function askElsewhere(code: string, id: string, papers: PapersInHand, waitMs: number): Promise<DraftReading> {
    const sizes = await Promise.all(
      Object.entries(papers).map(async ([path, paper]) => ({
        path,
        size: (await bundles.head(paperKey(code, paper.sha256)))?.size,
      })),
    )
    const lacking = sizes.flatMap(({ path, size }) => (size === undefined ? [path] : []))
    if (lacking.length > 0) return { state: 'lacking', papers: lacking }
    await askForReading(code, id, papers, bundles)
    return readElsewhere(code, id, waitMs)
  }

  async function readAsked(code: string, id: string): Promise<'read' | 'refused' | 'lacking' | 'gone'> {
    const papers = await papersAskedFor(code, id, bundles)
    if (papers === undefined) return 'gone'
    const what = await readNow(code, id, papers)
    await endReading(code, id, bundles)
    return what
  }

  async function readNow(code: string, id: string, papers: PapersInHand): Promise<'read' | 'refused' | 'lacking'> {
    if ((await storedReading(code, id, bundles)) !== undefined) return 'read'
    const inHand = await papersOf(code, papers)
    // Whoever asks again is told which.
    if (inHand.kind === 'found' && inHand.lacking.length > 0) return 'lacking'
    try {
      if (inHand.kind === 'too-large') throw tooLarge(inHand.bytes, limits.archiveBytes)
      await drafted(code, { id, papers }, inHand.found, () => undefined)
      return 'read'
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { message, remedy } = refusedFor(error)
      await storeRefusal(code, id, { message, remedy }, bundles)
      return 'refused'
    }
  }

  /** What another process comes to that reads the same papers; how far it is, only it knows. */
  async function readElsewhere(code: string, id: string, waitMs: number): Promise<DraftReading> {
    for (let waited = 0; ; waited += LOOK_MS) {
      const stored = await storedReading(code, id, bundles)
      if (stored !== undefined) return { state: 'read', id, draft: stored }
      const refused = await storedRefusal(code, id, bundles)
      if (refused !== undefined) return { state: 'refused', ...refused }
      if (waited >= waitMs) return { state: 'reading', of: 'reading', done: 0, total: 1 }
      await sleep(Math.min(LOOK_MS, waitMs - waited))
    }
  }

  return {
    read,
    readAsked,
    giveUp: (code, id) => endReading(code, id, bundles),
    readBefore: (code, id) => storedReading(code, id, bundles),
    papersOf,
  }
}

const refusedFor = ({ text, remedy }: Refusal) => ({ state: 'refused' as const, message: text, remedy })

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

/** That papers are to be read by another process; its creation is told to it where the store tells of objects. */
const askedKey = (code: string, id: string) => `${draftsPrefix(code)}asked/${id}.json`
const refusedKey = (code: string, id: string) => `${draftsPrefix(code)}refused/${id}.json`
const askedReading = z.strictObject({ schemaVersion: z.literal(1), papers: papersInHand })

/** Whose papers are asked to be read by the key of an object; undefined when it asks for none. */
export function parseAskedKey(key: string): { code: string; id: string } | undefined {
  const [, name, id] = /^drafts\/([^/]+)\/asked\/([0-9a-f]{64})\.json$/.exec(key) ?? []
  const code = name === undefined ? undefined : agencyOfKey(`${AGENCIES}${name}/`)
  return code !== undefined && id !== undefined && askedKey(code, id) === key ? { code, id } : undefined
}

/** Asks another process to read papers; asking again while it has not ended asks for nothing more. */
async function askForReading(code: string, id: string, papers: PapersInHand, bundles: Store): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(askedReading.parse({ schemaVersion: 1, papers }))}\n`)
  await bundles.putIfAbsent(askedKey(code, id), bytes, 'application/json')
}

/** The papers that are asked to be read; undefined where nobody asks any more. @throws StoredDocumentFault */
async function papersAskedFor(code: string, id: string, bundles: Store): Promise<PapersInHand | undefined> {
  const key = askedKey(code, id)
  const bytes = await bundles.read(key)
  if (bytes === undefined) return undefined
  try {
    return parseOpenly(askedReading, JSON.parse(new TextDecoder().decode(bytes))).papers
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}

/** Takes back that papers are to be read: they are, or they cannot be, and whoever asks again begins anew. */
async function endReading(code: string, id: string, bundles: ErasableStore): Promise<void> {
  await bundles.erase(askedKey(code, id))
}

/** Why papers cannot be read for what they are, in the words that the agency reads. */
interface ReadingRefused {
  message: Localized
  remedy: Localized
}

const readingRefused = z.strictObject({
  message: z.strictObject({ vi: z.string(), en: z.string() }),
  remedy: z.strictObject({ vi: z.string(), en: z.string() }),
})

async function storeRefusal(
  code: string,
  id: string,
  refused: ReadingRefused,
  bundles: Pick<Store, 'put'>,
): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(readingRefused.parse(refused))}\n`)
  await bundles.put(refusedKey(code, id), bytes, 'application/json')
}

/** @throws StoredDocumentFault when what stands there is none */
async function storedRefusal(code: string, id: string, bundles: Store): Promise<ReadingRefused | undefined> {
  const key = refusedKey(code, id)
  const bytes = await bundles.read(key)
  if (bytes === undefined) return undefined
  try {
    return parseOpenly(readingRefused, JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}
