import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'

export const AUDIENCE = 'qms-verdict'
const KID = 'k1'

/** What a token of a test says otherwise than a good one. */
export interface TokenOptions {
  claims: JWTPayload
  issuer?: string
  audience?: string
  /** Seconds from `now`. */
  expiresIn?: number
  notBeforeIn?: number
  /** Seconds from `now`. */
  issuedIn?: number
  /** What kind of token its header says it is; `null`: nothing. */
  typ?: string | null
}

/** An identity provider on loopback that serves its public keys over HTTP, and tokens it would never make itself. */
export async function startIssuer(now: () => Date) {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const stranger = await generateKeyPair('ES256')
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: KID, alg: 'ES256', use: 'sig' }
  const app = new Hono().get('/keys', (context) => context.json({ keys: [jwk] }))
  const { server, url } = await listen(app.fetch)

  const payload = ({
    claims,
    issuer = url,
    audience = AUDIENCE,
    expiresIn = 300,
    notBeforeIn = 0,
    issuedIn = 0,
  }: TokenOptions) => {
    const seconds = Math.floor(now().getTime() / 1000)
    return {
      iss: issuer,
      aud: audience,
      iat: seconds + issuedIn,
      nbf: seconds + notBeforeIn,
      exp: seconds + expiresIn,
      ...claims,
    }
  }
  const sign = (options: TokenOptions, key = privateKey) =>
    new SignJWT(payload(options)).setProtectedHeader({ alg: 'ES256', kid: KID, ...typOf(options) }).sign(key)

  const typOf = ({ typ = 'at+jwt' }: TokenOptions) => (typ === null ? {} : { typ })

  return {
    url,
    keysUrl: `${url}/keys`,
    token: (options: TokenOptions) => sign(options),
    /** Signed by somebody else's key under our key's name. */
    foreign: (options: TokenOptions) => sign(options, stranger.privateKey),
    /** `alg: none`. */
    unsigned: async (options: TokenOptions) => new UnsecuredJWT(payload(options)).encode(),
    /** HS256 with the public key, which everybody has, as the secret. */
    confused: async (options: TokenOptions) =>
      new SignJWT(payload(options))
        .setProtectedHeader({ alg: 'HS256', kid: KID })
        .sign(await importJWK({ kty: 'oct', k: Buffer.from(JSON.stringify(jwk)).toString('base64url') }, 'HS256')),
    stop: () => server.close(),
  }
}

export type Issuer = Awaited<ReturnType<typeof startIssuer>>

/** An app behind a real server, on a port of its own. */
export async function listen(fetch: (request: Request) => Response | Promise<Response>) {
  return new Promise<{ server: ReturnType<typeof serve>; url: string }>((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, url: `http://127.0.0.1:${port}` }),
    )
  })
}
