import { createHash } from 'node:crypto'
import { TSTInfo } from 'pkijs'
import { hashOf } from './algorithms.ts'
import { octets, parseDer, rawBytes } from './asn1.ts'
import type { KnownCertificate } from './certificate.ts'
import { chainReason } from './chain.ts'
import { attribute, type CmsMessage, checkCms, parseCms, signerOf } from './cms.ts'
import type { Trusted } from './trust.ts'

const TIMESTAMP_ATTRIBUTE = '1.2.840.113549.1.9.16.2.14'
const TIMESTAMP_CONTENT = '1.2.840.113549.1.9.16.1.4'

/**
 * The time, in ms of the epoch, that a trusted timestamp proves a signature existed at (RFC 3161, RFC 5816).
 * @returns undefined when there is none, or one of something else, broken, or by someone who is not trusted
 */
export function provenTime(message: CmsMessage, trusted: Trusted): number | undefined {
  try {
    const token = attribute(message.signerInfo.unsignedAttrs, TIMESTAMP_ATTRIBUTE)
    if (token === undefined) return undefined
    const stamped = [octets(message.signerInfo.signature)]
    const stamp = readStamp(parseCms(rawBytes(token)), stamped, trusted, message.certificates)
    return stamp?.trusted ? stamp.at : undefined
  } catch {
    // A timestamp that cannot be read proves nothing, and takes nothing away.
    return undefined
  }
}

/** When bytes existed, in ms of the epoch, and whether someone trusted says so. */
export interface Stamp {
  at: number
  trusted: boolean
}

/**
 * Reads a timestamp of these bytes.
 * @returns undefined when it is of others, or broken, or by means that can be forged today
 * @throws when it cannot be read
 */
export function readStamp(
  token: CmsMessage,
  stamped: readonly Uint8Array[],
  trusted: Trusted,
  others: readonly KnownCertificate[] = [],
): Stamp | undefined {
  const known = [...token.certificates, ...others, ...trusted.certificates]
  const signer = signerOf(token.signerInfo, known)
  if (token.content === undefined || signer === undefined) return undefined
  const check = checkCms(token, signer, { contentType: TIMESTAMP_CONTENT, content: [token.content] })
  if (!('weak' in check) || check.weak) return undefined
  const { messageImprint, genTime } = new TSTInfo({ schema: parseDer(token.content) })
  const hash = hashOf(messageImprint.hashAlgorithm)
  if (hash === undefined || hash === 'sha1') return undefined
  const found = createHash(hash)
  for (const part of stamped) found.update(part)
  if (!found.digest().equals(octets(messageImprint.hashedMessage))) return undefined
  const at = genTime.getTime()
  const reason = chainReason({
    signer,
    known,
    trusted: trusted.ids,
    revocationLists: [...token.revocationLists, ...trusted.revocationLists],
    at,
    proven: true,
    purpose: 'timestamps',
  })
  return { at, trusted: reason === undefined }
}
