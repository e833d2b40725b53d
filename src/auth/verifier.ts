import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { ALGORITHMS } from './algorithms.ts'
import { type Caller, type ClaimNames, readCaller } from './caller.ts'
import { tokenFault } from './fault-of.ts'
import { NobodyFault } from './token-fault.ts'

/** Which tokens are accepted. */
export interface TokenSettings {
  /** `iss`, exactly. */
  issuer: string
  /** `aud`, or one of its entries. */
  audience: string
  /** The issuer's public keys: where they are served (RFC 7517), or the set itself. */
  keys: { url: string } | { set: JSONWebKeySet }
  claims: ClaimNames
  /** By how many seconds clocks may differ. */
  toleranceSeconds: number
}

/** Settings that hold unless said otherwise. */
export const TOKEN_DEFAULTS = {
  claims: { agency: 'agency', authority: 'authority' },
  toleranceSeconds: 60,
} as const satisfies Partial<TokenSettings>

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
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer: settings.issuer,
      audience: settings.audience,
      clockTolerance: settings.toleranceSeconds,
      currentDate: now,
      requiredClaims: ['exp'],
    })
    return payload
  } catch (error) {
    throw tokenFault(error)
  }
}
