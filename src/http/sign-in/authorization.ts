import { BlockList, isIP } from 'node:net'
import * as z from 'zod'
import { InputError, withValues } from '../../core/errors.ts'
import { AUTHORIZATION_TEXTS } from '../words.ts'

/** Path of the issuer below the service's address. */
export const ISSUER_PATH = '/development-issuer'

/** The client that the service itself is at its own issuer. */
export const CLIENT_ID = 'qms-verdict'

/** The one kind of authorization request that is answered: a code, with PKCE (RFC 7636), for this service. */
export const authorizationRequest = z.object({
  response_type: z.literal('code'),
  client_id: z.literal(CLIENT_ID),
  redirect_uri: z.url(),
  scope: z.string().regex(/(^| )openid( |$)/),
  state: z.string().min(1).max(200),
  nonce: z.string().min(1).max(200),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
})
export type AuthorizationRequest = z.infer<typeof authorizationRequest>

/** A token request (RFC 6749, 4.1.3). */
export const tokenRequest = z.object({
  grant_type: z.literal('authorization_code'),
  client_id: z.literal(CLIENT_ID),
  code: z.string(),
  redirect_uri: z.string(),
  code_verifier: z.string().regex(/^[\w.~-]{43,128}$/),
})

/** Where the issuer answers what, as a client finds it (OpenID Connect Discovery 1.0). */
export function discoveryDocument(issuer: string, algorithm: string): Readonly<Record<string, unknown>> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    scopes_supported: ['openid'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    id_token_signing_alg_values_supported: [algorithm],
  }
}

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8)
LOOPBACK.addAddress('::1', 'ipv6')

/** Can only this machine reach a server that listens there? */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true
  const family = isIP(host)
  return family !== 0 && LOOPBACK.check(host, family === 6 ? 'ipv6' : 'ipv4')
}

/** The host of an address, an IPv6 one without its brackets. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '')

/**
 * Keeps the development issuer on this machine: whoever reaches the server could act for any agency.
 * @param host the address that the server listens on or is reached at
 * @throws InputError when other machines can reach it
 */
export function refuseBeyondLoopback(host: string): void {
  if (isLoopback(host)) return
  throw new InputError(withValues(AUTHORIZATION_TEXTS.developmentIssuerDoesNot, { host }))
}
