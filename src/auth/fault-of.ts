import { errors } from 'jose'
import { KeysFault, TokenFault, type TokenReason } from './token-fault.ts'

const BY_CODE: Readonly<Record<string, TokenReason>> = {
  [errors.JWSInvalid.code]: 'malformed',
  [errors.JWTInvalid.code]: 'malformed',
  [errors.JOSENotSupported.code]: 'malformed',
  [errors.JOSEAlgNotAllowed.code]: 'algorithm',
  [errors.JWSSignatureVerificationFailed.code]: 'signature',
  [errors.JWKSNoMatchingKey.code]: 'signature',
  [errors.JWKSMultipleMatchingKeys.code]: 'signature',
  [errors.JWTExpired.code]: 'expired',
}

const BY_CLAIM: Readonly<Record<string, TokenReason>> = { iss: 'issuer', aud: 'audience', nbf: 'notYetValid' }

/** What an error of jose says of the token; what says nothing of it (the issuer does not answer) is a fault of the keys. */
export function tokenFault(cause: unknown): TokenFault | KeysFault {
  if (cause instanceof errors.JWTClaimValidationFailed)
    return new TokenFault(cause.reason === 'check_failed' ? (BY_CLAIM[cause.claim] ?? 'claims') : 'claims', { cause })
  const reason = cause instanceof errors.JOSEError ? BY_CODE[cause.code] : undefined
  if (reason !== undefined) return new TokenFault(reason, { cause })
  return new KeysFault("the issuer's public keys cannot be had or used", { cause })
}
