import { InputError, type Localized, QmsVerdictError, withValues } from '../core/errors.ts'
import type { ByteSource } from '../core/files.ts'
import { STORE_TEXTS } from './words.ts'

/** An object as it stands in a store. */
export interface StoredObject {
  /** Names separated by `/`, without a leading one. */
  key: string
  /** In bytes. */
  size: number
  /** Changes whenever the content does; its form is the store's own affair. */
  etag?: string
  /** Where the store keeps versions; a listing does not tell it. */
  versionId?: string
  /** When it was written, ISO 8601 in UTC, whole seconds: the same from `head` and from `list`. */
  modified?: string
}

/** Which part of a listing is wanted. */
export interface ListOptions {
  /** Only keys after this one, which need not be there. */
  after?: string
  /** At most so many objects. */
  limit?: number
  /**
   * Of keys that go on after the next `/` behind the prefix, only what stands up to it, once: a name that ends in `/`, of size
   * 0. Whoever asks takes whole keys too, from a store that knows no such listing.
   */
  shallow?: true
  /** Only keys are asked for: where a size and a day cost a question each, they are 0 and absent. */
  keysOnly?: true
}

/** For a listing of which only the keys are looked at. */
export const KEYS_ONLY: ListOptions = { keysOnly: true }

/** Where bundles come from and verdicts go to: a bucket, or a folder. Every method throws StoreFault when the store fails. */
export interface Store {
  /** The newest version of an object; undefined = no such object. */
  head(key: string): Promise<StoredObject | undefined>
  /**
   * Ranged reads of one version: what was there when this was called, or `versionId`. A read throws StoreFault when the
   * object was replaced or deleted in between, and RangeError when asked for bytes that the object does not have.
   */
  source(key: string, options?: { versionId?: string }): Promise<ByteSource | undefined>
  /** The whole content; undefined = no such object. */
  read(key: string): Promise<Uint8Array | undefined>
  /** Writes unless the key is taken, in one step: of many at once, exactly one gets `written`. */
  putIfAbsent(key: string, bytes: Uint8Array, contentType: string): Promise<'written' | 'present'>
  /** Writes, replacing what was there; readers see the old content or the new, never a part. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  /**
   * The objects whose keys begin with `prefix` (any text, `''` for all), in the order of their keys' UTF-8 bytes. What is
   * written while the listing runs may be in it or not; everything else is in it once.
   */
  list(prefix: string, options?: ListOptions): AsyncIterable<StoredObject>
}

/** The names just below a prefix that have something below them, in the order of their bytes, each once. */
export async function* namesBelow(prefix: string, store: Pick<Store, 'list'>): AsyncGenerator<string> {
  const from = prefix.lastIndexOf('/') + 1
  let last: string | undefined
  for await (const { key } of store.list(prefix, { shallow: true })) {
    const end = key.indexOf('/', from)
    const name = end < 0 ? undefined : key.slice(from, end)
    if (name !== undefined && name !== last) yield name
    last = name ?? last
  }
}

/** A store from which an object can be taken for good. */
export interface ErasableStore extends Store {
  /** Removes an object, if it is there; where the store keeps versions, it is no longer listed. */
  remove(key: string): Promise<void>
  /**
   * Removes an object with every version of it, if it is there.
   * @returns `locked` where the store does not give all of them up yet
   */
  erase(key: string): Promise<'erased' | 'locked'>
}

/** What an uploaded bundle must be; a form made by it is refused for anything else. */
export interface UploadPolicy {
  /** Exactly this key, in the store of bundles. */
  key: string
  /** Exactly this `Content-Type`. */
  contentType: string
  /** From 1 to this many bytes. */
  maxBytes: number
  /** Base64 of the SHA-256 that the bytes must have; absent: any. */
  sha256?: string
  /** From the instant of asking. */
  validSeconds: number
}

/** A form to be sent as `multipart/form-data`: the fields in this order, the file last, as `file`. */
export interface UploadForm {
  /** Where to send it. */
  url: string
  fields: Record<string, string>
}

/** Makes forms by which a client uploads a bundle into the store itself. */
export type Presigner = (policy: UploadPolicy) => Promise<UploadForm>

/** What was being done when the store failed. */
export type StoreOperation = 'read' | 'write'

const DOING: Record<StoreOperation, Localized> = {
  read: STORE_TEXTS.read,
  write: STORE_TEXTS.write,
}

/** The store (disk, network, permission) failed; says nothing about a dossier. Whoever called may try again later. */
export class StoreFault extends QmsVerdictError {
  override name = 'StoreFault'
  readonly text: Localized

  /** @param where the object, as the operator knows it: `s3://bucket/key` or a path */
  constructor(operation: StoreOperation, where: string, reason: Localized, options?: ErrorOptions) {
    const doing = DOING[operation]
    const text = withValues(STORE_TEXTS.storeCouldNotCheck, { where, doing, reason })
    super(text.en, options)
    this.text = text
  }

  /** A fault whose reason is another error's message. */
  static from(operation: StoreOperation, where: string, cause: unknown): StoreFault {
    if (isDiskFull(cause)) return new DiskFull(where, { cause })
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message || 'no message'}` : String(cause)
    return new StoreFault(operation, where, { vi: reason, en: reason }, { cause })
  }
}

const DISK_FULL: Localized = STORE_TEXTS.diskServerFullOr

/** Nothing more can be written until somebody makes space; reading goes on. */
export class DiskFull extends StoreFault {
  override name = 'DiskFull'

  /** @param where what was to be written, as the operator knows it */
  constructor(where: string, options?: ErrorOptions) {
    super('write', where, DISK_FULL, options)
  }
}

/** Whether something failed since the disk is full or a quota is used up, as the system tells it or the store does. */
export function isDiskFull(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  if (fault instanceof DiskFull || ('code' in fault && (fault.code === 'ENOSPC' || fault.code === 'EDQUOT')))
    return true
  return isDiskFull(fault.cause)
}

/** The reason when an object was replaced or deleted while it was being read. */
export const CHANGED_WHILE_READ: Localized = STORE_TEXTS.objectReplacedOrDeleted

/** Written once, and found by every later check. */
const PROBE = 'probes/conditional-write'

/**
 * Makes sure that a store keeps what it promises of `putIfAbsent`, on which it rests that nothing is judged twice. Older
 * gateways that speak S3 take no notice of `If-None-Match`, or (Ceph RGW 16) none in buckets that keep versions.
 * @param where the store, as the operator knows it
 * @throws InputError when it overwrites; StoreFault
 */
export async function requireConditionalWrites(store: Store, where: string): Promise<void> {
  const bytes = new TextEncoder().encode('qms-verdict\n')
  await store.putIfAbsent(PROBE, bytes, 'text/plain')
  if ((await store.putIfAbsent(PROBE, bytes, 'text/plain')) === 'present') return
  throw new InputError(withValues(STORE_TEXTS.storeServerOverwritesObject, { where }))
}

/** An instant in UTC without its milliseconds, which S3 tells in listings only: `2026-03-05T02:00:00Z`. */
export function wholeSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`
}
