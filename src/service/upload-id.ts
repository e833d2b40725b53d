const UPLOAD_ID = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-[0-9a-f]{8}$/

/**
 * The id of an upload: ids sort as text in the order in which uploads were asked for.
 * @param instant UTC with milliseconds, as `Date.toISOString` writes it: `2026-03-05T02:00:00.000Z`
 * @param random eight lower-case hex digits
 * @throws RangeError when either is not so
 */
export function makeUploadId(instant: string, random: string): string {
  const id = `${instant.replace(/[-:.]/g, '')}-${random}`
  if (!isUploadId(id)) throw new RangeError(`no upload id can be made of ${JSON.stringify([instant, random])}`)
  return id
}

/** Whether a text has the form of an upload id. */
export function isUploadId(text: string): boolean {
  return UPLOAD_ID.test(text)
}

/** The instant at which an upload was asked for, ISO 8601 in UTC. */
export function uploadAskedOn(uploadId: string): string {
  return uploadId.replace(UPLOAD_ID, '$1-$2-$3T$4:$5:$6.$7Z')
}
