import { bundleKey } from '../../../service/keys.ts'
import type { UploadForm } from '../../../web/presigner.ts'
import { checkUploadQuota } from '../../../web/upload-quota.ts'
import type { AgencyPageCall } from '../../page.ts'
import { uploadPath } from '../paths.ts'

const FILE_TYPE = 'application/zip'

/** A form by which the store takes one ZIP of the agency, and the page that waits for its verdict. */
export type Invitation = UploadForm & { fileField: 'file'; next: string }

/** The same form as the API hands out: exact key and type, size up to the most, an end of validity. */
export async function inviteUpload({ tools, agency }: AgencyPageCall): Promise<Invitation> {
  await checkUploadQuota(agency, tools)
  const id = await tools.service.newUploadId(agency, tools.clock().toISOString(), tools.random())
  const { maxUploadBytes: maxBytes, uploadSeconds: validSeconds } = tools.settings
  const form = await tools.presigner({ key: bundleKey(agency, id), contentType: FILE_TYPE, maxBytes, validSeconds })
  return { ...form, fileField: 'file', next: uploadPath(id) }
}
