import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type {
  GetObjectCommandOutput,
  ListObjectsV2CommandOutput,
  ListObjectVersionsCommandOutput,
  PutObjectCommandInput,
} from '@aws-sdk/client-s3'
import type { ByteSource } from '../core/files.ts'
import type { S3Connection } from './s3-connection.ts'
import {
  CHANGED_WHILE_READ,
  type ErasableStore,
  type ListOptions,
  type StoredObject,
  StoreFault,
  wholeSeconds,
} from './store.ts'
import { type Blocks, blockSource, DEFAULT_BLOCKS } from './store-blocks.ts'

const CONFLICT_TRIES = 5
const CONFLICT_WAIT_MS = 50

interface Part {
  /** Of the whole object. */
  size: number
  etag: string | undefined
  versionId: string | undefined
  modified: string | undefined
  bytes: Uint8Array
}

/** A {@link Store} in one bucket of S3, or of a server that speaks it. */
export class S3Store implements ErasableStore {
  readonly #bucket: string
  readonly #connect: () => Promise<S3Connection>
  readonly #blocks: Blocks

  constructor(bucket: string, connect: () => Promise<S3Connection>, blocks: Blocks = DEFAULT_BLOCKS) {
    this.#bucket = bucket
    this.#connect = connect
    this.#blocks = blocks
  }

  async head(key: string): Promise<StoredObject | undefined> {
    // Not HEAD: its answer has no body, so that a bucket that is not there looks like an object that is not there.
    const part = await this.#part(key, 0, 1)
    if (part === undefined) return undefined
    const { size, etag, versionId, modified } = part
    return { key, size, ...(etag && { etag }), ...(versionId && { versionId }), ...(modified && { modified }) }
  }

