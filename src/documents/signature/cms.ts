import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import { AlgorithmIdentifier, ContentInfo, SignedData, type SignerInfo } from 'pkijs'
import type { SignatureReason } from '../../dossier/reading.ts'
import { checkSignature, hashOf } from './algorithms.ts'
import { Asn1Error, elements, octets, parseDer, rawBytes } from './asn1.ts'
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
  const { contentType, content } = new ContentInfo({ schema: parseDer(bytes, { filled }) })
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
    revocationLists: readable([...revoked, ...archived(signerInfo)].slice(0, MAX_CERTIFICATES), parseRevocationList),
  }
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
    data: new Uint8Array(signedAttrs.encodedValue),
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
