import type { ByteSource } from '../base/bytes.ts'

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
}

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
