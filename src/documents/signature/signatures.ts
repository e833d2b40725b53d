import * as asn1js from 'asn1js'
import type { SignatureReading, SignatureReason } from '../../dossier/reading.ts'
import type { TrustList } from '../settings.ts'
import { Asn1TooLarge } from './asn1.ts'
import { type KnownCertificate, namesOf } from './certificate.ts'
import { chainReason } from './chain.ts'
import { attribute, type CmsMessage, checkCms, parseCms, signerOf } from './cms.ts'
import { findSignatures, type SignatureDictionary, type SignedRange, signedRange } from './dictionary.ts'
import { provenTime, readStamp } from './timestamp.ts'
import { type Trusted, trustedBy } from './trust.ts'

/** Bounds on one document: it takes seconds at most, whatever is in it. */
export const SIGNATURE_BOUNDS = {
  signatures: 24,
  /** Bytes that are hashed, over all its signatures. */
  hashedBytes: 1024 * 1024 * 1024,
}

interface Covering extends Judged {
  /** Where the bytes it covers end. */
  end: number
}

/**
 * The digital signatures of a PDF, in the order of the file, judged by a trust list. Each stands at the time its signer
 * claims, or that a trusted timestamp proves; no clock is read. What was added after a signature is signed when a later
 * one that is intact covers it; when nobody trusted made that one, the earlier is not trusted either: what it covers may
 * have been changed in what was added. Nothing in the document makes this throw.
 *
 * Not read: signatures over a hash only (`adbe.pkcs7.sha1`, `adbe.x509.rsa_sha1`), OCSP answers, name constraints,
 * revocation lists in a `/DSS`; and whatever stands after the last signature makes it incomplete, were it only a `/DSS`.
 */
export async function readSignatures(bytes: Uint8Array, trust: TrustList): Promise<SignatureReading[]> {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: SignatureDictionary[] = []
  for (const one of findSignatures(pdf)) {
    if (!one.usageRights) found.push(one)
    if (found.length > SIGNATURE_BOUNDS.signatures) return [without('overBounds')]
  }
  if (found.length === 0) return []
  const { judgeSignature } = await import('./signatures.ts')
  let toHash = SIGNATURE_BOUNDS.hashedBytes
  const judged = found.map((dictionary): Covering => {
    const range = signedRange(pdf, dictionary)
    if (typeof range === 'string') return { ...without(range), stampOnly: false, end: 0 }
    toHash -= range.end
    if (toHash < 0) return { ...without('overBounds'), stampOnly: false, end: 0 }
    return { ...judgeSignature(dictionary, range, trust), end: range.end }
  })
  return judged.filter(({ stampOnly }) => !stampOnly).map((one) => reading(one, judged, pdf.length))
}

const without = (reason: SignatureReason) => ({ intact: false, trusted: false, complete: false, reason })

function reading({ end, stampOnly: _, ...one }: Covering, all: readonly Covering[], size: number): SignatureReading {
  if (!one.intact) return { ...one, complete: false }
  if (end === size) return { ...one, complete: true }
  const covering = all.filter((later) => later.end === size && later.intact)
  if (covering.length === 0) return { ...one, complete: false, reason: 'addedAfter' }
  const vouched = !one.trusted || covering.some((later) => later.trusted)
  return { ...one, complete: true, ...(!vouched && { trusted: false, reason: 'laterNotTrusted' }) }
}

/** What one signature dictionary comes to, before what others add is looked at. */
export interface Judged extends Omit<SignatureReading, 'complete' | 'reason'> {
  /** Why it is not intact, or not trusted. */
  reason?: SignatureReason
  /** A timestamp of the whole document: it stands for no person, but what it covers is covered. */
  stampOnly: boolean
}

const DATA = '1.2.840.113549.1.7.1'
const DOCUMENT_TIMESTAMP = 'ETSI.RFC3161'
const SUB_FILTERS = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached']

