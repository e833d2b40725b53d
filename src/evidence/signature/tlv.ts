import { Asn1Error } from './asn1.ts'

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
