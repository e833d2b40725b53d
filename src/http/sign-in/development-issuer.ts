import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  SignJWT,
} from 'jose'
import * as z from 'zod'
import { InputError, withValues } from '../../core/errors.ts'
import { DEVELOPMENT_ISSUER_DEVELOPMENT_WARNING as DEVELOPMENT_WARNING } from '../api/words.ts'
import { DEVELOPMENT_ISSUER_TEXTS } from '../words.ts'
import {
  type AuthorizationRequest,
  CLIENT_ID,
  discoveryDocument,
  ISSUER_PATH,
  refuseBeyondLoopback,
  tokenRequest,
} from './authorization.ts'
import { type Caller, TOKEN_DEFAULTS } from './caller.ts'
import { createSealer, SECRET_BYTES } from './sealer.ts'
import type { TokenSettings } from './verifier.ts'

const ISSUER = 'urn:qms-verdict:development-issuer'
/** Of tokens for the API; that of ID tokens is the client. */
const AUDIENCE = 'qms-verdict-api'

/** Makes tokens on a laptop, for a server on the same laptop; the key lies in a file and the two need not talk. */
export interface DevelopmentIssuer {
  /**
   * A token for a caller.
   * @param now instant of issue
   * @param seconds how long it is valid
   */
  token(caller: Caller, now: Date, seconds: number): Promise<string>
  /**
   * By which a server accepts these tokens.
   * @param host the address that it listens on
   * @throws InputError when other machines can reach it
   */
  settings(host: string): TokenSettings
  /**
   * What browsers sign in by, on a server that only this machine can reach.
   * @param url address of the server, known once it listens
   * @param redirectPath where they are sent back to
   */
  provider(url: () => string, redirectPath: string): DevelopmentProvider
}

const ID_TOKEN_SECONDS = 60

/**
 * The development issuer whose private key is kept in a file, made when it is not there.
 * @throws InputError when the file holds something else
 */
export async function openDevelopmentIssuer(file: string): Promise<DevelopmentIssuer> {
  const { d, ...publicKey } = await keyOf(file)
  const key = await importJWK({ ...publicKey, d }, ALGORITHM)
  const keys = { keys: [publicKey] }
  const tokenOf = (typ: 'at+jwt' | 'JWT', content: Readonly<Record<string, string>>, now: Date, seconds: number) => {
    const issuedAt = Math.floor(now.getTime() / 1000)
    return new SignJWT(content)
      .setProtectedHeader({ alg: ALGORITHM, kid: publicKey.kid, typ })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
  }
  return {
    token: (caller, now, seconds) =>
      tokenOf('at+jwt', claimOf(caller), now, seconds).setIssuer(ISSUER).setAudience(AUDIENCE).sign(key),
    settings(host) {
      refuseBeyondLoopback(host)
      return { ...TOKEN_DEFAULTS, issuer: ISSUER, audience: AUDIENCE, keys: { set: keys } }
    },
    provider(url, redirectPath) {
      // By the machine's clock, since the client checks it by that, whatever clock the service runs on.
      const idToken = (issuer: string, caller: Caller, nonce: string) =>
        tokenOf('JWT', { ...claimOf(caller), nonce }, new Date(), ID_TOKEN_SECONDS)
          .setIssuer(issuer)
          .setAudience(CLIENT_ID)
          .setSubject(caller.kind === 'agency' ? caller.code : caller.province)
          .sign(key)
      return createProvider({ url, redirectPath, keys, idToken })
    },
  }
}

function claimOf(caller: Caller): Readonly<Record<string, string>> {
  const { claims } = TOKEN_DEFAULTS
  return caller.kind === 'agency' ? { [claims.agency]: caller.code } : { [claims.authority]: caller.province }
}

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
interface ProviderParts {
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

/** The algorithm of the development issuer. */
const ALGORITHM = 'ES256'

const text = z.string().min(1)
const privateKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: text,
  y: text,
  d: text,
  kid: text,
  alg: z.literal(ALGORITHM),
})
type PrivateKey = z.infer<typeof privateKey>

/**
 * The private key in a file, made at first: of several processes that make it at once, all get the same one.
 * @throws InputError when the file holds something else
 */
async function keyOf(file: string): Promise<PrivateKey> {
  return (await readKey(file)) ?? (await makeKey(file))
}

async function readKey(file: string): Promise<PrivateKey | undefined> {
  try {
    const key = privateKey.parse(JSON.parse(await readFile(file, 'utf8')))
    // Also of a file that was copied here with other rights.
    if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600)
    return key
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined
    if (hasCode(cause)) throw cause
    throw new InputError(withValues(DEVELOPMENT_ISSUER_TEXTS.fileDoesNotHold, { file }), { cause })
  }
}

async function makeKey(file: string): Promise<PrivateKey> {
  const pair = await generateKeyPair(ALGORITHM, { extractable: true })
  const jwk: JWK = await exportJWK(pair.privateKey)
  const key = privateKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: ALGORITHM })
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const part = `${file}.${randomUUID()}`
  try {
    await writeSecret(part, `${JSON.stringify(key)}\n`)
    // A hard link fails when the name is taken, so that one of many makers wins, with its whole content.
    await link(part, file)
    return key
  } catch (error) {
    const taken = hasCode(error, 'EEXIST') ? await readKey(file) : undefined
    if (taken === undefined) throw error
    return taken
  } finally {
    await rm(part, { force: true })
  }
}

async function writeSecret(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

const hasCode = (error: unknown, code?: string): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && (!code || error.code === code)

export { DEVELOPMENT_WARNING }
