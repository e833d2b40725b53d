import { sha256 } from '../core/json.ts'
import { agencyCode, provinceOf } from '../core/names.ts'
import { replaceDocument } from './documents.ts'
import { eraseDrafts } from './drafts.ts'
import { agencyIndex, leaveTombstone, readRecheckEntry, readTombstone, readUploadEntry } from './entries.ts'
import type { RecheckEntry, Tombstone, UploadEntry } from './entry.ts'
import {
  agencyPrefix,
  bundleKey,
  isPrescreenedKey,
  latestKey,
  pageKey,
  provincePrefix,
  uploadIdOfKey,
  verdictsPrefix,
} from './keys.ts'
import { noteKey } from './pending-uploads.ts'
import { eraseReadings } from './scan-store.ts'
import type { ErasableStore, Store } from './store.ts'
import { eraseProvisional } from './store-apart.ts'
import { latestEntry, listed } from './verdicts.ts'

/** An upload to erase. */
export interface EraseRun {
  uploadId: string
  reason: string
  by: string
  /** Instant, ISO 8601 in UTC. */
  on: string
}

/** What became of erasing an upload, and of those by which the very same bundle was sent. */
export interface ErasedUpload {
  tombstone: Tombstone
  /** How many objects were removed. */
  removed: number
  /** Keys of verdicts that the store does not give up yet: of each a form without names stands, and earlier bytes until the lock ends. */
  locked: string[]
}

/** The stores that are erased from. */
export interface EraseStores {
  bundles: ErasableStore
  verdicts: ErasableStore
}

/**
 * Erases an upload: first it leaves a tombstone, from which on nobody is shown anything of it, then facts, pages, verdicts,
 * refusals and what pre-screenings rest on, last the bundle. Cut short, it is ended by asking again. Uploads of the
 * agency that sent the very same bundle are erased with it, for they say the same.
 * @returns one for each upload that was erased; none where the agency has no such upload
 */
export async function eraseUpload(code: string, run: EraseRun, stores: EraseStores): Promise<ErasedUpload[]> {
  const all = await uploadsOf(code, stores.verdicts)
  const bundle = await stores.bundles.read(bundleKey(code, run.uploadId))
  const before = await readTombstone(code, run.uploadId, stores.verdicts)
  const own = all.filter(({ uploadId }) => uploadId === run.uploadId)
  if (own.length === 0 && bundle === undefined && before === undefined) return []
  const hashes = new Set([...own.flatMap(hashOf), ...(bundle ? [sha256(bundle)] : []), ...(before?.bundles ?? [])])
  const same = all.filter((one) => hashOf(one).some((hash) => hashes.has(hash))).map(({ uploadId }) => uploadId)
  const erased: ErasedUpload[] = []
  for (const uploadId of new Set([run.uploadId, ...same])) {
    const { reason, by, on } = run
    const made: Tombstone = { schemaVersion: 1, uploadId, on, reason, by, bundles: [...hashes] }
    const tombstone = await leaveTombstone(code, made, stores.verdicts)
    erased.push(await removeRest(code, tombstone, stores))
  }
  return erased
}

/** Removes what may still be there of an upload that has its tombstone. */
async function removeRest(code: string, tombstone: Tombstone, stores: EraseStores): Promise<ErasedUpload> {
  const { bundles, verdicts } = stores
  const { uploadId } = tombstone
  let removed = 0
  const locked: string[] = []
  const entries = (await entriesOf(code, verdicts)).filter((one) => one.uploadId === uploadId)
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  for await (const key of rest(code, tombstone, [...byKey.keys()], verdicts)) {
    if ((await verdicts.erase(key)) === 'erased') removed++
    else {
      await replaceDocument(key, withoutNames(byKey.get(key), tombstone), verdicts)
      locked.push(key)
    }
  }
  for (const hash of tombstone.bundles) removed += await eraseProvisional(code, hash, bundles)
  removed += await eraseReadings(code, uploadId, bundles)
  // A form that was begun from the dossier, and its papers, say the same.
  removed += await eraseDrafts(code, bundles)
  const key = bundleKey(code, uploadId)
  if ((await bundles.head(key)) !== undefined) removed++
  await bundles.erase(key)
  await bundles.erase(noteKey(key))
  const latest = await latestEntry(await agencyIndex(code, verdicts))
  if (latest === undefined) await verdicts.erase(latestKey(code))
  else await replaceDocument(latestKey(code), listed(latest), verdicts)
  return { tombstone, removed, locked }
}

/** Keys of all that is kept of an upload in the store of verdicts, but for its index entries, which hold no name. */
async function* rest(
  code: string,
  { bundles }: Tombstone,
  named: readonly string[],
  store: Store,
): AsyncGenerator<string> {
  const keys = new Set(named.flatMap((key) => [key, pageKey(key)]))
  const starts = bundles.map((hash) => hash.slice(0, 16))
  for await (const { key } of store.list(verdictsPrefix(code)))
    if (starts.some((start) => key.slice(key.lastIndexOf('/') + 1).startsWith(start))) keys.add(key)
  for (const hash of bundles) for await (const { key } of store.list(`facts/${hash}`)) keys.add(key)
  for await (const { key } of store.list(provincePrefix(provinceOf(agencyCode(code)))))
    if (isPrescreenedKey(key, code) && (await isOfBundle(key, bundles, store))) keys.add(key)
  for (const key of keys) if ((await store.head(key)) !== undefined) yield key
}

async function isOfBundle(key: string, bundles: readonly string[], store: Store): Promise<boolean> {
  const bytes = await store.read(key)
  const text = bytes === undefined ? '' : new TextDecoder().decode(bytes)
  return bundles.some((hash) => text.includes(hash))
}

/** What stands instead of a verdict that the lock keeps: how it came out, and nothing of what was read. */
function withoutNames(entry: UploadEntry | RecheckEntry | undefined, { on, reason }: Tombstone): object {
  const erased = { on, reason }
  if (entry?.kind !== 'verdict') return { schemaVersion: 1, kind: 'erased', erased }
  const { uploadId, asOf, status, grade, score, digest, bundleSha256 } = entry
  return { schemaVersion: 1, kind: 'erased', erased, uploadId, asOf, status, grade, score, digest, bundleSha256 }
}

const hashOf = ({ bundleSha256 }: UploadEntry | RecheckEntry): string[] => (bundleSha256 === null ? [] : [bundleSha256])

/** All entries of an agency, those that were replaced among them. */
async function entriesOf(code: string, store: Store): Promise<(UploadEntry | RecheckEntry)[]> {
  const rechecks: RecheckEntry[] = []
  for await (const { key } of store.list(`${agencyPrefix(code)}rechecks/`)) {
    const entry = await readRecheckEntry(key, store)
    if (entry) rechecks.push(entry)
  }
  return [...(await uploadsOf(code, store)), ...rechecks]
}

async function uploadsOf(code: string, store: Store): Promise<UploadEntry[]> {
  const uploads: UploadEntry[] = []
  for await (const { key } of store.list(`${agencyPrefix(code)}uploads/`)) {
    const entry = uploadIdOfKey(key) === undefined ? undefined : await readUploadEntry(key, store)
    if (entry) uploads.push(entry)
  }
  return uploads
}
