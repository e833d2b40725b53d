import { type KnownCertificate, keyUsage, purposes } from './certificate.ts'

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
