import type { UploadForm, UploadPolicy } from '../../web/presigner.ts'
import { ALGORITHM, credentialScope, policySignature } from './policy-signature.ts'

/** Where a form is sent, and by whose key it is signed. */
export interface FormSigner {
  /** Address of the bucket. */
  url: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** Of temporary credentials. */
  sessionToken?: string | undefined
}

/**
 * A form with a signed policy, as S3 understands it (POST policy, Signature Version 4): exact key, exact content type,
 * size from one byte to the most, SHA-256 where it is given, and an end of validity.
 */
export function signedForm(upload: UploadPolicy, signer: FormSigner, now: Date): UploadForm {
  const basicDate = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const bound: Record<string, string> = {
    key: upload.key,
    'Content-Type': upload.contentType,
    ...(upload.sha256 !== undefined && { 'x-amz-checksum-sha256': upload.sha256 }),
    ...(signer.sessionToken !== undefined && { 'x-amz-security-token': signer.sessionToken }),
    'x-amz-algorithm': ALGORITHM,
    'x-amz-credential': credentialScope(signer.accessKeyId, basicDate, signer.region),
    'x-amz-date': basicDate,
  }
  const conditions = [
    { bucket: signer.bucket },
    ['content-length-range', 1, upload.maxBytes],
    ...Object.entries(bound).map(([name, value]) => ({ [name]: value })),
  ]
  const expiration = new Date(now.getTime() + upload.validSeconds * 1000).toISOString()
  const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64')
  const signature = policySignature(policy, signer.secretAccessKey, bound['x-amz-credential'] ?? '')
  return { url: signer.url, fields: { ...bound, policy, 'x-amz-signature': signature } }
}
