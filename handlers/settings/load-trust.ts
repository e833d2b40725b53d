import type { TrustList } from '../../src/evidence/signature/trust-list.ts'
import type { Store } from '../../src/store/store.ts'

/**
 * The trust list in a store: every object below a prefix.
 * @throws InputError naming the object that cannot be used, or the prefix when there is no certificate below it; StoreFault
 */
export async function loadTrust(prefix: string, store: Pick<Store, 'list' | 'read'>): Promise<TrustList> {
  const files: { name: string; bytes: Uint8Array }[] = []
  for await (const { key } of store.list(prefix)) {
    // The S3 console makes a "folder" by creating an empty object of that name.
    const bytes = key.endsWith('/') ? undefined : await store.read(key)
    if (bytes !== undefined) files.push({ name: key, bytes })
  }
  const { trustListOf } = await import('../../src/evidence/signature/trust-list-of.ts')
  return trustListOf(files, prefix)
}
