import { InputError } from '../../base/errors.ts'
import { requireConditionalWrites } from '../../store/conditional-writes.ts'
import type { Store } from '../../store/store.ts'
import { StoreFault } from '../../store/store-fault.ts'
import type { LocalSettings } from '../settings.ts'
import { type FolderTools, openFolder } from './folder-place.ts'
import type { OpenedPlace } from './opened-place.ts'
import { openS3 } from './s3-place.ts'

/**
 * Opens the place where the service keeps everything, and looks whether it is there.
 * @throws InputError when it cannot be read, or does not keep what is written once
 */
export async function openPlace(
  { place, leaseSeconds }: Pick<LocalSettings, 'place' | 'leaseSeconds'>,
  tools: FolderTools,
): Promise<OpenedPlace> {
  const opened = 'folder' in place ? await openFolder(place.folder, tools) : openS3(place.s3, leaseSeconds, tools.now)
  for (const store of [opened.bundles, opened.verdicts]) await requireReadable(store)
  // Verdicts and leases rest on it; folders keep it by their nature.
  if ('s3' in place) await requireConditionalWrites(opened.verdicts, place.s3.verdictBucket)
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
