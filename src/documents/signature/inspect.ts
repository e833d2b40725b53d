import { createHash } from 'node:crypto'
import type { SignatureReading } from '../../dossier/reading.ts'
import type { TrustList } from '../settings.ts'
import { isSelfIssued, type KnownCertificate, namesOf } from './certificate.ts'
import { issuersOf } from './chain.ts'
import { type CmsMessage, parseCms, signerOf } from './cms.ts'
import { findSignatures, signedRange } from './dictionary.ts'
import { readSignatures } from './signatures.ts'
import { trustedBy } from './trust.ts'

/** A certificate, as far as a person needs it to confirm it. */
export interface SeenCertificate {
  /** Whom it is for; empty where it does not say. */
  name: string
  organization: string
  /** Hexadecimal, as authorities publish it. */
  serial: string
  /** ISO 8601 in UTC. */
  validFrom: string
  validTo: string
  /** Lower-case hex SHA-256 of the certificate. */
  sha256: string
  selfIssued: boolean
  /** Whether it stands in the trust list. */
  trusted: boolean
  pem: string
}

/** A signature of a PDF, with the way from its signer's certificate up to where the certificates at hand end. */
export interface InspectedSignature extends SignatureReading {
  /** The signer's first; empty where the signature cannot be read. */
  chain: SeenCertificate[]
}

const MOST = 8
const DOCUMENT_TIMESTAMP = 'ETSI.RFC3161'

/**
 * Who signed a PDF, and by which certificates: those that go along and those of the trust list. Each certificate of a way
 * signed the one before it; that says nothing of whether anybody should trust it. Nothing in the document makes this throw.
 */
export async function inspectSignatures(bytes: Uint8Array, trust: TrustList): Promise<InspectedSignature[]> {
  const readings = await readSignatures(bytes, trust)
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const own = [...findSignatures(pdf)].filter(
    ({ usageRights, subFilter }) => !usageRights && subFilter !== DOCUMENT_TIMESTAMP,
  )
  return readings.map((reading, at) => {
    const dictionary = readings.length === own.length ? own[at] : undefined
    const range = dictionary && signedRange(pdf, dictionary)
    const message = range === undefined || typeof range === 'string' ? undefined : messageIn(range.message)
    return { ...reading, chain: message === undefined ? [] : chainOf(message, trust) }
  })
}

function messageIn(bytes: Uint8Array): CmsMessage | undefined {
  try {
    return parseCms(bytes, { filled: true })
  } catch {
    // The readers of messages throw errors of many kinds; that it cannot be read is in the reading.
    return undefined
  }
}

function chainOf({ signerInfo, certificates }: CmsMessage, trust: TrustList): SeenCertificate[] {
  const trusted = trustedBy(trust)
  const known = [...certificates, ...trusted.certificates]
  const chain: KnownCertificate[] = []
  let next = signerOf(signerInfo, known)
  while (next !== undefined && chain.length < MOST && !chain.some(({ id }) => id === next?.id)) {
    chain.push(next)
    next = isSelfIssued(next) ? undefined : issuersOf(next, known)[0]?.certificate
  }
  return chain.map((one) => seen(one, trusted.ids))
}

function seen(one: KnownCertificate, trusted: ReadonlySet<string>): SeenCertificate {
  const { by = '', organization = '' } = namesOf(one)
  const { serialNumber, notBefore, notAfter } = one.certificate
  const instant = ({ value }: { value: Date }) => value.toISOString().replace('.000Z', 'Z')
  const base64 = Buffer.from(one.der)
    .toString('base64')
    .replace(/(.{64})/g, '$1\n')
    .trimEnd()
  return {
    name: by,
    organization,
    serial: Buffer.from(serialNumber.valueBlock.valueHexView).toString('hex'),
    validFrom: instant(notBefore),
    validTo: instant(notAfter),
    sha256: createHash('sha256').update(one.der).digest('hex'),
    selfIssued: isSelfIssued(one),
    trusted: trusted.has(one.id),
    pem: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
  }
}
