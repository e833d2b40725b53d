import type * as z from 'zod'
import { isOfProvince } from '../core/names.ts'
import { parseOpenly } from '../core/schemas.ts'
import { ErasedDossier, putDocument, StoredDocumentFault } from './documents.ts'
import {
  type RecheckEntry,
  recheckEntry,
  type Tombstone,
  tombstone,
  type UploadEntry,
  uploadEntry,
  type VerdictEntry,
} from './entry.ts'
import { AGENCIES, agencyOfKey, agencyPrefix, standingKeys, uploadIdOfKey, uploadPrefix } from './keys.ts'
import type { Store, StoredObject } from './store.ts'

/** Keys of what is indexed of one agency and was not replaced, each in upload or year order. */
export interface AgencyIndex {
  code: string
  uploads: readonly string[]
  rechecks: readonly string[]
  /** Ids of uploads that were erased; their entries, which hold no name, are still among the others. */
  erased: ReadonlySet<string>
}

/** The index of one agency; empty when nothing of it was judged. */
export async function agencyIndex(code: string, store: Store): Promise<AgencyIndex> {
  for await (const index of byAgency(store.list(agencyPrefix(code)))) return index
  return { code, uploads: [], rechecks: [], erased: new Set() }
}

/** Keys of all entries of one upload: of its versions in the order in which the store got them, each followed by what replaced it. */
export async function uploadKeys(code: string, uploadId: string, store: Store): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(uploadPrefix(code, uploadId))) keys.push(key)
  return keys
}

/** The indexes of all agencies, or of those of a province, in one pass over what the store holds of them. */
export async function* allAgencies(store: Store, province?: string): AsyncGenerator<AgencyIndex> {
  for await (const index of byAgency(store.list(`${AGENCIES}${province ?? ''}`)))
    if (province === undefined || isOfProvince(index.code, province)) yield index
}

/** The keys of one agency follow each other, so only those are held. */
async function* byAgency(objects: AsyncIterable<StoredObject>): AsyncGenerator<AgencyIndex> {
  let code: string | undefined
  let keys: string[] = []
  for await (const { key } of objects) {
    const owner = agencyOfKey(key)
    if (owner !== code) {
      if (code !== undefined) yield indexOf(code, keys)
      code = owner
      keys = []
    }
    keys.push(key)
  }
  if (code !== undefined) yield indexOf(code, keys)
}

function indexOf(code: string, keys: readonly string[]): AgencyIndex {
  const under = (name: string) => keys.filter((key) => key.startsWith(`${agencyPrefix(code)}${name}/`))
  const erased = new Set(under('erased').map((key) => key.slice(key.lastIndexOf('/') + 1, -'.json'.length)))
  return { code, uploads: standingKeys(under('uploads')), rechecks: standingKeys(under('rechecks')), erased }
}

async function readEntry<T>(key: string, schema: z.ZodType<T>, store: Store): Promise<T | undefined> {
  const bytes = await store.read(key)
  if (bytes === undefined) return undefined
  try {
    return parseOpenly(schema, JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}

/**
 * The index entry of an upload; undefined when it was not judged.
 * @throws StoredDocumentFault when what stands there is none
 */
export async function readUploadEntry(key: string, store: Store): Promise<UploadEntry | undefined> {
  return readEntry(key, uploadEntry, store)
}

/**
 * The index entry of a re-check; undefined when there was none.
 * @throws StoredDocumentFault when what stands there is none
 */
export async function readRecheckEntry(key: string, store: Store): Promise<RecheckEntry | undefined> {
  return readEntry(key, recheckEntry, store)
}

/**
 * Writes an entry unless one is there.
 * @throws ZodError when it is none: nothing is written that is not known here
 */
export async function putEntry(
  key: string,
  entry: UploadEntry | RecheckEntry,
  store: Store,
): Promise<'written' | 'present'> {
  return putDocument(key, ('year' in entry ? recheckEntry : uploadEntry).parse(entry), store)
}

/** Keys of the entries of uploads that were not erased. */
export const keptUploads = ({ uploads, erased }: Pick<AgencyIndex, 'uploads' | 'erased'>): string[] =>
  uploads.filter((key) => !erased.has(uploadIdOfKey(key) ?? ''))

/** What became of each upload of an agency that was not erased, accepted or refused, the first one first. */
export async function readUploads(
  index: Pick<AgencyIndex, 'uploads' | 'erased'>,
  store: Store,
): Promise<UploadEntry[]> {
  const entries = await Promise.all(keptUploads(index).map((key) => readUploadEntry(key, store)))
  return entries.filter((entry) => entry !== undefined)
}

/** The accepted uploads of an agency that were not erased, the last one first; read one by one, as they are asked for. */
export async function* acceptedUploads(
  index: Pick<AgencyIndex, 'uploads' | 'erased'>,
  store: Store,
): AsyncGenerator<VerdictEntry> {
  for (const key of keptUploads(index).toReversed()) {
    const entry = await readUploadEntry(key, store)
    if (entry?.kind === 'verdict') yield entry
  }
}

/** The re-checks of an upload, the last year first. */
export async function* rechecksOf(
  upload: VerdictEntry,
  { rechecks }: AgencyIndex,
  store: Store,
): AsyncGenerator<RecheckEntry> {
  for (const key of rechecks.toReversed()) {
    const entry = await readRecheckEntry(key, store)
    if (entry && isOfUpload(entry, upload)) yield entry
  }
}

/** Whether a re-check is of an upload. */
export const isOfUpload = (recheck: UploadVersionParts, upload: UploadVersionParts): boolean =>
  SAME_UPLOAD.every((part) => recheck[part] === upload[part])

type UploadVersionParts = Pick<UploadEntry, (typeof SAME_UPLOAD)[number]>
const SAME_UPLOAD = ['uploadId', 'uploadedOn', 'bundleVersion'] as const

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
  const left = await readTombstone(code, uploadId, store)
  if (left !== undefined) throw new ErasedDossier(left)
}
