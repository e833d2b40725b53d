import { createHmac, timingSafeEqual } from 'node:crypto'

/** The algorithm as S3 names it. */
export const ALGORITHM = 'AWS4-HMAC-SHA256'

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** `<access key>/<yyyymmdd>/<region>/s3/aws4_request`: who signs, and for what. */
export function credentialScope(accessKeyId: string, basicDate: string, region: string): string {
  return `${accessKeyId}/${basicDate.slice(0, 8)}/${region}/s3/aws4_request`
}

/**
 * The signature of a policy in base64 (AWS Signature Version 4), lower-case hex.
 * @param credential as {@link credentialScope} writes it
 */
export function policySignature(policy: string, secret: string, credential: string): string {
  const scope = credential.split('/').slice(1)
  const key = scope.reduce<string | Buffer>((made, part) => hmac(made, part), `AWS4${secret}`)
  return hmac(key, policy).toString('hex')
}

/** Compares in a time that does not tell where the two differ. */
export function sameSignature(found: string, expected: string): boolean {
  const [a, b] = [Buffer.from(found), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
