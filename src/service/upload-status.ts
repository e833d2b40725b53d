import type { Store } from '../store/store.ts'
import { uploadKeys } from './agency-index.ts'
import { readRefusalDocument } from './documents.ts'
import { readUploadEntry } from './entries.ts'
import type { UploadStatus } from './service.ts'
import { isUploadId } from './upload-id.ts'

/**
 * See {@link Service.uploadStatus}.
 * @throws RangeError when `uploadId` is none
 */
export async function uploadStatus(code: string, uploadId: string, store: Store): Promise<UploadStatus> {
  if (!isUploadId(uploadId)) throw new RangeError(`not an upload id: ${JSON.stringify(uploadId)}`)
  const last = (await uploadKeys(code, uploadId, store)).at(-1)
  const entry = last && (await readUploadEntry(last, store))
  if (!entry) return { state: 'waiting' }
  if (entry.kind === 'verdict') return { state: 'judged', entry }
  return { state: 'refused', entry, refusal: await readRefusalDocument(entry.key, store) }
}
