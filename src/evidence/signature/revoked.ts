import { checkSignature } from './algorithms.ts'
import type { KnownCertificate } from './certificate.ts'
import { type RevocationList, revocationOf } from './revocation-list.ts'

/** Reasons after which an earlier time that is only claimed proves nothing: the key is in other hands (RFC 5280, 5.3.1). */
const COMPROMISED = new Set([1, 2, 10])

/**
 * Whether a list of the certificate's issuer says that it was revoked by then. A signature made before holds, as long as
 * the key was not stolen: whoever has it could claim any day, so then only a proven time counts.
 * A list is never too old to say this; that there is none says nothing.
 * @param lists those in the name of its issuer
 */
export function isRevoked(
  { certificate }: KnownCertificate,
  issuers: readonly KnownCertificate[],
  lists: readonly RevocationList[],
  { at, proven }: { at: number; proven: boolean },
): boolean {
  const serial = certificate.serialNumber.valueBlock.valueHexView
  return lists.some((list) => {
    const { algorithm, signed, signature } = list
    const genuine = issuers.some((issuer) => {
      const check = checkSignature(issuer.certificate.subjectPublicKeyInfo, { algorithm, data: signed, signature })
      return check === 'right' || check === 'weak'
    })
    const revocation = genuine ? revocationOf(list, serial) : undefined
    return revocation !== undefined && (revocation.at <= at || (!proven && COMPROMISED.has(revocation.reason)))
  })
}
