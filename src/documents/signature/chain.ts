import type { SignatureReason } from '../../dossier/reading.ts'
import { type Check, checkSignature } from './algorithms.ts'
import {
  fitsPurpose,
  isSelfIssued,
  isUnderstood,
  type KnownCertificate,
  keyUsage,
  mayIssue,
  type Purpose,
} from './certificate.ts'
import { isRevoked, type RevocationList } from './revocation.ts'

/** Whether a certificate is to be believed, and by what. */
export interface ChainQuestion {
  signer: KnownCertificate
  /** Certificates at hand to build the way up with: those of the message and those of the trust list. */
  known: readonly KnownCertificate[]
  /** Ids of those that are trusted. */
  trusted: ReadonlySet<string>
  revocationLists: readonly RevocationList[]
  /** The time to judge at, in ms of the epoch, and whether it is proven or only claimed. */
  at: number
  proven: boolean
  purpose: Purpose
}

interface Step {
  certificate: KnownCertificate
  /** Of its own signature by the next one up. */
  check?: Check
}

const MAX_LENGTH = 8

/**
 * Looks for a way from the signer's certificate up to a trusted one on which every certificate held at the time
 * (RFC 5280, 6.1). Each certificate is gone through once, so that time grows with their number only.
 * @returns undefined when there is one, else why the first way found fails, or why there is none
 */
export function chainReason(question: ChainQuestion): SignatureReason | undefined {
  const seen = new Set([question.signer.id])
  const ways: Step[][] = [[{ certificate: question.signer }]]
  let found: SignatureReason | undefined
  for (const way of ways) {
    const last = way[way.length - 1]
    if (last === undefined || way.length > MAX_LENGTH) continue
    if (question.trusted.has(last.certificate.id)) {
      const reason = wayReason(way, question)
      if (reason === undefined) return undefined
      found ??= reason
      continue
    }
    for (const issuer of issuersOf(last.certificate, question.known)) {
      if (seen.has(issuer.certificate.id)) continue
      seen.add(issuer.certificate.id)
      ways.push([...way.slice(0, -1), { ...last, check: issuer.check }, { certificate: issuer.certificate }])
    }
  }
  if (found !== undefined) return found
  if (question.trusted.size === 0) return 'noTrustList'
  return isSelfIssued(question.signer) ? 'selfSigned' : 'issuerUnknown'
}

/** Those among the known whose key signed the certificate. */
export function issuersOf({ certificate }: KnownCertificate, known: readonly KnownCertificate[]) {
  return known.flatMap((one) => {
    if (!one.certificate.subject.isEqual(certificate.issuer)) return []
    const check = checkSignature(one.certificate.subjectPublicKeyInfo, {
      algorithm: certificate.signatureAlgorithm,
      data: certificate.tbsView,
      signature: certificate.signatureValue.valueBlock.valueHexView,
    })
    return check === 'right' || check === 'weak' ? [{ certificate: one, check }] : []
  })
}

function wayReason(way: readonly Step[], question: ChainQuestion): SignatureReason | undefined {
  const certificates = way.map(({ certificate }) => certificate)
  const [signer, ...issuers] = certificates
  if (signer === undefined || !isUnderstood(signer) || !fitsPurpose(signer, question.purpose)) return 'notForSigning'
  if (issuers.some((issuer, below) => !isUnderstood(issuer) || !mayIssue(issuer, below))) return 'issuerUnfit'
  if (way.some(({ check }) => check === 'weak')) return 'weak'
  for (const { certificate } of certificates) {
    // Written so that a time that is no number holds nothing.
    if (!(question.at >= certificate.notBefore.value.getTime())) return 'notYetValid'
    if (!(question.at <= certificate.notAfter.value.getTime())) return 'expired'
  }
  const revoked = certificates.some((one) => {
    const lists = question.revocationLists.filter(({ issuer }) => issuer.isEqual(one.certificate.issuer))
    const issuers = lists.length === 0 || isSelfIssued(one) ? [] : issuersOf(one, [...certificates, ...question.known])
    return isRevoked(one, issuers.map(({ certificate }) => certificate).filter(maySignLists), lists, question)
  })
  return revoked ? 'revoked' : undefined
}

const LIST_SIGN = 6
const maySignLists = (issuer: KnownCertificate): boolean => keyUsage(issuer)?.(LIST_SIGN) ?? true