/** Judges one signature over its range by a trust list. Never throws for what is in the document. */
export function judgeSignature(dictionary: SignatureDictionary, range: SignedRange, list: TrustList): Judged {
  const trusted = trustedBy(list)
  const stampOnly = dictionary.subFilter === DOCUMENT_TIMESTAMP
  try {
    const message = parseCms(range.message, { filled: true })
    const content = [range.before, range.after]
    if (!stampOnly) return judgeMessage(message, content, dictionary, trusted)
    const stamp = readStamp(message, content, trusted)
    return { intact: stamp !== undefined, trusted: stamp?.trusted === true, stampOnly }
  } catch (error) {
    // The readers of certificates and messages throw errors of many kinds at bytes that are none.
    const reason = error instanceof Asn1TooLarge ? 'overBounds' : 'contentsUnreadable'
    return { intact: false, trusted: false, reason, stampOnly }
  }
}

function judgeMessage(
  message: CmsMessage,
  content: readonly Uint8Array[],
  { subFilter = '', modified }: SignatureDictionary,
  trusted: Trusted,
): Judged {
  const altered = (reason: SignatureReason, signer?: KnownCertificate): Judged => ({
    intact: false,
    trusted: false,
    reason,
    ...(signer !== undefined && namesOf(signer)),
    stampOnly: false,
  })
  if (!SUB_FILTERS.includes(subFilter)) return altered('kindUnknown')
  if (message.content !== undefined) return altered('contentIncluded')
  const known = [...message.certificates, ...trusted.certificates]
  const signer = signerOf(message.signerInfo, known)
  if (signer === undefined) return altered('signerMissing')
  const check = checkCms(message, signer, { contentType: DATA, content })
  if ('reason' in check) return altered(check.reason, signer)
  const proven = provenTime(message, trusted)
  const at = proven ?? claimedTime(message, modified)
  const whose = { intact: true, stampOnly: false, ...namesOf(signer), ...timeOf(at, proven !== undefined) }
  const chain = (time: number) =>
    chainReason({
      signer,
      known,
      trusted: trusted.ids,
      revocationLists: [...message.revocationLists, ...trusted.revocationLists],
      at: time,
      proven: proven !== undefined,
      purpose: 'documents',
    })
  const reason = at === undefined ? 'noTime' : (chain(at) ?? (check.weak ? 'weak' : undefined))
  return reason === undefined ? { ...whose, trusted: true } : { ...whose, trusted: false, reason }
}

function timeOf(at: number | undefined, proven: boolean): Pick<SignatureReading, 'signedAt' | 'time'> {
  if (at === undefined) return {}
  const signedAt = new Date(at).toISOString().replace('.000Z', 'Z')
  return { signedAt, time: proven ? 'timestamp' : 'claimed' }
}

const SIGNING_TIME = '1.2.840.113549.1.9.5'
const PDF_DATE = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?|)/
const MINUTE = 60_000

/**
 * When the signer says he signed, in ms of the epoch: the signing time of the message, or else `/M` of the dictionary
 * (ISO 32000-2, 12.8.3.4: PAdES allows only that); a date without a zone is taken as UTC.
 * @throws Asn1Error when the attribute stands twice
 */
function claimedTime({ signerInfo }: CmsMessage, modified: string | undefined): number | undefined {
  const value = attribute(signerInfo.signedAttrs, SIGNING_TIME)
  const time =
    value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime
      ? value.toDate().getTime()
      : pdfTime(modified)
  return Number.isNaN(time) ? undefined : time
}

/** The time a date of a PDF stands for (ISO 32000-1, 7.9.4); NaN when it is none. */
function pdfTime(text = ''): number {
  const found = PDF_DATE.exec(text)
  if (found === null) return Number.NaN
  const [, year, month, day, hour, minute, second = '00', sign, hours = '00', minutes = '00'] = found
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE
  return sign === '-' ? local + offset : local - offset
}
