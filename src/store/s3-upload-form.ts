import type { S3Connection } from './s3-connection.ts'

/** What an uploaded object must be. */
export interface S3UploadPolicy {
  key: string
  contentType: string
  /** From 1 to this many bytes. */
  maxBytes: number
  /** Base64 of the SHA-256 that the bytes must have; absent: any. */
  sha256?: string
  validSeconds: number
}

/**
 * A function that makes forms by which a browser or curl uploads one object into a bucket: presigned POST, by which S3
 * itself refuses another key, type, size or hash, and whatever comes too late.
 */
export function s3UploadForms(bucket: string, connect: () => Promise<S3Connection>) {
  return async (policy: S3UploadPolicy): Promise<{ url: string; fields: Record<string, string> }> => {
    const [{ createPresignedPost }, { client }] = await Promise.all([import('@aws-sdk/s3-presigned-post'), connect()])
    const { sha256 } = policy
    return createPresignedPost(client, {
      Bucket: bucket,
      Key: policy.key,
      Expires: policy.validSeconds,
      Conditions: [['content-length-range', 1, policy.maxBytes]],
      Fields: {
        'Content-Type': policy.contentType,
        ...(sha256 !== undefined && { 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-sha256': sha256 }),
      },
    })
  }
}
