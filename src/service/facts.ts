import type { Dossier } from '../dossier/dossier.ts'
import { FACTS_VERSION, packFacts, unpackFacts } from './facts-form.ts'
import type { ServiceTools } from './ports.ts'

const GZIP_TYPE = 'application/gzip'

type FactsTools = Pick<ServiceTools, 'verdicts' | 'trust'>

/**
 * Where the facts of a bundle stand: what of it does not depend on the day. Signatures in its documents were judged by a
 * trust list, so that another list has facts of its own.
 */
export function factsKey(sha256: string, trust?: ServiceTools['trust']): string {
  const by = trust === undefined ? '' : `-${trust.sha256}`
  return `facts/${sha256}-${FACTS_VERSION}${by}.json.gz`
}

/** Stores what judging needs of a bundle, unless it is there. */
export async function storeFacts(dossier: Dossier, { verdicts, trust }: FactsTools): Promise<void> {
  await verdicts.putIfAbsent(factsKey(dossier.bundle.sha256, trust), await packFacts(dossier), GZIP_TYPE)
}

/** Stores it over what is there and cannot be used. */
export async function restoreFacts(dossier: Dossier, { verdicts, trust }: FactsTools): Promise<void> {
  await verdicts.put(factsKey(dossier.bundle.sha256, trust), await packFacts(dossier), GZIP_TYPE)
}

/** The dossier of a bundle by its stored facts; undefined when there are none that can be used. */
export async function readFacts(sha256: string, { verdicts, trust }: FactsTools): Promise<Dossier | undefined> {
  const bytes = await verdicts.read(factsKey(sha256, trust))
  return bytes && unpackFacts(bytes, sha256)
}
