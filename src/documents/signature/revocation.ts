import { AlgorithmIdentifier, RelativeDistinguishedNames, Time } from 'pkijs'
import { checkSignature } from './algorithms.ts'
import { Asn1Error, parseDer, type Tlv, tlvAt, tlvsIn } from './asn1.ts'
import type { KnownCertificate } from './certificate.ts'

/** A certificate revocation list (RFC 5280, 5), whose long part stays as bytes. */
export interface RevocationList {
  issuer: RelativeDistinguishedNames
  algorithm: AlgorithmIdentifier
  /** What is signed, and the signature. */
  signed: Uint8Array
  signature: Uint8Array
  der: Uint8Array
  revoked?: Tlv
}

/** When a certificate was revoked, in ms of the epoch, and why (RFC 5280, 5.3.1; 0 when it is not said). */
interface Revocation {
  at: number
  reason: number
}

const SEQUENCE = 0x30
const INTEGER = 0x02
const BIT_STRING = 0x03
const TIMES = [0x17, 0x18]
const REASON = '2.5.29.21'
const INVALID_SINCE = '2.5.29.24'

/**
 * Reads a list, without keeping its entries.
 * @throws Asn1Error when it is none
 */
export function parseRevocationList(der: Uint8Array): RevocationList {
  const whole = tlvAt(der, 0)
  if (whole.tag !== SEQUENCE || whole.end !== der.length) throw new Asn1Error('no list')
  const [body, algorithm, signature, ...more] = tlvsIn(der, whole)
  if (body?.tag !== SEQUENCE || algorithm === undefined || signature?.tag !== BIT_STRING || more.length > 0)
    throw new Asn1Error('no list')
  const parts = [...tlvsIn(der, body)]
  if (parts[0]?.tag === INTEGER) parts.shift()
  const [inner, issuer, thisUpdate, ...rest] = parts
  if (inner === undefined || issuer?.tag !== SEQUENCE || !TIMES.includes(thisUpdate?.tag ?? 0))
    throw new Asn1Error('no list')
  if (!sameBytes(der, inner, algorithm)) throw new Asn1Error('two algorithms')
  const revoked = rest.find(({ tag }) => tag === SEQUENCE)
  if (revoked !== undefined)
    for (const { tag } of tlvsIn(der, revoked)) if (tag !== SEQUENCE) throw new Asn1Error('no entry')
  return {
    issuer: new RelativeDistinguishedNames({ schema: parseDer(slice(der, issuer)) }),
    algorithm: new AlgorithmIdentifier({ schema: parseDer(slice(der, algorithm)) }),
    signed: slice(der, body),
    signature: der.subarray(signature.start + 1, signature.end),
    der,
    ...(revoked !== undefined && { revoked }),
  }
}

/**
 * What a list says of a certificate, by its serial number as it stands in it (contents of the INTEGER).
 * @throws Asn1Error when the list cannot be read up to there
 */
function revocationOf({ der, revoked }: RevocationList, serial: Uint8Array): Revocation | undefined {
  if (revoked === undefined) return undefined
  for (const entry of tlvsIn(der, revoked)) {
    const number = tlvAt(der, entry.start, entry.end)
    if (Buffer.compare(der.subarray(number.start, number.end), serial) !== 0) continue
    const [, date, extensions] = tlvsIn(der, entry)
    if (date === undefined) throw new Asn1Error('no day of revocation')
    let [at, reason] = [timeOf(slice(der, date)), 0]
    for (const extension of extensions === undefined ? [] : tlvsIn(der, extensions)) {
      const [id, ...values] = [...tlvsIn(der, extension)].map((one) => slice(der, one))
      const value = values.at(-1)
      if (id === undefined || value === undefined) continue
      const inner = tlvAt(value, 0)
      const oid = parseDer(id).valueBlock.toString()
      if (oid === REASON) reason = value[inner.start + 2] ?? 0
      if (oid === INVALID_SINCE) at = Math.min(at, timeOf(value.subarray(inner.start, inner.end)))
    }
    return { at, reason }
  }
  return undefined
}

const slice = (der: Uint8Array, { from, end }: Tlv): Uint8Array => der.subarray(from, end)
const sameBytes = (der: Uint8Array, one: Tlv, other: Tlv): boolean =>
  Buffer.compare(slice(der, one), slice(der, other)) === 0

function timeOf(der: Uint8Array): number {
  const at = new Time({ schema: parseDer(der) }).value.getTime()
  if (Number.isNaN(at)) throw new Asn1Error('no time')
  return at
}

/** Reasons after which an earlier time that is only claimed proves nothing: the key is in other hands (RFC 5280, 5.3.1). */
const COMPROMISED = new Set([1, 2, 10])

/**
 * Whether a list of the certificate's issuer says that it was revoked by then. A signature made before holds, as long as
 * the key was not stolen: whoever has it could claim any day, so then only a proven time counts.
 * A list is never too old to say this; that there is none says nothing.
 * @param lists those in the name of its issuer
 */
export function isRevoked(
  { certificate }: KnownCertificate,
  issuers: readonly KnownCertificate[],
  lists: readonly RevocationList[],
  { at, proven }: { at: number; proven: boolean },
): boolean {
  const serial = certificate.serialNumber.valueBlock.valueHexView
  return lists.some((list) => {
    const { algorithm, signed, signature } = list
    const genuine = issuers.some((issuer) => {
      const check = checkSignature(issuer.certificate.subjectPublicKeyInfo, { algorithm, data: signed, signature })
      return check === 'right' || check === 'weak'
    })
    const revocation = genuine ? revocationOf(list, serial) : undefined
    return revocation !== undefined && (revocation.at <= at || (!proven && COMPROMISED.has(revocation.reason)))
  })
}
