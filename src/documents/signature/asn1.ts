import * as asn1js from 'asn1js'

/**
 * Elements of one message: with certificates and timestamps there are about 2,000. Each takes 1 KB and 10 µs to read;
 * long lists of revoked certificates, which come in the trust list, are read by {@link parseRevocationList} without it.
 */
const MAX_NODES = 30_000

/** Something in ASN.1 that cannot be read, or is not what it should be. */
export class Asn1Error extends Error {
  override name = 'Asn1Error'
}

/** More in a message than is read: it may well be right. */
export class Asn1TooLarge extends Asn1Error {
  override name = 'Asn1TooLarge'
}
/** What asn1js tells where it stops. */
const STOPPED = /^Maximum ASN\.1 (?:node count|content length) exceeded/

/**
 * The one value that stands at the head of `bytes`, followed by nothing, or by whatever fills up its place: what stands
 * there is no part of the value, and no reader of signatures looks at it.
 * @throws Asn1Error, Asn1TooLarge among them
 */
export function parseDer(bytes: Uint8Array, { filled = false } = {}): asn1js.AsnType {
  const { offset, result } = asn1js.fromBER(bytes, { maxNodes: MAX_NODES })
  if (STOPPED.test(result.error)) throw new Asn1TooLarge(result.error)
  if (offset < 0 || result.error !== '') throw new Asn1Error(result.error)
  const rest = bytes.subarray(offset)
  if (!filled && rest.length > 0) throw new Asn1Error('more than one value')
  return result as asn1js.AsnType
}

/**
 * The bytes of an octet string, in one piece or in several.
 * @throws Asn1Error when it is none
 */
export function octets(value: unknown): Buffer {
  if (value instanceof asn1js.OctetString) return Buffer.from(value.getValue())
  throw new Asn1Error('no octet string')
}

/**
 * The elements of a sequence or a set.
 * @throws Asn1Error when it is neither
 */
export function elements(value: unknown): readonly asn1js.AsnType[] {
  if (value instanceof asn1js.Constructed) return value.valueBlock.value as asn1js.AsnType[]
  throw new Asn1Error('no sequence')
}

/** The bytes of a value as they stood in the input, its head included. */
export const rawBytes = (value: asn1js.AsnType): Buffer => Buffer.from(value.valueBeforeDecodeView)

/** One value in DER: `start` and `end` bound its contents, `from` is where its head begins. */
export interface Tlv {
  tag: number
  from: number
  start: number
  end: number
}

/**
 * The value whose head stands at `at`, of single-byte tags and definite lengths (X.690, 10.1).
 * @param limit where the bytes it may take end
 * @throws Asn1Error when it goes beyond
 */
export function tlvAt(der: Uint8Array, at: number, limit = der.length): Tlv {
  const [tag, first] = [der[at], der[at + 1]]
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new Asn1Error('no value')
  let [start, length] = [at + 2, first]
  if (first >= 0x80) {
    const digits = first & 0x7f
    if (digits < 1 || digits > 4) throw new Asn1Error('no definite length')
    length = 0
    for (let digit = 0; digit < digits; digit++) length = length * 256 + (der[start++] ?? 0)
  }
  if (start + length > limit) throw new Asn1Error('longer than its place')
  return { tag, from: at, start, end: start + length }
}

/** The values inside one, in order, without keeping them: lists may be long. */
export function* tlvsIn(der: Uint8Array, { start, end }: Tlv): Generator<Tlv> {
  for (let at = start; at < end; ) {
    const next = tlvAt(der, at, end)
    yield next
    at = next.end
  }
}
