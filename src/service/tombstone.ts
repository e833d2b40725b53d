import { parseOpenly } from '../core/schemas.ts'
import { ErasedDossier, putDocument, StoredDocumentFault } from './documents.ts'
import { agencyIndex } from './entries.ts'
import { type Tombstone, tombstone } from './entry.ts'
import { agencyPrefix } from './keys.ts'
import type { Store } from './store.ts'

const tombstoneKey = (code: string, uploadId: string): string => `${agencyPrefix(code)}erased/${uploadId}.json`

/** The tombstone of an upload; undefined where it was not erased. */
export async function readTombstone(
  code: string,
  uploadId: string,
  store: Pick<Store, 'read'>,
): Promise<Tombstone | undefined> {
  const key = tombstoneKey(code, uploadId)
  const bytes = await store.read(key)
  if (bytes === undefined) return undefined
  try {
    return parseOpenly(tombstone, JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}

/** The tombstones of an agency, in upload order. */
export async function readTombstones(code: string, store: Store): Promise<Tombstone[]> {
  const { erased } = await agencyIndex(code, store)
  const found = await Promise.all([...erased].map((uploadId) => readTombstone(code, uploadId, store)))
  return found.filter((one) => one !== undefined)
}

/** Leaves a tombstone, unless there is one. @returns the one that stands */
export async function leaveTombstone(code: string, made: Tombstone, store: Store): Promise<Tombstone> {
  await putDocument(tombstoneKey(code, made.uploadId), tombstone.parse(made), store)
  return (await readTombstone(code, made.uploadId, store)) ?? made
}

/** @throws ErasedDossier where the upload was erased */
export async function requireNotErased(code: string, uploadId: string, store: Pick<Store, 'read'>): Promise<void> {
  const tombstone = await readTombstone(code, uploadId, store)
  if (tombstone !== undefined) throw new ErasedDossier(tombstone)
}
