import { randomBytes } from 'node:crypto'
import { chmod } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { InputError } from '../../core/errors.ts'
import { FORM_PATH, formEndpoint } from '../../http/form/endpoint.ts'
import { type FormSigner, signedForm } from '../../http/form/policy.ts'
import type { Audit } from '../../service/audit.ts'
import { type Leases, NO_LEASES, storeLeases } from '../../service/leases.ts'
import { notedPresigner, noteOpen, type PendingStores } from '../../service/pending-uploads.ts'
import { type S3Connection, s3Connector, s3Presigner } from '../../service/s3-connection.ts'
import {
  DiskFull,
  type ErasableStore,
  type Presigner,
  requireConditionalWrites,
  type Store,
  StoreFault,
} from '../../service/store.ts'
import { storeApart } from '../../service/store-apart.ts'
import { FolderStore } from '../../service/store-folder.ts'
import { S3Store } from '../../service/store-s3.ts'
import { isOverQuota } from '../../service/upload-quota.ts'
import { freeBytes, prepareFolder } from './data-folder.ts'
import type { LocalSettings, S3Place } from './settings.ts'

/** Where the service keeps everything, with what is special to it. */
export interface OpenedPlace {
  bundles: ErasableStore
  verdicts: ErasableStore
  /** The store of bundles for the scan, whose listings pass over folders that cannot be read. */
  openBundles: PendingStores['openBundles']
  /** Whether a form may be used again while it is valid, and then replaces the bundle. */
  formsReplace: boolean
  presigner: Presigner
  leases: Leases
  /** Takes uploads in, where the store cannot do so itself. */
  uploads: Hono | undefined
}

/**
 * Opens the place where the service keeps everything, and looks whether it is there.
 * @throws InputError when it cannot be read, or does not keep what is written once
 */
export async function openPlace(
  { place, leaseSeconds }: Pick<LocalSettings, 'place' | 'leaseSeconds'>,
  tools: FolderTools,
): Promise<OpenedPlace> {
  const opened = 'folder' in place ? await openFolder(place.folder, tools) : openS3(place.s3, leaseSeconds, tools.now)
  if ('folder' in place) return opened
  for (const store of [opened.bundles, opened.verdicts]) await requireReadable(store)
  // Verdicts and leases rest on it; folders keep it by their nature.
  await requireConditionalWrites(opened.verdicts, place.s3.verdictBucket)
  return opened
}

/** A wrong address, bucket or key is the operator's to mend, and is told at once. */
async function requireReadable(store: Store): Promise<void> {
  try {
    for await (const _ of store.list('', { limit: 1 }));
  } catch (cause) {
    throw cause instanceof StoreFault ? new InputError(cause.text, { cause }) : cause
  }
}

/** What the folder needs of the service around it. */
export interface FolderTools {
  now: () => Date
  /** Address of the service for its clients, without a slash at the end. */
  url: () => string
  onUploaded: (key: string) => void
  onFault: (fault: unknown) => void
  /** Bundles that one agency may send in a day. */
  uploadsPerDay: number
  /** Where it is recorded who did what. */
  audit: Audit
}

/** The folder of the keys. */
export const keysFolder = (folder: string): string => join(folder, 'keys')

/** The two stores in a folder. */
export function folderStores(folder: string): { bundles: ErasableStore; verdicts: ErasableStore } {
  return { bundles: new FolderStore(bundleFolder(folder)), verdicts: new FolderStore(join(folder, 'verdict-store')) }
}

const bundleFolder = (folder: string) => join(folder, 'bundle-store')

/** A folder of this machine, for one process: its own uploads, its own key, no leases. */
export async function openFolder(
  folder: string,
  { now, url, onUploaded, onFault, uploadsPerDay, audit }: FolderTools,
): Promise<OpenedPlace> {
  const secretAccessKey = await formKey(keysFolder(folder))
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
    openBundles: (onUnreadable) => new FolderStore(bundleFolder(folder), onUnreadable),
    formsReplace: false,
    presigner: async (policy) => {
      // Told before a large file is sent in vain.
      if ((await freeBytes(folder)) < policy.maxBytes) throw new DiskFull(bundleFolder(folder))
      return signedForm(policy, signer(), now())
    },
    leases: NO_LEASES,
    uploads: formEndpoint({
      folder: bundleFolder(folder),
      signer: signer(),
      isOverQuota: (key, arriving) => isOverQuota(key, now().toISOString(), uploadsPerDay, stores.bundles, arriving),
      now,
      noteOpen: (key) => noteOpen(key, stores.bundles),
      onUploaded,
      audit,
      onFault,
    }),
  }
}

/** The secret by which upload forms are signed, kept in a folder. */
async function formKey(folder: string): Promise<string> {
  return Buffer.from(await keptSecret(folder, 'upload-form.key')).toString('hex')
}

const BYTES = 32

/**
 * A secret kept in a folder that only its owner can look into; made when it is not there. Of several processes that make
 * it at once, all get the same one.
 */
export async function keptSecret(folder: string, name: string): Promise<Uint8Array> {
  const store = new FolderStore(folder)
  // Looked at before anything is written: a full disk does not keep the service from starting.
  if ((await store.read(name)) === undefined) {
    await prepareFolder(folder)
    await store.putIfAbsent(name, randomBytes(BYTES))
  }
  // Also where the folder was made by hand, or by an earlier version.
  await chmod(folder, 0o700)
  await chmod(join(folder, name), 0o600)
  const bytes = await store.read(name)
  if (bytes === undefined) throw new Error(`${folder}/${name} was deleted while the service started`)
  return bytes
}

const connector = ({ endpoint, region }: S3Place) => s3Connector({ endpoint, region, forcePathStyle: true })

/** The two stores on a server that speaks S3. */
export function s3Stores(
  place: S3Place,
  connect: () => Promise<S3Connection> = connector(place),
): { bundles: ErasableStore; verdicts: ErasableStore } {
  const bundles = new S3Store(place.bundleBucket, connect)
  return { bundles, verdicts: storeApart(new S3Store(place.verdictBucket, connect), bundles) }
}

/** A store that several processes share: clients upload to it, and leases say who judges what. */
function openS3(place: S3Place, leaseSeconds: number, now: () => Date): OpenedPlace {
  const connect = connector(place)
  const stores = s3Stores(place, connect)
  const owner = `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`
  return {
    ...stores,
    openBundles: () => stores.bundles,
    formsReplace: true,
    presigner: notedPresigner(s3Presigner(place.bundleBucket, connect), stores.bundles),
    leases: storeLeases(stores.verdicts, { owner, seconds: leaseSeconds, now }),
    uploads: undefined,
  }
}
