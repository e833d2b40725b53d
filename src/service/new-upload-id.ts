import { millisecondAfter } from '../edge/utc-instant.ts'
import type { Store } from '../store/store.ts'
import { agencyIndex } from './agency-index.ts'
import { uploadIdOfKey } from './keys.ts'
import { makeUploadId, uploadAskedOn } from './upload-id.ts'

/** See {@link Service.newUploadId}. */
export async function newUploadId(code: string, instant: string, random: string, store: Store): Promise<string> {
  const id = makeUploadId(instant, random)
  const { uploads } = await agencyIndex(code, store)
  const last = uploadIdOfKey(uploads.at(-1) ?? '')
  return last === undefined || id > last ? id : makeUploadId(millisecondAfter(uploadAskedOn(last)), random)
}
