import { readVerdictDocument, replaceDocument } from './documents.ts'
import { type AgencyIndex, acceptedUploads, agencyIndex, readRecheckEntry, rechecksOf, uploadKeys } from './entries.ts'
import type { RecheckEntry, VerdictEntry } from './entry.ts'
import { isUploadId, latestKey, recheckEntryKey } from './keys.ts'
import type { ListedVerdict, ReadVerdict } from './service.ts'
import type { Store } from './store.ts'

/** An entry with the id that its verdict is asked for by. */
export function listed(entry: VerdictEntry | RecheckEntry): ListedVerdict {
  return { id: 'year' in entry ? `recheck-${entry.year}` : entry.uploadId, ...entry }
}

/**
 * The last accepted upload, or its last re-check after the day it was judged. Arrival does not matter: uploads are
 * in the order of their ids, and a re-check counts as long as no later bundle was accepted.
 */
export async function latestEntry(index: AgencyIndex, store: Store): Promise<VerdictEntry | RecheckEntry | undefined> {
  for await (const upload of acceptedUploads(index, store)) {
    for await (const recheck of rechecksOf(upload, index, store)) if (recheck.asOf >= upload.asOf) return recheck
    return upload
  }
  return undefined
}

/** Writes the copy of an agency's latest entry anew; what a run before missed is made good. */
export async function refreshLatest(code: string, store: Store): Promise<void> {
  const entry = await latestEntry(await agencyIndex(code, store), store)
  if (entry !== undefined) await replaceDocument(latestKey(code), listed(entry), store)
}

/** See {@link Service.latestVerdict}. */
export async function latestVerdict(code: string, store: Store): Promise<ReadVerdict | undefined> {
  const entry = await latestEntry(await agencyIndex(code, store), store)
  return entry && withDocument(entry, store)
}

/** See {@link Service.readVerdict}. */
export async function readVerdict(code: string, id: string, store: Store): Promise<ReadVerdict | undefined> {
  const entry = await entryOf(code, id, store)
  return entry && withDocument(entry, store)
}

/** See {@link Service.listVerdicts}. */
export async function listVerdicts(code: string, store: Store): Promise<ListedVerdict[]> {
  const index = await agencyIndex(code, store)
  const latestFirst: ListedVerdict[] = []
  for await (const upload of acceptedUploads(index, store)) {
    // A bundle sent twice under one policy has one id: its last version.
    if (latestFirst.some(({ id }) => id === upload.uploadId)) continue
    for await (const recheck of rechecksOf(upload, index, store)) latestFirst.push(listed(recheck))
    latestFirst.push(listed(upload))
  }
  return latestFirst.reverse()
}

async function withDocument(entry: VerdictEntry | RecheckEntry, store: Store): Promise<ReadVerdict> {
  return { listed: listed(entry), verdict: await readVerdictDocument(entry.key, store) }
}

async function entryOf(code: string, id: string, store: Store): Promise<VerdictEntry | RecheckEntry | undefined> {
  const year = /^recheck-(\d{4})$/.exec(id)?.[1]
  if (year !== undefined) return readRecheckEntry(recheckEntryKey(code, Number(year)), store)
  if (!isUploadId(id)) return undefined
  for await (const entry of acceptedUploads({ uploads: await uploadKeys(code, id, store) }, store)) return entry
  return undefined
}
