import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import * as asn1js from 'asn1js'
import { AlgorithmIdentifier, type PublicKeyInfo, RSASSAPSSParams } from 'pkijs'

/** Hashes by OID (RFC 5754, RFC 3370), as Node names them. */
const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.3.14.3.2.26': 'sha1',
}

/** Signature algorithms that name their hash (RFC 4055, RFC 5758); a plain `rsaEncryption` leaves it to the message. */
const SIGNATURES: Readonly<Record<string, { key: 'rsa' | 'ec'; hash?: string }>> = {
  '1.2.840.113549.1.1.1': { key: 'rsa' },
  '1.2.840.113549.1.1.5': { key: 'rsa', hash: 'sha1' },
  '1.2.840.113549.1.1.11': { key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.1': { key: 'ec', hash: 'sha1' },
  '1.2.840.10045.4.3.2': { key: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', hash: 'sha512' },
}
const PSS = '1.2.840.113549.1.1.10'
const MIN_RSA_BITS = 2048

/** A signature and how it was made. */
export interface Signed {
  algorithm: AlgorithmIdentifier
  data: Uint8Array
  signature: Uint8Array
  /** The hash where the algorithm leaves it open. */
  hash?: string | undefined
}

/** `unknown`: an algorithm this does not know, or a key of another kind. `weak`: right, but one that can be forged today. */
export type Check = 'right' | 'weak' | 'wrong' | 'unknown'

/** The hash an algorithm identifier names, as Node names it. */
export const hashOf = ({ algorithmId }: AlgorithmIdentifier): string | undefined => HASHES[algorithmId]

/** Whether the holder of the key made the signature: RSA (PKCS #1 v1.5, PSS) and ECDSA. Never throws. */
export function checkSignature(key: PublicKeyInfo, { algorithm, data, signature, hash }: Signed): Check {
  try {
    const how = scheme(algorithm, hash)
    const publicKey = createPublicKey({ key: Buffer.from(key.toSchema().toBER()), format: 'der', type: 'spki' })
    if (how === undefined || !publicKey.asymmetricKeyType?.startsWith(how.key)) return 'unknown'
    if (!verify(how.hash, data, { key: publicKey, ...how.options }, signature)) return 'wrong'
    return how.hash === 'sha1' || weakKey(publicKey) ? 'weak' : 'right'
  } catch {
    // OpenSSL and the ASN.1 reader throw at keys and parameters that make no sense.
    return 'unknown'
  }
}

function scheme({ algorithmId, algorithmParams }: AlgorithmIdentifier, open: string | undefined) {
  if (algorithmId === PSS) {
    const parameters = new RSASSAPSSParams(
      algorithmParams instanceof asn1js.Sequence ? { schema: algorithmParams } : {},
    )
    const hash = hashOf(parameters.hashAlgorithm)
    const options = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: parameters.saltLength }
    // Node masks with the hash of the signature: with another the signature would seem wrong.
    const mask = hashOf(new AlgorithmIdentifier({ schema: parameters.maskGenAlgorithm.algorithmParams }))
    return hash === undefined || mask !== hash ? undefined : { key: 'rsa', hash, options }
  }
  const known = SIGNATURES[algorithmId]
  const hash = known?.hash ?? open
  if (known === undefined || hash === undefined) return undefined
  return { key: known.key, hash, options: known.key === 'rsa' ? { padding: constants.RSA_PKCS1_PADDING } : {} }
}

function weakKey(key: KeyObject): boolean {
  const bits = key.asymmetricKeyDetails?.modulusLength
  return bits !== undefined && bits < MIN_RSA_BITS
}
