/**
 * Whom to trust, as plain data that can be handed to another process: certificates, each of which is trusted to sign or
 * to issue by its own terms, and lists of revoked ones. DER, sorted.
 */
export interface TrustList {
  /** Lower-case hex SHA-256 of all that is in it; the same for the same content, however it is spread over files. */
  sha256: string
  certificates: readonly Uint8Array[]
  revocationLists: readonly Uint8Array[]
}

/** Nobody is trusted: signatures are only checked for being intact. */
export const NO_TRUST: TrustList = { sha256: '', certificates: [], revocationLists: [] }
