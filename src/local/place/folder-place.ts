import { join } from 'node:path'
import { isOverQuota } from '../../service/upload-quota.ts'
import { FolderStore } from '../../store/folder-store.ts'
import { FORM_PATH, formEndpoint } from '../form/form-endpoint.ts'
import { formKey } from '../form/form-key.ts'
import { type FormSigner, signedForm } from '../form/signed-form.ts'
import { NO_LEASES } from '../jobs/leases.ts'
import type { OpenedPlace } from './opened-place.ts'
import { sweepHalfWritten } from './sweep.ts'

/** What the folder needs of the service around it. */
export interface FolderTools {
  now: () => Date
  /** Address of the service for its clients, without a slash at the end. */
  url: () => string
  onUploaded: (key: string) => void
  onFault: (fault: unknown) => void
  /** Bundles that one agency may send in a day. */
  uploadsPerDay: number
}

/** The folder of the keys. */
export const keysFolder = (folder: string): string => join(folder, 'keys')

/** The two stores in a folder. */
export function folderStores(folder: string): Pick<OpenedPlace, 'bundles' | 'verdicts'> {
  return { bundles: new FolderStore(bundleFolder(folder)), verdicts: new FolderStore(join(folder, 'verdict-store')) }
}

const bundleFolder = (folder: string) => join(folder, 'bundle-store')

/** A folder of this machine, for one process: its own uploads, its own key, no leases. */
export async function openFolder(
  folder: string,
  { now, url, onUploaded, onFault, uploadsPerDay }: FolderTools,
): Promise<OpenedPlace> {
  const secretAccessKey = await formKey(keysFolder(folder))
  await sweepHalfWritten(folder, new Date())
  const signer = (): FormSigner => ({
    url: `${url()}${FORM_PATH}`,
    bucket: 'bundles',
    region: 'local',
    accessKeyId: 'qms-verdict',
    secretAccessKey,
  })
  const stores = folderStores(folder)
  return {
    ...stores,
    presigner: async (policy) => signedForm(policy, signer(), now()),
    leases: NO_LEASES,
    uploads: formEndpoint({
      folder: bundleFolder(folder),
      signer: signer(),
      isOverQuota: (key) => isOverQuota(key, now().toISOString(), uploadsPerDay, stores.bundles),
      now,
      onUploaded,
      onFault,
    }),
  }
}
