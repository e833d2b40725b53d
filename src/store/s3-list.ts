import type { S3Connection } from './s3-connection.ts'
import type { ListOptions, StoredObject } from './store.ts'
import { wholeSeconds } from './whole-seconds.ts'

/** S3 gives no more at once. */
const PAGE = 1000

/** The objects of a bucket by pages, as {@link Store.list} promises them. Throws what the SDK throws. */
export async function* listObjects(
  { sdk, client }: S3Connection,
  bucket: string,
  prefix: string,
  { after, limit = Number.POSITIVE_INFINITY }: ListOptions,
): AsyncGenerator<StoredObject> {
  let left = limit
  let token: string | undefined
  while (left > 0) {
    const page = await client.send(
      new sdk.ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        MaxKeys: Math.min(PAGE, left),
        ...(token === undefined ? { StartAfter: after } : { ContinuationToken: token }),
      }),
    )
    for (const { Key: key, Size: size, ETag: etag, LastModified: modified } of page.Contents ?? []) {
      if (key === undefined || size === undefined) throw new Error('the server listed an object without key or size')
      yield { key, size, ...(etag && { etag }), ...(modified && { modified: wholeSeconds(modified) }) }
      left--
    }
    token = page.NextContinuationToken
    if (token === undefined) return
  }
}
