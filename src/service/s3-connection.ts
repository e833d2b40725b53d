import type { S3Client } from '@aws-sdk/client-s3'
import type { Presigner } from './store.ts'

type Sdk = typeof import('@aws-sdk/client-s3')

/** How to reach S3; absent parts are the SDK's own (environment, role, region of the function). */
export interface S3Settings {
  /** Of a server other than AWS, with scheme and port. */
  endpoint?: string
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  forcePathStyle?: boolean
  region?: string
  credentials?: { accessKeyId: string; secretAccessKey: string }
  /** Milliseconds without a byte after which a request has failed; 10 seconds unless said. */
  idleMs?: number
}

/** An S3 client and the SDK that it came with. */
export interface S3Connection {
  sdk: Sdk
  client: S3Client
}

/**
 * A function that connects at its first call and gives the same connection ever after. The SDK is most of the size of
 * the program and half of its start, so it is loaded only by those who come this far.
 */
export function s3Connector({ idleMs = 10_000, ...settings }: S3Settings): () => Promise<S3Connection> {
  let connection: Promise<S3Connection> | undefined
  async function connect(): Promise<S3Connection> {
    const sdk = await import('@aws-sdk/client-s3')
    const client = new sdk.S3Client({
      ...settings,
      // The SDK's default sends bodies in chunks with a trailing checksum, which other servers refuse (411) or store as is.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 3_000, socketTimeout: idleMs },
    })
    return { sdk, client }
  }
  return () => {
    connection ??= connect()
    return connection
  }
}

/**
 * Forms that S3, or a server that speaks it, accepts (POST policy, Signature Version 4).
 * @param bucket of the bundles
 * @param connect gives the client whose credentials sign; the SDK is loaded by those who come this far
 */
export function s3Presigner(bucket: string, connect: () => Promise<{ client: S3Client }>): Presigner {
  return async ({ key, contentType, maxBytes, sha256, validSeconds }) => {
    const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post')
    const { client } = await connect()
    const checksum: Record<string, string> = sha256 === undefined ? {} : { 'x-amz-checksum-sha256': sha256 }
    return createPresignedPost(client, {
      Bucket: bucket,
      Key: key,
      Fields: { 'Content-Type': contentType, ...checksum },
      // Every field becomes a condition of its own; only a range is none.
      Conditions: [['content-length-range', 1, maxBytes]],
      Expires: validSeconds,
    })
  }
}
