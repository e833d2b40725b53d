import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import { AlgorithmIdentifier, ContentInfo, SignedData, type SignerInfo } from 'pkijs'
import type { SignatureReason } from '../../dossier/reading.ts'
import { checkSignature, hashOf } from './algorithms.ts'
import { Asn1Error, Asn1TooLarge, elements, octets, parseDer, rawBytes, type Tlv, tlvAt, tlvsIn } from './asn1.ts'
import { type KnownCertificate, readCertificate } from './certificate.ts'
import { parseRevocationList, type RevocationList } from './revocation.ts'

/** A signed message (RFC 5652, 5) of one signer. */
export interface CmsMessage {
  signerInfo: SignerInfo
  /** OID of the type of what is signed. */
  contentType: string
  /** What is signed, where the message holds it itself. */
  content?: Buffer
  certificates: readonly KnownCertificate[]
  revocationLists: readonly RevocationList[]
  /** The signed attributes as they are signed, where the message was read without the lists among them. */
  signedAttributes?: Uint8Array
}

const CERTIFICATES_TAG = 0
const CONTEXT_CLASS = 3
const MAX_CERTIFICATES = 40
/** Lists that Adobe and others put among the signed attributes. */
const REVOCATION_ARCHIVAL = '1.2.840.113583.1.1.8'

/**
 * Reads a signed message.
 * @param filled what fills up its place may follow it
 * @throws Asn1Error, or what the readers of its parts throw
 */
export function parseCms(bytes: Uint8Array, { filled = false } = {}): CmsMessage {
  const { schema, lists: taken, signedAttributes } = messageIn(bytes, filled)
  const { contentType, content } = new ContentInfo({ schema })
  if (contentType !== ContentInfo.SIGNED_DATA) throw new Asn1Error('no signed data')
  const fields: readonly asn1js.AsnType[] = elements(content)
  const certificates = fields.find(
    ({ idBlock }) => idBlock.tagClass === CONTEXT_CLASS && idBlock.tagNumber === CERTIFICATES_TAG,
  )
  const known = certificates === undefined ? [] : elements(certificates).map(rawBytes)
  const lists = fields.find(({ idBlock }) => idBlock.tagClass === CONTEXT_CLASS && idBlock.tagNumber === 1)
  const revoked = lists === undefined ? [] : elements(lists).map(rawBytes)
  const data = new SignedData({ schema: content })
  const [signerInfo, ...others] = data.signerInfos
  if (signerInfo === undefined || others.length > 0) throw new Asn1Error('not one signer')
  const { eContent, eContentType } = data.encapContentInfo
  return {
    signerInfo,
    contentType: eContentType,
    ...(eContent !== undefined && { content: octets(eContent) }),
    certificates: readable(known.slice(0, MAX_CERTIFICATES), readCertificate),
    revocationLists: readable(
      [...taken, ...revoked, ...archived(signerInfo)].slice(0, MAX_CERTIFICATES),
      parseRevocationList,
    ),
    ...(signedAttributes !== undefined && { signedAttributes }),
  }
}

/**
 * A message, and the lists of revoked certificates that had to be taken out of it first: a list may have more entries than a
 * message may have elements, and only its bytes are needed.
 * @throws Asn1TooLarge where it is too large without them
 */
function messageIn(
  bytes: Uint8Array,
  filled: boolean,
): { schema: asn1js.AsnType; lists: readonly Uint8Array[]; signedAttributes?: Uint8Array } {
  try {
    return { schema: parseDer(bytes, { filled }), lists: [] }
  } catch (error) {
    if (!(error instanceof Asn1TooLarge)) throw error
    const light = withoutLists(bytes)
    if (light === undefined) throw error
    return { ...light, schema: parseDer(light.message) }
  }
}

