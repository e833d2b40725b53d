/** Why a signature does not count, in the order in which it is told: the first that holds. */
export const SIGNATURE_REASONS = [
  // Not intact.
  'overBounds',
  'kindUnknown',
  'byteRange',
  'contentsEmpty',
  'contentsUnreadable',
  'contentIncluded',
  'contentAltered',
  'attributesMissing',
  'signatureWrong',
  'signerMissing',
  'signerReplaced',
  'algorithmUnknown',
  // Not complete.
  'addedAfter',
  // Not trusted.
  'noTrustList',
  'noTime',
  'weak',
  'notForSigning',
  'selfSigned',
  'issuerUnknown',
  'issuerUnfit',
  'notYetValid',
  'expired',
  'revoked',
  'laterNotTrusted',
] as const

/** Id of why a signature is not intact, not complete or not trusted. */
export type SignatureReason = (typeof SIGNATURE_REASONS)[number]
