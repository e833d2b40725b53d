import type { ByteSource } from '../base/bytes.ts'

/** An object as it stands in a store. */
export interface StoredObject {
  /** Names separated by `/`, without a leading one. */
  key: string
  /** In bytes. */
  size: number
  /** Changes whenever the content does; its form is the store's own affair. */
  etag?: string
  /** Where the store keeps versions. */
  versionId?: string
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
}