/** Tags of CMS in DER: `[0]`, `[1]`, and a set. */
const [FIRST, SECOND, SET] = [0xa0, 0xa1, 0x31]
/** Of a signer: version, who, by what it was hashed, and then the signed attributes. */
const SIGNED_ATTRIBUTES = 3
const REVOCATION_ARCHIVAL_DER = Buffer.from('06092a864886f72f010108', 'hex')

/** A message in DER put together anew without its lists; undefined where it is not in DER, or not of that form. */
function withoutLists(
  der: Uint8Array,
): { message: Uint8Array; lists: Uint8Array[]; signedAttributes?: Uint8Array } | undefined {
  const lists: Uint8Array[] = []
  let signedAttributes: Uint8Array | undefined
  const same = ({ from, end }: Tlv) => der.subarray(from, end)
  const anew = (value: Tlv, inner: (one: Tlv, at: number) => Uint8Array) =>
    wrapped(value.tag, [...tlvsIn(der, value)].map(inner))
  const take = (all: Iterable<Tlv>) => {
    for (const one of all) lists.push(same(one))
    return new Uint8Array()
  }
  const attributes = (set: Tlv) => {
    signedAttributes = Uint8Array.from(same(set))
    signedAttributes[0] = SET
    return anew(set, (attribute) => {
      const [type, values] = tlvsIn(der, attribute)
      if (type === undefined || values === undefined || !REVOCATION_ARCHIVAL_DER.equals(same(type)))
        return same(attribute)
      const archives = [...tlvsIn(der, values)].flatMap((archive) => [...tlvsIn(der, archive)])
      return take(
        archives
          .filter(({ tag }) => tag === FIRST)
          .flatMap((field) => [...tlvsIn(der, field)].flatMap((list) => [...tlvsIn(der, list)])),
      )
    })
  }
  const signer = (info: Tlv) =>
    anew(info, (part, at) => (at === SIGNED_ATTRIBUTES && part.tag === FIRST ? attributes(part) : same(part)))
  const data = (signed: Tlv) =>
    anew(signed, (field) => {
      if (field.tag === SECOND) return take(tlvsIn(der, field))
      return field.end === signed.end ? anew(field, signer) : same(field)
    })
  try {
    const message = anew(tlvAt(der, 0), (part) => (part.tag === FIRST ? anew(part, data) : same(part)))
    return { message, lists, ...(signedAttributes !== undefined && { signedAttributes }) }
  } catch (error) {
    if (error instanceof Asn1Error) return undefined
    throw error
  }
}

/** A value in DER around others. */
function wrapped(tag: number, inner: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(inner)
  const digits = body.length.toString(16)
  const length = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex')
  const head = body.length < 0x80 ? [tag, body.length] : [tag, 0x80 | length.length, ...length]
  return Buffer.concat([Buffer.from(head), body])
}

/** What can be read; messages also carry certificates of other kinds, which nobody needs here. */
function readable<T>(ders: readonly Uint8Array[], read: (der: Uint8Array) => T): T[] {
  return ders.flatMap((der) => {
    try {
      return [read(der)]
    } catch {
      return []
    }
  })
}

/**
 * The value of an attribute that may stand once.
 * @throws Asn1Error when it stands twice or has not one value
 */
export function attribute(attributes: SignerInfo['signedAttrs'], type: string): asn1js.AsnType | undefined {
  const [found, ...more] = (attributes?.attributes ?? []).filter((one) => one.type === type)
  if (found === undefined) return undefined
  const [value, ...others]: asn1js.AsnType[] = found.values
  if (value === undefined || more.length + others.length > 0) throw new Asn1Error(`attribute ${type} not once`)
  return value
}

/** Lists among the signed attributes: `[0] SEQUENCE OF CertificateList`. */
function archived({ signedAttrs }: SignerInfo): Buffer[] {
  const value = attribute(signedAttrs, REVOCATION_ARCHIVAL)
  if (value === undefined) return []
  const lists = elements(value).find(({ idBlock }) => idBlock.tagClass === CONTEXT_CLASS && idBlock.tagNumber === 0)
  return lists === undefined ? [] : elements(lists).flatMap((one) => elements(one).map(rawBytes))
}

