import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { type Localized, withValues } from '../../core/errors.ts'
import type { UploadForm, UploadPolicy } from '../../service/store.ts'
import { FORM_EXPIRED as EXPIRED, OTHER_FORM, POLICY_TEXTS } from '../words.ts'
import { FormFault } from './parts.ts'

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

/** The algorithm as S3 names it. */
const ALGORITHM = 'AWS4-HMAC-SHA256'

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** `<access key>/<yyyymmdd>/<region>/s3/aws4_request`: who signs, and for what. */
function credentialScope(accessKeyId: string, basicDate: string, region: string): string {
  return `${accessKeyId}/${basicDate.slice(0, 8)}/${region}/s3/aws4_request`
}

/**
 * The signature of a policy in base64 (AWS Signature Version 4), lower-case hex.
 * @param credential as {@link credentialScope} writes it
 */
function policySignature(policy: string, secret: string, credential: string): string {
  const scope = credential.split('/').slice(1)
  const key = scope.reduce<string | Buffer>((made, part) => hmac(made, part), `AWS4${secret}`)
  return hmac(key, policy).toString('hex')
}

/** Compares in a time that does not tell where the two differ. */
function sameSignature(found: string, expected: string): boolean {
  const [a, b] = [Buffer.from(found), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** What the file of a form must be. */
export interface FileBounds {
  key: string
  minBytes: number
  maxBytes: number
  /** Base64. */
  sha256: string | undefined
}

const policySchema = z.strictObject({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
      z.record(z.string(), z.string()).refine((condition) => Object.keys(condition).length === 1),
    ]),
  ),
})

type Policy = z.infer<typeof policySchema>

/** Fields that a policy is checked by. */
const SIGNED_BY = ['policy', 'x-amz-signature', 'x-amz-credential', 'x-amz-algorithm']

/** Fields that the policy does not name: it cannot hold itself or its signature. */
const UNBOUND = new Set(['policy', 'x-amz-signature'])

/** Whether all fields are there by which a policy can be checked. */
export function hasPolicy(fields: ReadonlyMap<string, string>): boolean {
  return SIGNED_BY.every((name) => fields.has(name))
}

/**
 * Checks the policy of a form against its signature and its end, whatever else there is of the form.
 * @throws FormFault when it is not ours or has expired
 */
export function checkPolicy(fields: ReadonlyMap<string, string>, signer: FormSigner, now: Date): Policy {
  const policy = signedPolicy(fields, signer)
  if (now.getTime() > Date.parse(policy.expiration)) throw denied(EXPIRED)
  return policy
}

/**
 * Checks the fields of a form against its policy, and the policy against its signature and its end.
 * @param fields by their names in lower case
 * @throws FormFault for anything that is not exactly as it was signed
 */
export function checkFields(fields: ReadonlyMap<string, string>, signer: FormSigner, now: Date): FileBounds {
  const policy = checkPolicy(fields, signer, now)
  let bounds: readonly [number, number] | undefined
  const expected = new Map<string, string>()
  for (const condition of policy.conditions)
    if (Array.isArray(condition)) bounds = [condition[1], condition[2]]
    else for (const [name, value] of Object.entries(condition)) expected.set(name.toLowerCase(), value)
  if (expected.get('bucket') !== signer.bucket || bounds === undefined) throw denied(OTHER_FORM)
  expected.delete('bucket')
  for (const name of new Set([...expected.keys(), ...fields.keys()])) {
    if (UNBOUND.has(name)) continue
    if (fields.get(name) !== expected.get(name)) throw denied(changed(name, fields.get(name), expected.get(name)))
  }
  const key = expected.get('key')
  if (key === undefined) throw denied(OTHER_FORM)
  return { key, minBytes: bounds[0], maxBytes: bounds[1], sha256: expected.get('x-amz-checksum-sha256') }
}

/** The policy, once its signature is known to be ours. */
function signedPolicy(fields: ReadonlyMap<string, string>, signer: FormSigner): Policy {
  const [policy, signature, credential] = ['policy', 'x-amz-signature', 'x-amz-credential'].map((name) =>
    fields.get(name),
  )
  if (policy === undefined || signature === undefined || credential === undefined) throw denied(OTHER_FORM)
  const ours = credential.startsWith(`${signer.accessKeyId}/`) && fields.get('x-amz-algorithm') === ALGORITHM
  if (!ours || !sameSignature(signature, policySignature(policy, signer.secretAccessKey, credential)))
    throw new FormFault('SignatureDoesNotMatch', OTHER_FORM)
  return policySchema.parse(JSON.parse(Buffer.from(policy, 'base64').toString('utf8')))
}

const denied = (text: Localized) => new FormFault('AccessDenied', text)

function changed(name: string, found: string | undefined, expected: string | undefined): Localized {
  const shown = (value: string | undefined, none: Localized) =>
    value === undefined ? none : JSON.stringify(value.slice(0, 200))
  return withValues(POLICY_TEXTS.fieldDiffers, {
    name,
    found: shown(found, POLICY_TEXTS.absent),
    expected: shown(expected, POLICY_TEXTS.noSuchField),
  })
}
