import { createPublicKey, hkdfSync, type JsonWebKey, type KeyObject } from 'node:crypto'
import * as z from 'zod'
import { InputError, type Localized, withValues } from '../core/errors.ts'
import { digest } from '../core/json.ts'
import { KNOWN_KEYS_TEXTS } from '../rules/words.ts'
import { readSigningKey, type SignedVerdict, signDigest, signVerdict, thumbprint } from './signature.ts'
import type { Verdict } from './verdict.ts'

const publicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  /** 32 bytes. */
  x: z.string().regex(/^[\w-]{43}$/),
  /** RFC 7638 thumbprint of the key. */
  kid: z.string(),
  alg: z.literal('EdDSA').optional(),
  use: z.literal('sig').optional(),
})

const keySet = z.strictObject({ keys: z.array(publicKey).max(100) })

/** Public keys by which signatures of verdicts are known (a JWKS, RFC 7517), the newest first. */
export type VerdictKeys = z.infer<typeof keySet>

/** Who signs verdicts: by one key, which is the first of the known ones. */
export interface VerdictSigner {
  sign(verdict: Verdict): Promise<SignedVerdict>
  /** Signs a document that states no digest of its own: over that of everything in it but `signature`. */
  signDocument<T extends object>(document: T): Promise<T & { signature: string }>
  /** The signature of what {@link documentDigest} tells. */
  signDigest(digest: string): Promise<string>
  /** Public: the own key, then those that signed before it. */
  keys: VerdictKeys
}

/**
 * Who signs by a private key.
 * @param earlier keys that signed before; a signature of theirs stays known
 */
export async function verdictSigner(key: KeyObject, earlier: VerdictKeys): Promise<VerdictSigner> {
  const own = await publicKeyOf(key)
  return {
    sign: (verdict) => signVerdict(verdict, key),
    signDocument: async (document) => ({ ...document, signature: await signDigest(documentDigest(document), key) }),
    signDigest: (digest) => signDigest(digest, key),
    keys: joinedKeys({ keys: [own] }, earlier),
  }
}

async function publicKeyOf(key: KeyObject): Promise<VerdictKeys['keys'][number]> {
  const shown = key.type === 'public' ? key : createPublicKey(key)
  const { x = '' } = shown.export({ format: 'jwk' })
  return { kty: 'OKP', crv: 'Ed25519', x, kid: await thumbprint(shown), alg: 'EdDSA', use: 'sig' }
}

/** Several sets as one, each key once. */
export function joinedKeys(...sets: readonly VerdictKeys[]): VerdictKeys {
  const byId = new Map<string, VerdictKeys['keys'][number]>()
  for (const key of sets.flatMap(({ keys }) => keys)) if (!byId.has(key.kid)) byId.set(key.kid, key)
  return { keys: [...byId.values()] }
}

/**
 * The public keys in a file's text: a JWKS as the service lists it, one JWK, or one PEM.
 * @param name of the file, for messages
 * @throws InputError when no Ed25519 public key can be read from it, or it holds a private one
 */
export async function readVerdictKeys(text: string, name: string): Promise<VerdictKeys> {
  if (!text.trimStart().startsWith('{')) return { keys: [await publicKeyOf(pemKey(text, name))] }
  let found: z.ZodSafeParseResult<VerdictKeys>
  try {
    const value: unknown = JSON.parse(text)
    found = keySet.safeParse(isSet(value) ? value : { keys: [value] })
  } catch (cause) {
    throw new InputError(notKeys(name), { cause })
  }
  if (!found.success) throw new InputError(notKeys(name), { cause: found.error })
  // What a key calls itself counts for nothing: two names for one key, or one for two, would let a stranger in.
  return { keys: await Promise.all(found.data.keys.map(({ x }) => publicKeyOf(jwkKey(x, name)))) }
}

const isSet = (value: unknown): boolean => typeof value === 'object' && value !== null && 'keys' in value

function pemKey(text: string, name: string): KeyObject {
  if (/PRIVATE KEY/.test(text)) throw new InputError(notKeys(name))
  return ed25519(() => createPublicKey(text), name)
}

function jwkKey(x: string, name: string): KeyObject {
  const key: JsonWebKey = { kty: 'OKP', crv: 'Ed25519', x }
  return ed25519(() => createPublicKey({ key, format: 'jwk' }), name)
}

function ed25519(read: () => KeyObject, name: string): KeyObject {
  let key: KeyObject
  try {
    key = read()
  } catch (cause) {
    throw new InputError(notKeys(name), { cause })
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new InputError(notKeys(name))
  return key
}

const notKeys = (name: string): Localized => withValues(KNOWN_KEYS_TEXTS.noEd25519PublicKey, { name })

/** Whether a verdict's signature is one over its digest by a key that is known. Nothing in it makes this throw. */
export async function isSignedByKnown(
  { digest, signature }: { digest: string; signature?: string | undefined },
  { keys }: VerdictKeys,
): Promise<boolean> {
  if (signature === undefined) return false
  const { compactVerify, createLocalJWKSet, errors } = await import('jose')
  try {
    const { payload } = await compactVerify(signature, createLocalJWKSet({ keys }), { algorithms: ['EdDSA'] })
    return new TextDecoder().decode(payload) === digest
  } catch (error) {
    // A header that cannot be decoded is a TypeError of jose; all else it says of a signature is a JOSEError.
    if (error instanceof errors.JOSEError || error instanceof TypeError) return false
    throw error
  }
}

/** What is signed of a document: the digest of it as it stands in a file, where what is undefined does not, without a signature. */
export function documentDigest(document: object): string {
  const { signature: _, ...rest } = JSON.parse(JSON.stringify(document))
  return digest(rest)
}

/** Whether a document that {@link VerdictSigner.signDocument} may have signed bears a signature of a known key, over what stands there now. */
export async function isDocumentSigned(document: { signature?: unknown }, keys: VerdictKeys): Promise<boolean> {
  const { signature } = document
  return typeof signature === 'string' && isSignedByKnown({ digest: documentDigest(document), signature }, keys)
}

const SEED_BYTES = 32
/** PKCS #8 of an Ed25519 key, up to its seed (RFC 8410, 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * The private key of a secret that a vault keeps: PEM or JWK as it is; of any other text of 43 characters or more, which
 * vaults make by themselves, the key that follows from it (HKDF, RFC 5869).
 * @param name of the secret, for messages
 * @throws InputError when the text is too short to be a secret, or no key
 */
export function signingKeyOf(secret: string, name: string): KeyObject {
  if (/^\s*(\{|-----BEGIN)/.test(secret)) return readSigningKey(secret, name)
  // 32 bytes in base64.
  if (secret.length < 43)
    throw new InputError(withValues(KNOWN_KEYS_TEXTS.secretOnlyCharacters43, { name, secret: secret.length }))
  const seed = hkdfSync('sha256', secret, '', 'qms-verdict verdict signature', SEED_BYTES)
  const der = Buffer.concat([PKCS8_HEAD, new Uint8Array(seed)])
  return readSigningKey(`-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`, name)
}
