import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import type { JWK } from 'jose'
import { InputError, withValues } from '../core/errors.ts'
import { SIGNATURE_TEXTS } from '../rules/words.ts'
import type { Verdict } from './verdict.ts'

/** A verdict with its signature, which stands outside the digest. */
export type SignedVerdict = Verdict & { signature: string }

/** What checking a signature came to; `kid` is the RFC 7638 thumbprint of the key that was given. */
export interface SignatureCheck {
  valid: boolean
  kid: string
  /** The thumbprint of the signing key, as the signature states it. */
  statedKid: string | undefined
}

/** Signatures are made and accepted with this algorithm alone (RFC 8037: Ed25519). */
const ALGORITHM = 'EdDSA'

/**
 * Signs a verdict's digest: `signature` is a compact JWS (RFC 7515) over the digest's 64 characters, with the header
 * `{ alg: "EdDSA", kid }`, kid being the RFC 7638 thumbprint of the public key.
 *
 * @param key an Ed25519 private key, as {@link readSigningKey} gives it
 */
export async function signVerdict(verdict: Verdict, key: KeyObject): Promise<SignedVerdict> {
  return { ...verdict, signature: await signDigest(verdict.digest, key) }
}

/** The signature of a digest, as {@link signVerdict} describes it. */
export async function signDigest(digest: string, key: KeyObject): Promise<string> {
  const { CompactSign } = await import('jose')
  return new CompactSign(new TextEncoder().encode(digest))
    .setProtectedHeader({ alg: ALGORITHM, kid: await thumbprint(createPublicKey(key)) })
    .sign(key)
}

/**
 * Whether `signature` is one over exactly this digest by the owner of `key`. Anything that is no such signature is not
 * valid; nothing in it makes this throw.
 *
 * @param key an Ed25519 public key, as {@link readVerifyingKey} gives it
 */
export async function checkSignature(
  { digest, signature }: { digest: string; signature: string },
  key: KeyObject,
): Promise<SignatureCheck> {
  const { compactVerify, decodeProtectedHeader, errors } = await import('jose')
  const kid = await thumbprint(key)
  let statedKid: string | undefined
  try {
    statedKid = decodeProtectedHeader(signature).kid
    const { payload } = await compactVerify(signature, key, { algorithms: [ALGORITHM] })
    return { valid: new TextDecoder().decode(payload) === digest, kid, statedKid }
  } catch (error) {
    // A header that cannot be decoded is a TypeError of jose; all else it says of a signature is a JOSEError.
    if (error instanceof errors.JOSEError || error instanceof TypeError) return { valid: false, kid, statedKid }
    throw error
  }
}

/** RFC 7638 thumbprint (SHA-256, base64url) of a public key. */
export async function thumbprint(key: KeyObject): Promise<string> {
  const { calculateJwkThumbprint } = await import('jose')
  return calculateJwkThumbprint(key.export({ format: 'jwk' }) as JWK)
}

/**
 * An Ed25519 private key from a file's text: PEM (PKCS #8) or JWK.
 * @param name of the file, for messages
 * @throws InputError saying what is needed
 */
export function readSigningKey(text: string, name: string): KeyObject {
  return ed25519(name, 'private', () => {
    const jwk = asJwk(text)
    return jwk ? createPrivateKey({ key: jwk, format: 'jwk' }) : createPrivateKey(text)
  })
}

/**
 * The Ed25519 public key from a file's text: PEM (SPKI, or that of a private key) or JWK.
 * @param name of the file, for messages
 * @throws InputError saying what is needed
 */
export function readVerifyingKey(text: string, name: string): KeyObject {
  if (/PRIVATE KEY/.test(text) || asJwk(text)?.d !== undefined)
    throw new InputError(withValues(SIGNATURE_TEXTS.privateKeyForSigning, { name }))
  return ed25519(name, 'public', () => {
    const jwk = asJwk(text)
    return jwk ? createPublicKey({ key: jwk, format: 'jwk' }) : createPublicKey(text)
  })
}

function asJwk(text: string): JsonWebKey | undefined {
  return text.trimStart().startsWith('{') ? JSON.parse(text) : undefined
}

const FORMS = { private: 'PEM PKCS #8', public: 'PEM SPKI' }
const VI = { private: 'khóa riêng', public: 'khóa công khai' }

function ed25519(name: string, kind: keyof typeof FORMS, read: () => KeyObject): KeyObject {
  let key: KeyObject
  try {
    key = read()
  } catch (cause) {
    throw new InputError(
      withValues(SIGNATURE_TEXTS.noKeyCanRead, { name, forms: FORMS[kind], kind: { vi: VI[kind], en: kind } }),
      { cause },
    )
  }
  if (key.asymmetricKeyType === 'ed25519') return key
  throw new InputError(
    withValues(SIGNATURE_TEXTS.keyTypeEd25519Key, {
      name,
      asymmetricKeyType: String(key.asymmetricKeyType),
      kind: { vi: VI[kind], en: kind },
    }),
  )
}
