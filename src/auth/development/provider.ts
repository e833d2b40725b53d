import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { JSONWebKeySet } from 'jose'
import type { Caller } from '../caller.ts'
import { createSealer, SECRET_BYTES } from '../session/sealer.ts'
import { type AuthorizationRequest, discoveryDocument, ISSUER_PATH, tokenRequest } from './authorization.ts'
import { ALGORITHM } from './key-file.ts'

const CODE_SECONDS = 60
const PURPOSE = 'code'

/** The development issuer as a browser and a client of OpenID Connect meet it, on the service's own address. */
export interface DevelopmentProvider {
  discovery(): Readonly<Record<string, unknown>>
  keys: JSONWebKeySet
  /** Is this where the service itself is come back to? Nowhere else are codes sent. */
  isRedirectUri(uri: string): boolean
  /** A code, good once and for a minute, for who was picked. */
  code(request: AuthorizationRequest, caller: Caller): Promise<string>
  /** The answer of the token endpoint to a form; undefined when it is not granted. */
  exchange(form: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>> | undefined>
}

/** What the provider is made of. */
export interface ProviderParts {
  /** Address of the service, known once it listens. */
  url: () => string
  redirectPath: string
  keys: JSONWebKeySet
  /** A signed ID token of who was picked. */
  idToken(issuer: string, caller: Caller, nonce: string): Promise<string>
}

/** The provider of one process; its codes count in that process alone. */
export function createProvider({ url, redirectPath, keys, idToken }: ProviderParts): DevelopmentProvider {
  const sealer = createSealer(randomBytes(SECRET_BYTES))
  const used = new Set<string>()
  const issuer = () => `${url()}${ISSUER_PATH}`
  return {
    discovery: () => discoveryDocument(issuer(), ALGORITHM),
    keys,
    isRedirectUri: (uri) => uri === `${url()}${redirectPath}`,
    code(request, caller) {
      const { nonce, code_challenge: challenge, redirect_uri: redirectUri } = request
      const content = { id: randomUUID(), caller, nonce, challenge, redirectUri }
      return sealer.seal(PURPOSE, content, new Date(), CODE_SECONDS)
    },
    async exchange(form) {
      const asked = tokenRequest.safeParse(form)
      if (!asked.success) return undefined
      const { code, redirect_uri: redirectUri, code_verifier: verifier } = asked.data
      const content = await sealer.open(PURPOSE, code, new Date())
      if (content === undefined || used.has(String(content.id))) return undefined
      used.add(String(content.id))
      if (content.redirectUri !== redirectUri || content.challenge !== challengeOf(verifier)) return undefined
      const token = await idToken(issuer(), content.caller as Caller, String(content.nonce))
      // An access token is asked for by the protocol; this one opens nothing.
      return { access_token: randomUUID(), token_type: 'Bearer', expires_in: CODE_SECONDS, id_token: token }
    },
  }
}

const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')
