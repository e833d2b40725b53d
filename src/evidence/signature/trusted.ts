import { type KnownCertificate, readCertificate } from './certificate.ts'
import { parseRevocationList, type RevocationList } from './revocation-list.ts'
import type { TrustList } from './trust-list.ts'

/** A trust list, read. */
export interface Trusted {
  certificates: readonly KnownCertificate[]
  ids: ReadonlySet<string>
  revocationLists: readonly RevocationList[]
}

const KNOWN = new WeakMap<TrustList, Trusted>()

/**
 * What a trust list holds; read once, however many documents are judged by it.
 * @throws Asn1Error when it was not made by `trustListOf`, which takes only what can be read
 */
export function trustedBy(list: TrustList): Trusted {
  const known = KNOWN.get(list)
  if (known !== undefined) return known
  const certificates = list.certificates.map(readCertificate)
  const revocationLists = list.revocationLists.map(parseRevocationList)
  const trusted = { certificates, ids: new Set(certificates.map(({ id }) => id)), revocationLists }
  KNOWN.set(list, trusted)
  return trusted
}
