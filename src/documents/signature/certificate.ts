import { createHash } from 'node:crypto'
import type { AsnType } from 'asn1js'
import { BasicConstraints, Certificate, ExtKeyUsage, type RelativeDistinguishedNames } from 'pkijs'
import { Asn1Error, parseDer } from './asn1.ts'

/** A certificate and what tells it from all others. */
export interface KnownCertificate {
  certificate: Certificate
  der: Uint8Array
  /** SHA-256 of what its issuer signed; two with the same are the same certificate. */
  id: string
}

const COMMON_NAME = '2.5.4.3'
const ORGANIZATION = '2.5.4.10'
const BASIC_CONSTRAINTS = '2.5.29.19'
const KEY_USAGE = '2.5.29.15'
const EXTENDED_KEY_USAGE = '2.5.29.37'
/** Extensions that are looked at, or that cannot make a certificate less than it says (RFC 5280, 4.2). */
const UNDERSTOOD = new Set([
  BASIC_CONSTRAINTS,
  KEY_USAGE,
  EXTENDED_KEY_USAGE,
  '2.5.29.14', // subjectKeyIdentifier
  '2.5.29.17', // subjectAltName
  '2.5.29.31', // cRLDistributionPoints
  '2.5.29.32', // certificatePolicies
  '2.5.29.35', // authorityKeyIdentifier
])
const NAME_LENGTH = 200

/**
 * Reads a certificate (RFC 5280, 4.1).
 * @throws Asn1Error, or what the reader of certificates throws, when it is none
 */
export function readCertificate(der: Uint8Array): KnownCertificate {
  const certificate = new Certificate({ schema: parseDer(der) })
  if (!certificate.signature.isEqual(certificate.signatureAlgorithm)) throw new Asn1Error('two algorithms')
  return { certificate, der, id: createHash('sha256').update(certificate.tbsView).digest('hex') }
}

/** Bits of the key usage (RFC 5280, 4.2.1.3), the first is 0; undefined when all uses are open. */
export function keyUsage({ certificate }: KnownCertificate): ((bit: number) => boolean) | undefined {
  const parsed = certificate.extensions?.find(({ extnID }) => extnID === KEY_USAGE)?.parsedValue
  if (parsed === undefined) return undefined
  const bytes: Uint8Array = parsed.valueBlock?.valueHexView ?? new Uint8Array()
  return (bit) => (((bytes[bit >> 3] ?? 0) << (bit & 7)) & 0x80) !== 0
}

/** Purposes (OIDs) the certificate is made for; undefined when all are open. */
function purposes({ certificate }: KnownCertificate): readonly string[] | undefined {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)
  if (extension === undefined) return undefined
  return extension.parsedValue instanceof ExtKeyUsage ? extension.parsedValue.keyPurposes : []
}

/** Whether it may issue certificates, `below` of which stand between it and the signer's. */
export function mayIssue(known: KnownCertificate, below: number): boolean {
  const constraints = known.certificate.extensions?.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue
  if (!(constraints instanceof BasicConstraints) || !constraints.cA) return false
  const { pathLenConstraint } = constraints
  if (pathLenConstraint !== undefined && !(Number(pathLenConstraint) >= below)) return false
  const KEY_CERT_SIGN = 5
  return keyUsage(known)?.(KEY_CERT_SIGN) ?? true
}

/** Whether it demands nothing that is not understood here. */
export const isUnderstood = ({ certificate }: KnownCertificate): boolean =>
  (certificate.extensions ?? []).every(({ critical, extnID }) => !critical || UNDERSTOOD.has(extnID))

/** Whether it names itself as its issuer. */
export const isSelfIssued = ({ certificate }: KnownCertificate): boolean =>
  certificate.subject.isEqual(certificate.issuer)

/** Who it is for, as a person reads it: NFC, single spaces, at most 200 characters. */
export function namesOf({ certificate }: KnownCertificate): { by?: string; organization?: string } {
  const [by, organization] = [textOf(certificate.subject, COMMON_NAME), textOf(certificate.subject, ORGANIZATION)]
  return { ...(by !== '' && { by }), ...(organization !== '' && { organization }) }
}

function textOf(name: RelativeDistinguishedNames, type: string): string {
  const value: AsnType | undefined = name.typesAndValues.findLast((one) => one.type === type)?.value
  return String(value?.valueBlock && 'value' in value.valueBlock ? value.valueBlock.value : '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, NAME_LENGTH)
}

/** What a certificate is used for. */
export type Purpose = 'documents' | 'timestamps'

const TIMESTAMPING = '1.3.6.1.5.5.7.3.8'
/** Purposes under which certificates for signing documents are issued. */
const DOCUMENTS = [
  '2.5.29.37.0', // any
  '1.3.6.1.5.5.7.3.36', // documentSigning, RFC 9336
  '1.3.6.1.5.5.7.3.4', // emailProtection
  '1.3.6.1.5.5.7.3.2', // clientAuth: tokens for people carry it
  '1.3.6.1.4.1.311.10.3.12', // documents of Microsoft
  '1.2.840.113583.1.1.5', // documents of Adobe
]
const DIGITAL_SIGNATURE = 0
const NON_REPUDIATION = 1

/** Whether a certificate is issued for this use (RFC 5280, 4.2.1.3 and 4.2.1.12; RFC 3161, 2.3). */
export function fitsPurpose(known: KnownCertificate, purpose: Purpose): boolean {
  const usage = keyUsage(known)
  if (usage !== undefined && !usage(DIGITAL_SIGNATURE) && !usage(NON_REPUDIATION)) return false
  const named = purposes(known)
  if (purpose === 'timestamps') return named?.length === 1 && named[0] === TIMESTAMPING
  return named === undefined || named.some((one) => DOCUMENTS.includes(one))
}
