import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose'
import { type Localized, QmsVerdictError, withValues } from '../../core/errors.ts'
import { VERIFIER_TEXTS } from '../words.ts'
import { type Caller, type ClaimNames, readCaller, type TokenType } from './caller.ts'

/** Which tokens are accepted. */
export interface TokenSettings {
  /** `iss`, exactly. */
  issuer: string
  /** `aud`, or one of its entries. */
  audience: string
  /** The issuer's public keys: where they are served (RFC 7517), or the set itself. */
  keys: { url: string } | { set: JSONWebKeySet }
  claims: ClaimNames
  /**
   * The kind of token that the issuer gives out for APIs, as their header says (`typ`): `at+jwt` where it keeps to RFC 9068;
   * `JWT` where it calls all its tokens so, and an ID token is told by what is in it.
   */
  tokenType: TokenType
  /** By how many seconds clocks may differ. */
  toleranceSeconds: number
}

/** No token is accepted longer after it was issued, whatever it says itself. */
const LONGEST_SECONDS = 24 * 3600

/** Milliseconds after which the issuer counts as unreachable. */
const KEYS_TIMEOUT_MS = 5_000

/**
 * Who calls, by a bearer token.
 * @param now the instant at which the token must be valid
 * @throws TokenFault when it is not accepted, NobodyFault when it names no caller, KeysFault when it cannot be checked
 */
export type Verifier = (token: string, now: Date) => Promise<Caller>

/** A {@link Verifier} by settings; keys behind an address are fetched when first needed and kept. */
export function createVerifier(settings: TokenSettings): Verifier {
  const keys = keysOf(settings.keys)
  return async (token, now) => {
    const claims = await verifiedClaims(token, keys, settings, now)
    const caller = readCaller(claims, settings.claims)
    if (caller === undefined)
      throw new NobodyFault(`exactly one of the claims ${Object.values(settings.claims).join(', ')} is needed`)
    return caller
  }
}

function keysOf(keys: TokenSettings['keys']): JWTVerifyGetKey {
  if ('set' in keys) return createLocalJWKSet(keys.set)
  return createRemoteJWKSet(new URL(keys.url), { timeoutDuration: KEYS_TIMEOUT_MS })
}

async function verifiedClaims(token: string, keys: JWTVerifyGetKey, settings: TokenSettings, now: Date) {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer: settings.issuer,
      audience: settings.audience,
      clockTolerance: settings.toleranceSeconds,
      currentDate: now,
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: LONGEST_SECONDS,
    })
    if (!isForApis(protectedHeader.typ, payload, settings.tokenType)) throw new TokenFault('type')
    return payload
  } catch (error) {
    if (error instanceof TokenFault) throw error
    throw tokenFault(error)
  }
}

/** Claims that only an ID token has (OpenID Connect Core 1.0, 2 and 3.1.3.6). */
const OF_ID_TOKENS = ['nonce', 'at_hash', 'c_hash', 's_hash']

/** Is it a token to call an API with? An ID token says who signed in, and is for the client that asked. */
function isForApis(typ: string | undefined, payload: JWTPayload, wanted: TokenType): boolean {
  const kind = typ?.toLowerCase().replace(/^application\//, '')
  if (wanted === 'at+jwt') return kind === 'at+jwt'
  // Keycloak tells its tokens apart by a claim of that name.
  if (payload.typ !== undefined) return payload.typ === 'Bearer'
  return !OF_ID_TOKENS.some((claim) => payload[claim] !== undefined)
}

/** Signed by a private key, checked by a public one: `none` and the HS family, where a public key could pass for a secret, are out. */
const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'Ed25519', 'PS256', 'RS256']

/** Why a token is not accepted, and what to do. */
const TEXTS = {
  malformed: VERIFIER_TEXTS.tokenNotJwtThree,
  algorithm: withValues(VERIFIER_TEXTS.tokenSignedWithAlgorithm, { algorithms: ALGORITHMS.join(', ') }),
  signature: VERIFIER_TEXTS.tokenSSignatureDoes,
  expired: VERIFIER_TEXTS.tokenExpiredGetNew,
  tooOld: VERIFIER_TEXTS.tokenIssuedMoreThan,
  type: VERIFIER_TEXTS.noAccessTokenFor,
  notYetValid: VERIFIER_TEXTS.tokenNotValidYet,
  issuer: VERIFIER_TEXTS.tokenNotIssuedBy,
  audience: VERIFIER_TEXTS.tokenIssuedForAnother,
  claims: VERIFIER_TEXTS.tokenLacksRequiredClaim,
} as const satisfies Record<string, Localized>

export type TokenReason = keyof typeof TEXTS

/** A token that is not accepted; the caller must get another one (HTTP 401). */
export class TokenFault extends QmsVerdictError {
  override name = 'TokenFault'
  readonly reason: TokenReason
  readonly text: Localized

  constructor(reason: TokenReason, options?: ErrorOptions) {
    super(TEXTS[reason].en, options)
    this.reason = reason
    this.text = TEXTS[reason]
  }
}

/** The token is valid but names neither an agency nor an authority (HTTP 403). */
export class NobodyFault extends QmsVerdictError {
  override name = 'NobodyFault'
}

/** The issuer's public keys cannot be had: no fault of the caller's, who may try again later (HTTP 503). */
export class KeysFault extends QmsVerdictError {
  override name = 'KeysFault'
}

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

/** The time from which a token is valid may be told by either. */
const BY_CLAIM: Readonly<Record<string, TokenReason>> = {
  iss: 'issuer',
  aud: 'audience',
  nbf: 'notYetValid',
  iat: 'notYetValid',
}

/** What an error of jose says of the token; what says nothing of it (the issuer does not answer) is a fault of the keys. */
function tokenFault(cause: unknown): TokenFault | KeysFault {
  if (cause instanceof errors.JWTExpired && cause.claim === 'iat') return new TokenFault('tooOld', { cause })
  if (cause instanceof errors.JWTClaimValidationFailed)
    return new TokenFault(cause.reason === 'check_failed' ? (BY_CLAIM[cause.claim] ?? 'claims') : 'claims', { cause })
  const reason = cause instanceof errors.JOSEError ? BY_CODE[cause.code] : undefined
  if (reason !== undefined) return new TokenFault(reason, { cause })
  return new KeysFault("the issuer's public keys cannot be had or used", { cause })
}
