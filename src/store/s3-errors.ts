/** HTTP status of an answer that the SDK made an error of; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined
  const metadata = error.$metadata
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined
}

/** S3 says that the object, or that version of it, is not there (a missing bucket is something else: NoSuchBucket). */
export function isMissingObject(error: unknown): boolean {
  return error instanceof Error && ['NoSuchKey', 'NoSuchVersion'].includes(error.name)
}

/** S3 says that the object has no byte in the range: from 0 on, that it is empty. */
export function isEmptyRange(error: unknown): boolean {
  return statusOf(error) === 416
}
