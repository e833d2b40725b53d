import type { SignatureReading, SignatureReason } from '../../dossier/reading.ts'
import type { TrustList } from '../settings.ts'
import { findSignatures, type SignatureDictionary, signedRange } from './dictionary.ts'
import type { Judged } from './judgement.ts'

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
  const { judgeSignature } = await import('./judgement.ts')
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
