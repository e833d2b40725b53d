import type { Dossier } from '../dossier/dossier.ts'
import type { Store } from '../store/store.ts'
import { FACTS_VERSION, packFacts, unpackFacts } from './facts-form.ts'

const GZIP_TYPE = 'application/gzip'

/** Where the facts of a bundle stand: what of it does not depend on the day. */
export function factsKey(sha256: string): string {
  return `facts/${sha256}-${FACTS_VERSION}.json.gz`
}

/** Stores what judging needs of a bundle, unless it is there. */
export async function storeFacts(dossier: Dossier, store: Store): Promise<void> {
  await store.putIfAbsent(factsKey(dossier.bundle.sha256), await packFacts(dossier), GZIP_TYPE)
}

/** Stores it over what is there and cannot be used. */
export async function restoreFacts(dossier: Dossier, store: Store): Promise<void> {
  await store.put(factsKey(dossier.bundle.sha256), await packFacts(dossier), GZIP_TYPE)
}

/** The dossier of a bundle by its stored facts; undefined when there are none that can be used. */
export async function readFacts(sha256: string, store: Store): Promise<Dossier | undefined> {
  const bytes = await store.read(factsKey(sha256))
  return bytes && unpackFacts(bytes, sha256)
}
