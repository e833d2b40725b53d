import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** An issuer of tokens that serves its public keys. */
export interface TestIssuer {
  /** `iss`; the keys are at `<url>/jwks.json`. */
  url: string
  token(claims: Record<string, string>, audience: string): Promise<string>
  close(): void
}

/** Starts one on loopback. */
export async function startIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const key = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' }
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ keys: [key] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    token: (claims, audience) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'at+jwt' })
        .setIssuedAt()
        .setIssuer(url)
        .setAudience(audience)
        .setExpirationTime('5 minutes')
        .sign(privateKey),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
