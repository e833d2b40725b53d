import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { type Localized, QmsVerdictError } from '../../core/errors.ts'
import { SIGN_IN_TEXTS as TEXTS } from '../api/words.ts'
import { hostOf, isLoopback } from './authorization.ts'
import { type Caller, type ClaimNames, readCaller } from './caller.ts'
import { KeysFault, NobodyFault } from './verifier.ts'

/** How people sign in with a browser (OpenID Connect Core 1.0, authorization code with PKCE). */
export interface SignInSettings {
  /** Its discovery document is at `/.well-known/openid-configuration` below. */
  issuer: string
  clientId: string
  /** Absent: a public client, which PKCE alone protects. */
  clientSecret?: string | undefined
  /** Claims of the ID token that say who signs in. */
  claims: ClaimNames
}

/** What must be remembered between leaving for the issuer and coming back. */
interface PendingSignIn {
  state: string
  nonce: string
  verifier: string
}

/** Who signed in: on whose behalf, and what the identity provider calls them (`sub`). */
export interface Person {
  caller: Caller
  person: string
}

/** Signs people in. Both throw KeysFault when the issuer cannot be reached or is not what it is said to be. */
export interface SignIn {
  /**
   * @param redirectUri where the issuer sends them back to
   * @returns where to send them, and what to remember
   */
  begin(redirectUri: string): Promise<{ url: URL; pending: PendingSignIn }>
  /**
   * Who came back.
   * @param url the redirect URI with what the issuer added
   * @throws SignInFault when the answer is not the one to this sign-in, or a refusal; NobodyFault when it names no caller
   */
  finish(url: URL, pending: PendingSignIn): Promise<Person>
}

/**
 * A {@link SignIn}; the issuer is asked for its addresses at the first use.
 * @param settings a function where they are known only once the service listens
 */
export function createSignIn(settings: () => SignInSettings): SignIn {
  let found: Promise<Configuration> | undefined
  async function configuration(): Promise<Configuration> {
    found ??= discover(settings())
    try {
      return await found
    } catch (cause) {
      found = undefined
      throw new KeysFault('the addresses of the issuer cannot be had', { cause })
    }
  }

  return {
    async begin(redirectUri) {
      const pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      })
      return { url, pending }
    },
    async finish(url, { state, nonce, verifier }) {
      const config = await configuration()
      const claims = await claimsOf(config, url, { state, nonce, verifier })
      const caller = readCaller(claims, settings().claims)
      if (caller === undefined) throw new NobodyFault('the ID token names neither an agency nor an authority, or both')
      return { caller, person: claims.sub }
    },
  }
}

function discover({ issuer, clientId, clientSecret }: SignInSettings): Promise<Configuration> {
  const server = new URL(issuer)
  // The specification asks for TLS; on this machine itself nobody listens in.
  const execute = isLoopback(hostOf(issuer)) ? [allowInsecureRequests] : []
  return discovery(server, clientId, clientSecret, undefined, { execute })
}

async function claimsOf(config: Configuration, url: URL, { state, nonce, verifier }: PendingSignIn) {
  try {
    const tokens = await authorizationCodeGrant(config, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    // Asked for above, so that the client has refused an answer without one.
    if (claims === undefined) throw new KeysFault('the issuer sent no ID token')
    return claims
  } catch (error) {
    if (error instanceof KeysFault) throw error
    throw signInFault(error)
  }
}

/** A sign-in that came to nothing; the person may begin again. */
export class SignInFault extends QmsVerdictError {
  override name = 'SignInFault'
  readonly text: Localized

  constructor(reason: keyof typeof TEXTS, options?: ErrorOptions) {
    super(TEXTS[reason].en, options)
    this.text = TEXTS[reason]
  }
}

/** What an error of the OpenID client says; that the issuer does not answer is no fault of the person's. */
function signInFault(cause: unknown): SignInFault | KeysFault {
  if (cause instanceof AuthorizationResponseError) return new SignInFault('refused', { cause })
  if (cause instanceof ResponseBodyError && cause.error === 'invalid_grant') return new SignInFault('other', { cause })
  if (cause instanceof ResponseBodyError) return new KeysFault(`the issuer answers ${cause.error}`, { cause })
  if (cause instanceof ClientError && !UNREACHABLE.has(cause.code ?? '')) return new SignInFault('other', { cause })
  return new KeysFault('the issuer does not answer', { cause })
}

/** Codes of the client for what the network or the issuer's server failed at. */
const UNREACHABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
])
