import * as z from 'zod'
import { isOfProvince } from '../core/names.ts'
import { parseOpenly } from '../core/schemas.ts'
import { ErasedDossier, putDocument, replaceDocument, StoredDocumentFault } from './documents.ts'
import {
  type RecheckEntry,
  recheckEntry,
  type Tombstone,
  tombstone,
  type UploadEntry,
  uploadEntry,
  type VerdictEntry,
} from './entry.ts'
import {
  AGENCIES,
  agencyOfKey,
  agencyPrefix,
  copiesKey,
  recheckYearOf,
  standingKeys,
  uploadIdOfKey,
  uploadPrefix,
} from './keys.ts'
import { KEYS_ONLY, namesBelow, type Store, type StoredObject } from './store.ts'

/** Keys of what is indexed of one agency and was not replaced, each in upload or year order. */
export interface AgencyIndex {
  code: string
  uploads: readonly string[]
  rechecks: readonly string[]
  /** Ids of uploads that were erased; their entries, which hold no name, are still among the others. */
  erased: ReadonlySet<string>
  /** Reads what stands under these keys. */
  entries: EntryReader
}

/** So many entries are read one by one before all are read at once. */
const ONE_BY_ONE = 3

/**
 * Reads the entries of one agency. The first few are read one by one, since most ask for the last one alone; whoever asks for
 * more gets them from the copy of all, one read whatever the years. An entry never changes, so a copy of it is as good; what
 * the copy does not have is read where it stands.
 */
class EntryReader {
  readonly #copyKey: string | undefined
  readonly #store: Pick<Store, 'read'>
  #read = 0
  #copies: Promise<ReadonlyMap<string, UploadEntry | RecheckEntry>> | undefined

  /** @param copyKey where the copy of all stands; absent: there is none */
  constructor(copyKey: string | undefined, store: Pick<Store, 'read'>) {
    this.#copyKey = copyKey
    this.#store = store
  }

  /** All that was copied, by its key. */
  copies(): Promise<ReadonlyMap<string, UploadEntry | RecheckEntry>> {
    this.#copies ??= readCopies(this.#copyKey, this.#store)
    return this.#copies
  }

  async upload(key: string): Promise<UploadEntry | undefined> {
    const copy = await this.#copyOf(key)
    return copy !== undefined && !('year' in copy) ? copy : readUploadEntry(key, this.#store)
  }

  async recheck(key: string): Promise<RecheckEntry | undefined> {
    const copy = await this.#copyOf(key)
    return copy !== undefined && 'year' in copy ? copy : readRecheckEntry(key, this.#store)
  }

  async #copyOf(key: string): Promise<UploadEntry | RecheckEntry | undefined> {
    if (this.#copies === undefined && (this.#copyKey === undefined || this.#read++ < ONE_BY_ONE)) return undefined
    return (await this.copies()).get(key)
  }
}

const copied = z.object({ entries: z.record(z.string(), z.unknown()) })
const NO_COPIES: ReadonlyMap<string, UploadEntry | RecheckEntry> = new Map()

/** A copy that is damaged is none: what it was made from is there, and it is written anew with the next entry. */
async function readCopies(
  key: string | undefined,
  store: Pick<Store, 'read'>,
): Promise<ReadonlyMap<string, UploadEntry | RecheckEntry>> {
  const bytes = key === undefined ? undefined : await store.read(key)
  if (bytes === undefined) return NO_COPIES
  try {
    const { entries } = copied.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return new Map(Object.entries(entries).map(([name, value]) => [name, anyEntry(value)]))
  } catch {
    return NO_COPIES
  }
}

const anyEntry = (value: unknown): UploadEntry | RecheckEntry =>
  typeof value === 'object' && value !== null && 'year' in value
    ? parseOpenly(recheckEntry, value)
    : parseOpenly(uploadEntry, value)

/** Entries that are copied, the last ones: a dossier a day for a year and more. */
const MOST_COPIED = 500

/** Writes the copy of an agency's entries anew where it lacks one, or holds one that was replaced. */
export async function refreshCopies(index: AgencyIndex, store: Store): Promise<void> {
  const keys = [...index.uploads.slice(-MOST_COPIED), ...index.rechecks.slice(-MOST_COPIED)]
  // Two entries are read as fast one by one.
  if (keys.length < ONE_BY_ONE) return
  const before = await index.entries.copies()
  if (before.size === keys.length && keys.every((key) => before.has(key))) return
  const entries: [string, UploadEntry | RecheckEntry][] = []
  for (const key of keys) {
    const isUpload = uploadIdOfKey(key) !== undefined
    const entry = isUpload ? await index.entries.upload(key) : await index.entries.recheck(key)
    if (entry !== undefined) entries.push([key, entry])
  }
  await replaceDocument(copiesKey(index.code), { schemaVersion: 1, entries: Object.fromEntries(entries) }, store)
}

/** The index of one agency; empty when nothing of it was judged. */
export async function agencyIndex(code: string, store: Store): Promise<AgencyIndex> {
  for await (const index of byAgency(store.list(agencyPrefix(code), KEYS_ONLY), store)) return index
  return { code, uploads: [], rechecks: [], erased: new Set(), entries: new EntryReader(undefined, store) }
}

/** Keys of all entries of one upload: of its versions in the order in which the store got them, each followed by what replaced it. */
export async function uploadKeys(code: string, uploadId: string, store: Store): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(uploadPrefix(code, uploadId), KEYS_ONLY)) keys.push(key)
  return keys
}

