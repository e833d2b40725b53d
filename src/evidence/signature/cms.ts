import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import { ContentInfo, SignedData, type SignerInfo } from 'pkijs'
import { Asn1Error, elements, octets, parseDer, rawBytes } from './asn1.ts'
import { type KnownCertificate, readCertificate } from './certificate.ts'
import { parseRevocationList, type RevocationList } from './revocation-list.ts'

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
 * @param filled zeros may follow it
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
