import type { S3Client } from '@aws-sdk/client-s3'
import type { Presigner } from './presigner.ts'

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
