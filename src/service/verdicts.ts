import { readVerdictDocument, replaceDocument } from './documents.ts'
import {
  type AgencyIndex,
  acceptedUploads,
  agencyIndex,
  isOfUpload,
  readRecheckEntry,
  readTombstones,
  readUploadEntry,
  readUploads,
  rechecksOf,
  refreshCopies,
  requireNotErased,
  uploadKeys,
} from './entries.ts'
import type { RecheckEntry, UploadEntry, VerdictEntry } from './entry.ts'
import {
  entryNumber,
  isSameEntry,
  isUploadId,
  latestKey,
  partsOfVerdictId,
  recheckPrefix,
  standingKeys,
  uploadIdOfKey,
} from './keys.ts'
import type { AgencyHistory, ListedVerdict, ReadVerdict } from './service.ts'
import { KEYS_ONLY, type Store } from './store.ts'

/** The id that what stands of an upload or a re-check is asked for by. */
export const idOf = (entry: UploadEntry | RecheckEntry): string =>
  'year' in entry ? `recheck-${entry.year}` : entry.uploadId

/** An entry with the id that its verdict is asked for by. */
export function listed(entry: VerdictEntry | RecheckEntry): ListedVerdict {
  return { id: idOf(entry), ...entry }
}

/**
 * The last accepted upload, or its last re-check after the day it was judged. Arrival does not matter: uploads are
 * in the order of their ids, and a re-check counts as long as no later bundle was accepted.
 */
export async function latestEntry(index: AgencyIndex): Promise<VerdictEntry | RecheckEntry | undefined> {
  for await (const upload of acceptedUploads(index)) {
    const from = Number(upload.asOf.slice(0, 4))
    for await (const recheck of rechecksOf(upload, index, from)) if (recheck.asOf >= upload.asOf) return recheck
    return upload
  }
  return undefined
}

/** Writes the copies of an agency's latest entry and of all its entries anew; what a run before missed is made good. */
export async function refreshLatest(code: string, store: Store): Promise<void> {
  const index = await agencyIndex(code, store)
  const entry = await latestEntry(index)
  if (entry === undefined) return
  await replaceDocument(latestKey(code), listed(entry), store)
  await refreshCopies(index, store)
}

/** See {@link Service.latestVerdict}. */
export async function latestVerdict(code: string, store: Store): Promise<ReadVerdict | undefined> {
  return latestOf(await agencyIndex(code, store), store)
}

async function latestOf(index: AgencyIndex, store: Store): Promise<ReadVerdict | undefined> {
  const entry = await latestEntry(index)
  return entry && withDocument(entry, store)
}

/** See {@link Service.agencyHistory}. */
export async function agencyHistory(code: string, store: Store): Promise<AgencyHistory> {
  const index = await agencyIndex(code, store)
  const uploads = await readUploads(index)
  return {
    uploads,
    verdicts: await verdictsOf(index),
    latest: await latestOf(index, store),
    erased: await readTombstones(index, store),
  }
}

/** See {@link Service.readVerdict}. */
export async function readVerdict(code: string, id: string, store: Store): Promise<ReadVerdict | undefined> {
  const { name, number } = partsOfVerdictId(id)
  const keys = await entryKeys(code, name, store)
  const last = standingKeys(keys).at(-1)
  if (last === undefined) return undefined
  if (number === undefined) {
    const entry = await lastAcceptedOf(standingKeys(keys), store)
    if (entry) await requireNotErased(code, entry.uploadId, store)
    return entry && withDocument(entry, store)
  }
  const key = keys.find((one) => entryNumber(one) === number && isSameEntry(one, last))
  const entry = key === undefined ? undefined : await readAnyEntry(key, store)
  if (entry?.kind !== 'verdict') return undefined
  await requireNotErased(code, entry.uploadId, store)
  const read = await withDocument(entry, store)
  return key === last ? read : { ...read, listed: { ...read.listed, id } }
}

/** See {@link Service.listVerdicts}. One listing and one read, whatever the years. */
export async function listVerdicts(code: string, store: Store): Promise<ListedVerdict[]> {
  return verdictsOf(await agencyIndex(code, store))
}

async function verdictsOf(index: AgencyIndex): Promise<ListedVerdict[]> {
  await index.entries.copies()
  const rechecks = (await Promise.all(index.rechecks.map((key) => index.entries.recheck(key)))).filter(
    (entry) => entry !== undefined,
  )
  const latestFirst: ListedVerdict[] = []
  const seen = new Set<string>()
  for await (const upload of acceptedUploads(index)) {
    // A bundle sent twice under one policy has one id: its last version.
    if (seen.has(upload.uploadId)) continue
    seen.add(upload.uploadId)
    for (const recheck of rechecks.toReversed()) if (isOfUpload(recheck, upload)) latestFirst.push(listed(recheck))
    latestFirst.push(listed(upload))
  }
  return latestFirst.reverse()
}

async function withDocument(entry: VerdictEntry | RecheckEntry, store: Store): Promise<ReadVerdict> {
  return { listed: listed(entry), verdict: await readVerdictDocument(entry.key, store) }
}

/** Keys of all entries of an upload, or of the re-check of a year. */
async function entryKeys(code: string, name: string, store: Store): Promise<string[]> {
  const year = /^recheck-(\d{4})$/.exec(name)?.[1]
  if (year === undefined) return isUploadId(name) ? uploadKeys(code, name, store) : []
  const keys: string[] = []
  for await (const { key } of store.list(recheckPrefix(code, Number(year)), KEYS_ONLY)) keys.push(key)
  return keys
}

async function lastAcceptedOf(keys: readonly string[], store: Store): Promise<VerdictEntry | RecheckEntry | undefined> {
  for (const key of keys.toReversed()) {
    const entry = await readAnyEntry(key, store)
    if (entry?.kind === 'verdict') return entry
  }
  return undefined
}

const readAnyEntry = (key: string, store: Store): Promise<UploadEntry | RecheckEntry | undefined> =>
  uploadIdOfKey(key) === undefined ? readRecheckEntry(key, store) : readUploadEntry(key, store)
