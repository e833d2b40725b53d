import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import { AlgorithmIdentifier } from 'pkijs'
import type { SignatureReason } from '../../dossier/signature-reason.ts'
import { checkSignature, hashOf } from './algorithms.ts'
import { elements, octets } from './asn1.ts'
import type { KnownCertificate } from './certificate.ts'
import { attribute, type CmsMessage } from './cms.ts'

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
