import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SQSEvent } from 'aws-lambda'
import { makeZip } from '../support/zip.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Of the base dossier, as bytes. */
export const MANIFEST = await readFile(join(root, 'fixtures/base/department.json'))
const made: string[] = []

/** A new folder, removed by {@link clearScratch}. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-handler-'))
  made.push(folder)
  return folder
}

export async function clearScratch(): Promise<void> {
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true })))
}

/** A bundle with the manifest of the base dossier and none of its papers. `note` makes other bytes of it. */
export const bundleZip = (note = '') => makeZip({ 'manifest.json': MANIFEST, 'ghi-chu.txt': note })

/** An upload that was asked for on 5 March 2026 at 9 in Vietnam. */
export const UPLOAD_ID = '20260305T020000000Z-0a1b2c3d'
export const uploadKey = (agency: string, id = UPLOAD_ID) => `bundles/${agency}/${id}.zip`

/** An S3 notification as the body of a message. */
export function uploaded(bucket: string, key: string, at = '2026-03-05T09:00:00.000Z', versionId?: string): string {
  const object = { key: encodeURIComponent(key), ...(versionId && { versionId }) }
  return JSON.stringify({
    Records: [{ eventName: 'ObjectCreated:Post', eventTime: at, s3: { bucket: { name: bucket }, object } }],
  })
}

/** The batch that the queue hands over; message ids are m0, m1, … */
export function batch(...bodies: string[]): SQSEvent {
  const attributes = {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 's',
    ApproximateFirstReceiveTimestamp: '0',
  }
  const rest = {
    receiptHandle: 'r',
    attributes,
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:x',
    awsRegion: 'x',
  }
  return { Records: bodies.map((body, index) => ({ messageId: `m${index}`, body, ...rest })) }
}

/** What the HTTP API hands over (payload format 2.0). */
export function httpRequest(method: 'GET' | 'POST', rawPath: string, headers: Record<string, string> = {}) {
  const http = { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'test' }
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: { host: 'api.test', ...headers },
    ...(method === 'POST' && { body: '{}' }),
    isBase64Encoded: false,
    requestContext: { http, domainName: 'api.test', stage: '$default', requestId: 'r', accountId: 'a', apiId: 'i' },
  }
}
