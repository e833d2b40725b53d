import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { type Caller, type ClaimNames, readCaller } from '../caller.ts'
import { hostOf, isLoopback } from '../development/loopback.ts'
import { KeysFault, NobodyFault } from '../token-fault.ts'
import { signInFault } from './sign-in-fault.ts'

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
export interface PendingSignIn {
  state: string
  nonce: string
  verifier: string
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
  finish(url: URL, pending: PendingSignIn): Promise<Caller>
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
      return caller
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
    return { ...tokens.claims() }
  } catch (error) {
    throw signInFault(error)
  }
}
