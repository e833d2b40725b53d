import { digest } from '../base/canonical.ts'
import type { ReadOptions } from '../bundle/container.ts'
import { type BundleSource, readBundle } from '../bundle/read-bundle.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { documentReader } from '../evidence/read-documents.ts'
import { signatureNotices } from '../evidence/signature/notices.ts'
import type { TrustList } from '../evidence/signature/trust-list.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import { unreadNotices } from './unread-notices.ts'

/** How a bundle and its documents are read to be judged. */
export interface DossierOptions extends Omit<ReadOptions, 'documents'> {
  /** Whom signatures in documents are judged by; absent: nobody is trusted, and signatures are not told of. */
  trust?: TrustList | undefined
  /** The rules that will judge: papers are looked through for the words they name. */
  ruleSet: Pick<LoadedRuleSet, 'lookedFor'>
}

/**
 * Reads a bundle with what its documents say, under the usual bounds for documents, and tells of those beyond them. With
 * a trust list the dossier names it, and tells of each signature.
 * @throws as {@link readBundle} does
 */
export async function readDossier(
  source: BundleSource,
  { trust, ruleSet, ...options }: DossierOptions,
): Promise<Dossier> {
  const documents = documentReader({ ...options, ...(trust && { trust }), lookedFor: ruleSet.lookedFor })
  const dossier = { ...(await readBundle(source, { ...options, documents })), lookedFor: digest(ruleSet.lookedFor) }
  const notices = [...dossier.notices, ...unreadNotices(dossier.readings)]
  if (trust === undefined) return { ...dossier, notices }
  notices.push(...signatureNotices(dossier.readings))
  return { ...dossier, notices, trust: { sha256: trust.sha256 } }
}
