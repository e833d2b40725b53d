import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import {
  checkSignature,
  readSigningKey,
  readVerifyingKey,
  signVerdict,
  thumbprint,
} from '../../src/verdict/signature.ts'
import { forged, verdictOf, verify } from './judged.ts'

const verdict = await verdictOf()
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const signed = await signVerdict(verdict, privateKey)

/** The key of RFC 8037, appendix A. */
const RFC_8037 = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
}
const pem = (key: KeyObject, type: 'pkcs8' | 'spki') => String(key.export({ format: 'pem', type }))
const jwk = (key: KeyObject) => JSON.stringify(key.export({ format: 'jwk' }))

describe('a signed verdict', () => {
  it('keeps all it said and its digest, and is verified by the public key', async () => {
    const { signature: _, ...rest } = signed
    expect(rest).toEqual(verdict)
    expect((await verify(signed, { key: publicKey })).ids).toEqual(['intact', 'signatureValid', 'same'])
  })

  it('names the algorithm and the thumbprint of the key, and signs the digest itself', async () => {
    const [head = '', payload = ''] = signed.signature.split('.')
    expect(JSON.parse(String(Buffer.from(head, 'base64url')))).toEqual({
      alg: 'EdDSA',
      kid: await thumbprint(publicKey),
    })
    expect(String(Buffer.from(payload, 'base64url'))).toBe(verdict.digest)
  })

  it('is verified without a key too, and says that the signature was not checked', async () => {
    const { result, ids } = await verify(signed)
    expect([result, ids]).toEqual(['same', ['intact', 'signatureUnchecked', 'same']])
  })

  it("is unusable by a stranger's key", async () => {
    const { result, ids } = await verify(signed, { key: stranger.publicKey })
    expect([result, ids]).toEqual(['unusable', ['signatureWrong']])
  })

  it('is unusable when forged: the signature is of another digest', async () => {
    const other = { ...forged(verdict, { status: 'notMet' }), signature: signed.signature }
    expect((await verify(other, { key: publicKey })).ids).toEqual(['signatureWrong'])
  })

  it('is unusable when a key is given and there is no signature', async () => {
    const { result, ids } = await verify(verdict, { key: publicKey })
    expect([result, ids]).toEqual(['unusable', ['unsigned']])
  })
})

describe('a signature', () => {
  it('is the one of RFC 8037, appendix A.4', async () => {
    const signature =
      'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg'
    const key = readVerifyingKey(JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: RFC_8037.x }), 'rfc.jwk')
    expect(await checkSignature({ digest: 'Example of Ed25519 signing', signature }, key)).toMatchObject({
      valid: true,
    })
    expect(await thumbprint(key)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  })

  it('that is anything else is not valid, and throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.base64String(), fc.constantFrom('..', 'a.b.c', 'e30.e30.')),
        async (text) => {
          expect(await checkSignature({ digest: verdict.digest, signature: text }, publicKey)).toMatchObject({
            valid: false,
          })
        },
      ),
    )
  })

  it('with any one character changed is not valid', async () => {
    // The last character of base64url may hold bits that say nothing; a strict reader refuses it or reads the same.
    const positions = Array.from({ length: signed.signature.length - 1 }, (_, at) => at)
    for (const at of positions.filter((one) => one % 7 === 0)) {
      const other = signed.signature[at] === 'A' ? 'B' : 'A'
      const text = `${signed.signature.slice(0, at)}${other}${signed.signature.slice(at + 1)}`
      expect(await checkSignature({ digest: verdict.digest, signature: text }, publicKey)).toMatchObject({
        valid: false,
      })
    }
  })

  it('without an algorithm, or by another one, is not valid', async () => {
    const payload = Buffer.from(verdict.digest).toString('base64url')
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    const rs256 = await new SignJWT({}).setProtectedHeader({ alg: 'RS256' }).sign(rsa.privateKey)
    for (const signature of [none, rs256])
      expect(await checkSignature({ digest: verdict.digest, signature }, publicKey)).toMatchObject({ valid: false })
  })
})

describe('a key file', () => {
  it.each([
    ['PEM', pem(privateKey, 'pkcs8')],
    ['JWK', jwk(privateKey)],
  ])('with a private key as %s signs', async (_, text) => {
    const { signature } = await signVerdict(verdict, readSigningKey(text, 'key'))
    expect(signature).toBe(signed.signature)
  })

  it.each([
    ['PEM', pem(publicKey, 'spki')],
    ['JWK', jwk(publicKey)],
  ])('with a public key as %s verifies', async (_, text) => {
    expect(await checkSignature(signed, readVerifyingKey(text, 'key'))).toMatchObject({ valid: true })
  })

  it.each([
    ['PEM', pem(privateKey, 'pkcs8')],
    ['JWK', jwk(privateKey)],
  ])('with the private key as %s is not taken for verifying: nobody should pass it around', (_, text) => {
    expect(() => readVerifyingKey(text, 'key')).toThrow(/private key/)
  })

  it.each([
    ['nothing', ''],
    ['words', 'khóa'],
    ['broken JSON', '{"kty":'],
    ['a public key', pem(publicKey, 'spki')],
    ['an RSA key', pem(rsa.privateKey, 'pkcs8')],
    [
      'a key behind a passphrase',
      String(privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' })),
    ],
  ])('with %s cannot sign, and says what is needed', (_, text) => {
    expect(() => readSigningKey(text, 'khoa.pem')).toThrow(InputError)
    expect(() => readSigningKey(text, 'khoa.pem')).toThrow(/khoa\.pem.*Ed25519 private key/)
  })

  it('with an RSA key cannot verify', () => {
    expect(() => readVerifyingKey(pem(rsa.publicKey, 'spki'), 'khoa.pem')).toThrow(/Ed25519 public key/)
  })
})