/** The certificate the signer names, among those at hand. */
export function signerOf({ sid }: SignerInfo, known: readonly KnownCertificate[]): KnownCertificate | undefined {
  if (sid instanceof asn1js.BaseBlock) {
    const id = sid instanceof asn1js.Constructed ? octets(elements(sid)[0]) : Buffer.from(sid.valueBlock.valueHexView)
    return known.find(({ certificate }) => Buffer.compare(keyHash(certificate), id) === 0)
  }
  return known.find(
    ({ certificate }) => certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber),
  )
}

const keyHash = ({ subjectPublicKeyInfo }: KnownCertificate['certificate']): Buffer =>
  createHash('sha1').update(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView).digest()

/** What a message must fit to. */
export interface Expected {
  contentType: string
  /** The bytes that are signed, in their order. */
  content: readonly Uint8Array[]
}

/** Whether a message is what its signer made; `weak` when by means that can be forged today. */
export type CmsCheck = { reason: SignatureReason } | { weak: boolean }

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

/**
 * Checks a message against the bytes it is for, with the certificate its signer names (RFC 5652, 5.4 and 5.6). The signed
 * attributes are demanded: without them other bytes could be passed off as the content.
 * @throws Asn1Error when attributes cannot be read
 */
export function checkCms(message: CmsMessage, signer: KnownCertificate, { contentType, content }: Expected): CmsCheck {
  const { signedAttrs, digestAlgorithm, signatureAlgorithm, signature } = message.signerInfo
  const hash = hashOf(digestAlgorithm)
  if (hash === undefined) return { reason: 'algorithmUnknown' }
  const [type, digest] = [attribute(signedAttrs, CONTENT_TYPE), attribute(signedAttrs, MESSAGE_DIGEST)]
  if (signedAttrs === undefined || type === undefined || digest === undefined) return { reason: 'attributesMissing' }
  const named = type instanceof asn1js.ObjectIdentifier ? type.valueBlock.toString() : undefined
  if (named !== contentType || message.contentType !== contentType) return { reason: 'kindUnknown' }
  const found = createHash(hash)
  for (const part of content) found.update(part)
  if (!found.digest().equals(octets(digest))) return { reason: 'contentAltered' }
  const check = checkSignature(signer.certificate.subjectPublicKeyInfo, {
    algorithm: signatureAlgorithm,
    data: message.signedAttributes ?? new Uint8Array(signedAttrs.encodedValue),
    signature: octets(signature),
    hash,
  })
  if (check === 'unknown') return { reason: 'algorithmUnknown' }
  if (check === 'wrong') return { reason: 'signatureWrong' }
  if (!namesSigner(message, signer)) return { reason: 'signerReplaced' }
  return { weak: check === 'weak' || hash === 'sha1' }
}

/** Whether the signed attributes, where they name a certificate by its hash, name this one (RFC 5035, RFC 2634). */
function namesSigner({ signerInfo: { signedAttrs } }: CmsMessage, signer: KnownCertificate): boolean {
  const second = attribute(signedAttrs, SIGNING_CERTIFICATE_V2)
  const first = attribute(signedAttrs, SIGNING_CERTIFICATE)
  const fits = (value: asn1js.AsnType, byDefault: string): boolean => {
    const [named] = elements(elements(value)[0])
    const [head, next] = elements(named)
    const given = head instanceof asn1js.Sequence
    const hash = given ? hashOf(new AlgorithmIdentifier({ schema: head })) : byDefault
    return (
      hash !== undefined &&
      createHash(hash)
        .update(signer.der)
        .digest()
        .equals(octets(given ? next : head))
    )
  }
  return (second === undefined || fits(second, 'sha256')) && (first === undefined || fits(first, 'sha1'))
}