/** The indexes of all agencies, or of those of a province, in one pass over what the store holds of them. */
export async function* allAgencies(store: Store, province?: string): AsyncGenerator<AgencyIndex> {
  for await (const index of byAgency(store.list(`${AGENCIES}${province ?? ''}`, KEYS_ONLY), store))
    if (province === undefined || isOfProvince(index.code, province)) yield index
}

/** Codes of all agencies, or of those of a province, of which something is indexed: a listing of a thousand of them each. */
export async function* agenciesIn(store: Pick<Store, 'list'>, province?: string): AsyncGenerator<string> {
  for await (const name of namesBelow(`${AGENCIES}${province ?? ''}`, store)) {
    const code = agencyOfKey(`${AGENCIES}${name}`)
    if (code !== undefined && (province === undefined || isOfProvince(code, province))) yield code
  }
}

/** The keys of one agency follow each other, so only those are held. */
async function* byAgency(
  objects: AsyncIterable<StoredObject>,
  store: Pick<Store, 'read'>,
): AsyncGenerator<AgencyIndex> {
  let code: string | undefined
  let keys: string[] = []
  for await (const { key } of objects) {
    const owner = agencyOfKey(key)
    if (owner !== code) {
      if (code !== undefined) yield indexOf(code, keys, store)
      code = owner
      keys = []
    }
    keys.push(key)
  }
  if (code !== undefined) yield indexOf(code, keys, store)
}

function indexOf(code: string, keys: readonly string[], store: Pick<Store, 'read'>): AgencyIndex {
  const under = (name: string) => keys.filter((key) => key.startsWith(`${agencyPrefix(code)}${name}/`))
  const erased = new Set(under('erased').map((key) => key.slice(key.lastIndexOf('/') + 1, -'.json'.length)))
  const copies = copiesKey(code)
  const entries = new EntryReader(keys.includes(copies) ? copies : undefined, store)
  return { code, uploads: standingKeys(under('uploads')), rechecks: standingKeys(under('rechecks')), erased, entries }
}

async function readEntry<T>(key: string, schema: z.ZodType<T>, store: Pick<Store, 'read'>): Promise<T | undefined> {
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
export async function readUploadEntry(key: string, store: Pick<Store, 'read'>): Promise<UploadEntry | undefined> {
  return readEntry(key, uploadEntry, store)
}

/**
 * The index entry of a re-check; undefined when there was none.
 * @throws StoredDocumentFault when what stands there is none
 */
export async function readRecheckEntry(key: string, store: Pick<Store, 'read'>): Promise<RecheckEntry | undefined> {
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
export async function readUploads(index: Uploads): Promise<UploadEntry[]> {
  await index.entries.copies()
  const entries = await Promise.all(keptUploads(index).map((key) => index.entries.upload(key)))
  return entries.filter((entry) => entry !== undefined)
}

type Uploads = Pick<AgencyIndex, 'uploads' | 'erased' | 'entries'>

/** The accepted uploads of an agency that were not erased, the last one first; read one by one, as they are asked for. */
export async function* acceptedUploads(index: Uploads): AsyncGenerator<VerdictEntry> {
  for (const key of keptUploads(index).toReversed()) {
    const entry = await index.entries.upload(key)
    if (entry?.kind === 'verdict') yield entry
  }
}

/**
 * The re-checks of an upload, the last year first.
 * @param from only of this year and later ones
 */
export async function* rechecksOf(
  upload: VerdictEntry,
  { rechecks, entries }: AgencyIndex,
  from = 0,
): AsyncGenerator<RecheckEntry> {
  for (const key of rechecks.toReversed()) {
    if (recheckYearOf(key) < from) return
    const entry = await entries.recheck(key)
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
export async function readTombstones(
  { code, erased }: Pick<AgencyIndex, 'code' | 'erased'>,
  store: Pick<Store, 'read'>,
): Promise<Tombstone[]> {
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
