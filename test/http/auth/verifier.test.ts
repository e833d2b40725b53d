import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TOKEN_DEFAULTS } from '../../../src/http/sign-in/caller.ts'
import { createVerifier, type TokenSettings } from '../../../src/http/sign-in/verifier.ts'
import { AUDIENCE, type Issuer, startIssuer } from '../support/issuer.ts'

const NOW = new Date('2026-03-05T02:00:00Z')
let issuer: Issuer
let settings: TokenSettings

beforeAll(async () => {
  issuer = await startIssuer(() => NOW)
  settings = { ...TOKEN_DEFAULTS, issuer: issuer.url, audience: AUDIENCE, keys: { url: issuer.keysUrl } }
})
afterAll(() => issuer.stop())

const claims = { agency: 'H61.12' }
const verify = (token: string, other: Partial<TokenSettings> = {}, now = NOW) =>
  createVerifier({ ...settings, ...other })(token, now)

describe('clocks may differ by a minute', () => {
  test.each([
    [{ expiresIn: -59 }, true],
    [{ expiresIn: -60 }, false],
    [{ notBeforeIn: 60 }, true],
    [{ notBeforeIn: 61 }, false],
  ])('%j: %j', async (when, accepted) => {
    const verified = verify(await issuer.token({ claims, ...when }))
    if (accepted) await expect(verified).resolves.toEqual({ kind: 'agency', code: 'H61.12' })
    else await expect(verified).rejects.toMatchObject({ name: 'TokenFault' })
  })

  test('by no second where the settings say so', async () => {
    const token = await issuer.token({ claims, expiresIn: -1 })
    await expect(verify(token, { toleranceSeconds: 0 })).rejects.toMatchObject({ reason: 'expired' })
  })
})

test.each([
  ['expired', () => issuer.token({ claims, expiresIn: -3600 })],
  ['notYetValid', () => issuer.token({ claims, notBeforeIn: 3600 })],
  ['notYetValid', () => issuer.token({ claims, issuedIn: 3600 })],
  ['tooOld', () => issuer.token({ claims, issuedIn: -25 * 3600, expiresIn: 30 * 24 * 3600 })],
  ['claims', () => issuer.token({ claims: { ...claims, iat: undefined } })],
  ['type', () => issuer.token({ claims, typ: 'JWT' })],
  ['type', () => issuer.token({ claims, typ: null })],
  ['issuer', () => issuer.token({ claims, issuer: `${issuer.url}/` })],
  ['audience', () => issuer.token({ claims, audience: 'qms-verdict2' })],
  ['claims', () => issuer.token({ claims: { ...claims, exp: undefined } })],
  ['claims', () => issuer.token({ claims: { ...claims, aud: undefined } })],
  ['algorithm', () => issuer.unsigned({ claims })],
  ['algorithm', () => issuer.confused({ claims })],
  ['signature', () => issuer.foreign({ claims })],
  ['malformed', async () => 'a.b.c'],
  ['malformed', async () => 'abc'],
])('says of a token that it is not accepted: %s', async (reason, make) => {
  await expect(verify(await make())).rejects.toMatchObject({ name: 'TokenFault', reason })
})

describe('where the issuer calls all its tokens JWT', () => {
  test.each([
    ['an access token', {}, true],
    ['one of Keycloak', { typ: 'Bearer', nonce: 'n' }, true],
    ['an ID token by its nonce', { nonce: 'n' }, false],
    ['an ID token by the hash of its access token', { at_hash: 'h' }, false],
    ['an ID token of Keycloak', { typ: 'ID' }, false],
    ['a refresh token of Keycloak', { typ: 'Refresh' }, false],
  ])('%s: %j', async (_, more, accepted) => {
    const verified = verify(await issuer.token({ claims: { ...claims, ...more }, typ: 'JWT' }), { tokenType: 'JWT' })
    if (accepted) await expect(verified).resolves.toEqual({ kind: 'agency', code: 'H61.12' })
    else await expect(verified).rejects.toMatchObject({ reason: 'type' })
  })
})

test('a part of a token that was changed breaks its signature', async () => {
  const [head, , signature] = (await issuer.token({ claims })).split('.')
  const [, body] = (await issuer.token({ claims: { agency: 'H61.13' } })).split('.')
  await expect(verify([head, body, signature].join('.'))).rejects.toMatchObject({ reason: 'signature' })
})

test('a secret in the key set is of no use', async () => {
  const secret = new TextEncoder().encode('a secret that somebody put among the public keys')
  const k = Buffer.from(secret).toString('base64url')
  const keys = { set: { keys: [{ kty: 'oct', k, kid: 's', alg: 'HS256' }] } }
  const token = await new SignJWT({ iss: issuer.url, aud: AUDIENCE, exp: 9e9, ...claims })
    .setProtectedHeader({ alg: 'HS256', kid: 's' })
    .sign(secret)
  await expect(verify(token, { keys })).rejects.toMatchObject({ reason: 'algorithm' })
})

test('a key that the token brings along is not looked at', async () => {
  const own = await generateKeyPair('ES256')
  const token = await new SignJWT({ iss: issuer.url, aud: AUDIENCE, exp: 9e9, ...claims })
    .setProtectedHeader({ alg: 'ES256', jwk: await exportJWK(own.publicKey) })
    .sign(own.privateKey)
  await expect(verify(token)).rejects.toMatchObject({ reason: 'signature' })
})

test.each(['RS256', 'PS256', 'ES384', 'Ed25519'])('accepts %s', async (alg) => {
  const { privateKey, publicKey } = await generateKeyPair(alg)
  const keys = { set: { keys: [{ ...(await exportJWK(publicKey)), kid: alg, alg }] } }
  const iat = NOW.getTime() / 1000
  const token = await new SignJWT({ iss: issuer.url, aud: AUDIENCE, iat, exp: 9e9, authority: 'H61' })
    .setProtectedHeader({ alg, kid: alg, typ: 'application/at+jwt' })
    .sign(privateKey)
  await expect(verify(token, { keys })).resolves.toEqual({ kind: 'authority', province: 'H61' })
})

test('an issuer that does not answer is no fault of the token', async () => {
  const token = await issuer.token({ claims })
  for (const url of [`${issuer.url}/nothing-here`, 'http://127.0.0.1:9/keys'])
    await expect(verify(token, { keys: { url } })).rejects.toMatchObject({ name: 'KeysFault' })
})