  async source(key: string, options: { versionId?: string } = {}): Promise<ByteSource | undefined> {
    const first = await this.#part(key, 0, this.#blocks.blockBytes, options)
    if (first === undefined) return undefined
    const same = { versionId: options.versionId ?? first.versionId, etag: first.etag }
    const fetchBlock = async (offset: number, length: number) => {
      const part = await this.#part(key, offset, length, same)
      if (part?.bytes.length !== length) throw new StoreFault('read', this.#where(key), CHANGED_WHILE_READ)
      return part.bytes
    }
    return blockSource(first.size, fetchBlock, this.#blocks, first.bytes)
  }

  async read(key: string): Promise<Uint8Array | undefined> {
    const source = await this.source(key)
    return source?.read(0, source.size)
  }

  async putIfAbsent(key: string, bytes: Uint8Array, contentType: string): Promise<'written' | 'present'> {
    for (let tried = 1; ; tried++) {
      try {
        await this.#put({ Key: key, Body: bytes, ContentType: contentType, IfNoneMatch: '*' })
        return 'written'
      } catch (error) {
        if (statusOf(error) === 412) return 'present'
        if (statusOf(error) !== 409 || tried === CONFLICT_TRIES) throw StoreFault.from('write', this.#where(key), error)
        await sleep(CONFLICT_WAIT_MS * tried)
      }
    }
  }

  async put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    try {
      await this.#put({ Key: key, Body: bytes, ContentType: contentType })
    } catch (error) {
      throw StoreFault.from('write', this.#where(key), error)
    }
  }

  /** Removes an object, if it is there; where the bucket keeps versions, it is no longer listed. */
  async remove(key: string): Promise<void> {
    try {
      const { sdk, client } = await this.#connect()
      await client.send(new sdk.DeleteObjectCommand({ Bucket: this.#bucket, Key: key }))
    } catch (error) {
      throw StoreFault.from('write', this.#where(key), error)
    }
  }

  /** See {@link ErasableStore.erase}: versions and delete markers alike; what an object lock keeps stays. */
  async erase(key: string): Promise<'erased' | 'locked'> {
    let isLocked = false
    try {
      const { sdk, client } = await this.#connect()
      for (const versionId of await this.#versions(key)) {
        try {
          await client.send(new sdk.DeleteObjectCommand({ Bucket: this.#bucket, Key: key, VersionId: versionId }))
        } catch (error) {
          if (!isLockedVersion(error)) throw error
          isLocked = true
        }
      }
    } catch (error) {
      throw StoreFault.from('write', this.#where(key), error)
    }
    return isLocked ? 'locked' : 'erased'
  }

  /** Ids of all versions of one object; `null` in a bucket that keeps none, as S3 names the only one. */
  async #versions(key: string): Promise<string[]> {
    const { sdk, client } = await this.#connect()
    const ids: string[] = []
    let after: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {}
    while (after !== undefined) {
      const page: ListObjectVersionsCommandOutput = await client.send(
        new sdk.ListObjectVersionsCommand({ Bucket: this.#bucket, Prefix: key, ...after }),
      )
      for (const { Key, VersionId } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])])
        if (Key === key && VersionId !== undefined) ids.push(VersionId)
      const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page
      after = page.IsTruncated === true && KeyMarker === key ? { KeyMarker, VersionIdMarker } : undefined
    }
    return ids
  }

  async *list(prefix: string, options: ListOptions = {}): AsyncGenerator<StoredObject> {
    try {
      yield* listObjects(await this.#connect(), this.#bucket, prefix, options)
    } catch (error) {
      throw StoreFault.from('read', this.#where(prefix), error)
    }
  }

  async #put(input: Omit<PutObjectCommandInput, 'Bucket' | 'Body'> & { Body: Uint8Array }): Promise<void> {
    const { sdk, client } = await this.#connect()
    await client.send(new sdk.PutObjectCommand({ Bucket: this.#bucket, ...input, ContentMD5: md5(input.Body) }))
  }

  /** Bytes of one version, as many as there are within `length`; undefined = no such object. */
  async #part(
    key: string,
    offset: number,
    length: number,
    version: { versionId?: string | undefined; etag?: string | undefined } = {},
  ): Promise<Part | undefined> {
    const { sdk, client } = await this.#connect()
    const range = `bytes=${offset}-${offset + length - 1}`
    try {
      const answer = await client.send(
        new sdk.GetObjectCommand({
          Bucket: this.#bucket,
          Key: key,
          Range: range,
          VersionId: version.versionId,
          IfMatch: version.etag,
        }),
      )
      return await partOf(answer)
    } catch (error) {
      if (isMissingObject(error)) return undefined
      if (isEmptyRange(error) && offset === 0)
        return { size: 0, etag: undefined, versionId: version.versionId, modified: undefined, bytes: new Uint8Array() }
      if (statusOf(error) === 412) throw new StoreFault('read', this.#where(key), CHANGED_WHILE_READ, { cause: error })
      throw StoreFault.from('read', this.#where(key), error)
    }
  }

  #where(key: string): string {
    return `s3://${this.#bucket}/${key}`
  }
}

/** S3 takes nothing without a checksum into a bucket that locks its objects. */
function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('base64')
}

async function partOf(answer: GetObjectCommandOutput): Promise<Part> {
  const total = /\/(\d+)$/.exec(answer.ContentRange ?? '')?.[1]
  if (total === undefined || answer.Body === undefined)
    throw new Error(`the server answered a range without saying which: ${answer.ContentRange}`)
  const bytes = await answer.Body.transformToByteArray()
  const modified = answer.LastModified && wholeSeconds(answer.LastModified)
  return { size: Number(total), etag: answer.ETag, versionId: answer.VersionId, modified, bytes }
}

/** S3 gives no more at once. */
const PAGE = 1000

/** The objects of a bucket by pages, as {@link Store.list} promises them. Throws what the SDK throws. */
async function* listObjects(
  { sdk, client }: S3Connection,
  bucket: string,
  prefix: string,
  { after, limit = Number.POSITIVE_INFINITY, shallow }: ListOptions,
): AsyncGenerator<StoredObject> {
  let left = limit
  let token: string | undefined
  while (left > 0) {
    const page: ListObjectsV2CommandOutput = await client.send(
      new sdk.ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        MaxKeys: Math.min(PAGE, left),
        ...(shallow && { Delimiter: '/' }),
        ...(token === undefined ? { StartAfter: after } : { ContinuationToken: token }),
      }),
    )
    for (const object of objectsOf(page)) {
      yield object
      left--
    }
    token = page.NextContinuationToken
    if (token === undefined) return
  }
}

/** The objects of a page and the names that stand for many, in the order of their bytes. */
function objectsOf({ Contents = [], CommonPrefixes = [] }: ListObjectsV2CommandOutput): StoredObject[] {
  const objects = Contents.map(({ Key: key, Size: size, ETag: etag, LastModified: modified }): StoredObject => {
    if (key === undefined || size === undefined) throw new Error('the server listed an object without key or size')
    return { key, size, ...(etag && { etag }), ...(modified && { modified: wholeSeconds(modified) }) }
  })
  if (CommonPrefixes.length === 0) return objects
  const names = CommonPrefixes.flatMap(({ Prefix: key }) => (key === undefined ? [] : [{ key, size: 0 }]))
  return [...objects, ...names].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
}

/** HTTP status of an answer that the SDK made an error of; undefined when there was no answer. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined
  const metadata = error.$metadata
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined
}

/** S3 says that the object, or that version of it, is not there (a missing bucket is something else: NoSuchBucket). */
function isMissingObject(error: unknown): boolean {
  return error instanceof Error && ['NoSuchKey', 'NoSuchVersion'].includes(error.name)
}

/** S3 refuses to delete a version that its lock still keeps; it says the same where the right to delete is missing. */
function isLockedVersion(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AccessDenied' || error.name === 'ObjectLocked')
}

/** S3 says that the object has no byte in the range: from 0 on, that it is empty. */
function isEmptyRange(error: unknown): boolean {
  return statusOf(error) === 416
}
