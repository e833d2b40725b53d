import { utcInstant } from '../../edge/utc-instant.ts'
import type { AgencyIndex } from '../../service/agency-index.ts'
import { parseBundleKey, uploadEntryKey, uploadPrefix } from '../../service/keys.ts'
import { uploadAskedOn } from '../../service/upload-id.ts'
import type { StoredObject } from '../../store/store.ts'

/** Clocks of this service and of the store may differ by so much. */
const TOLERANCE_SECONDS = 3600

/**
 * Whether the bundle that lies under a key was judged, by the index of its agency.
 * @param formSeconds after which no form is valid any more and a bundle is not replaced
 */
export function isJudged({ key, modified }: StoredObject, { uploads }: AgencyIndex, formSeconds: number): boolean {
  const upload = parseBundleKey(key)
  if (upload === undefined || modified === undefined) return false
  const { code, uploadId } = upload
  const found = uploads.filter((entry) => entry.startsWith(uploadPrefix(code, uploadId)))
  if (found.length === 0) return false
  // A listing does not tell the version, on which the end of an entry's key depends.
  const own = uploadEntryKey(code, uploadId, { on: utcInstant(modified) }).replace(/[0-9a-f]{8}\.json$/, '')
  if (found.some((entry) => entry.startsWith(own))) return true
  // A form may be used again while it is valid. What is later was brought back from a backup, and stays judged.
  return Date.parse(modified) > Date.parse(uploadAskedOn(uploadId)) + (formSeconds + TOLERANCE_SECONDS) * 1000
}
