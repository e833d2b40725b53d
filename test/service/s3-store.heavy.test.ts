import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { s3Connector } from '../../src/service/s3-connection.ts'
import { requireConditionalWrites } from '../../src/service/store.ts'
import { S3Store } from '../../src/service/store-s3.ts'
import { withCeph } from '../support/ceph/with-ceph.ts'
import { storeContract } from './contract.ts'
import { listContract } from './list-contract.ts'

const TYPE = 'application/zip'
const SMALL_BLOCKS = { blockBytes: 1000, kept: 2 }

await withCeph('S3Store', (ceph) => {
  let made = 0

  async function freshBucket(versioned?: 'versioned'): Promise<string> {
    const name = `bucket-${++made}`
    await ceph().makeBucket(name, versioned)
    return name
  }
  storeContract('S3Store', async () => new S3Store(await freshBucket(), ceph().connect, SMALL_BLOCKS))
  listContract('S3Store', async () => new S3Store(await freshBucket('versioned'), ceph().connect))

  test('reads the version that was asked for, though a newer one is there', async () => {
    const bucket = await freshBucket('versioned')
    const store = new S3Store(bucket, ceph().connect, SMALL_BLOCKS)
    const old = new Uint8Array(2500).fill(1)
    await store.put('key', old, TYPE)
    const versionId = (await store.head('key'))?.versionId
    expect(versionId).toBeTypeOf('string')
    await store.put('key', new Uint8Array(2500).fill(2), TYPE)
    const source = await store.source('key', { versionId: String(versionId) })
    expect(await source?.read(0, 2500)).toEqual(old)
  })

  test('in a bucket with versions a source goes on reading what it began with', async () => {
    const store = new S3Store(await freshBucket('versioned'), ceph().connect, SMALL_BLOCKS)
    await store.put('key', new Uint8Array(2500).fill(1), TYPE)
    const source = await store.source('key')
    await store.put('key', new Uint8Array(2500).fill(2), TYPE)
    expect(await source?.read(0, 2500)).toEqual(new Uint8Array(2500).fill(1))
  })

  test('reads a large object front to back with one request per block', async () => {
    const bucket = await freshBucket()
    await new S3Store(bucket, ceph().connect).put('large', new Uint8Array(20_500).fill(3), TYPE)
    const { sdk, client } = await ceph().connect()
    let requests = 0
    client.middlewareStack.add(
      (next) => (args) => {
        requests++
        return next(args)
      },
      { step: 'finalizeRequest', name: 'counting' },
    )
    const source = await new S3Store(bucket, async () => ({ sdk, client }), SMALL_BLOCKS).source('large')
    for (let at = 0; at < 20_500; at += 100) await source?.read(at, 100)
    client.middlewareStack.remove('counting')
    expect(requests).toBe(21)
  })

  test('writes into a bucket that locks its objects, with the checksum that S3 asks for', async () => {
    const { sdk, client } = await ceph().connect()
    await client.send(new sdk.CreateBucketCommand({ Bucket: 'locked', ObjectLockEnabledForBucket: true }))
    const Rule = { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } as const
    const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled', Rule } as const
    await client.send(new sdk.PutObjectLockConfigurationCommand({ Bucket: 'locked', ObjectLockConfiguration }))
    const sent: unknown[] = []
    client.middlewareStack.add(
      (next) => (args) => {
        sent.push((args.request as { headers: Record<string, string> }).headers['content-md5'])
        return next(args)
      },
      { step: 'finalizeRequest', name: 'looking' },
    )
    const store = new S3Store('locked', async () => ({ sdk, client }))
    for (const content of [1, 2]) await store.put('latest', new Uint8Array([content]), TYPE)
    expect(await store.putIfAbsent('other', new Uint8Array([3]), TYPE)).toBe('written')
    client.middlewareStack.remove('looking')
    expect(sent.map((header) => Buffer.from(String(header), 'base64').length)).toEqual([16, 16, 16])
    expect(await store.read('latest')).toEqual(new Uint8Array([2]))
  })

  test('a server that overwrites what it was asked not to is found out; one that does not, is not', async () => {
    const good = new S3Store(await freshBucket(), ceph().connect)
    for (let times = 0; times < 2; times++) await requireConditionalWrites(good, 's3://good')
    const { sdk, client } = await ceph().connect()
    client.middlewareStack.add(
      (next) => (args) => {
        Reflect.deleteProperty((args.request as { headers: object }).headers, 'if-none-match')
        return next(args)
      },
      { step: 'build', name: 'forgetting' },
    )
    const bad = new S3Store(await freshBucket(), async () => ({ sdk, client }))
    const found = requireConditionalWrites(bad, 's3://bad')
    await expect(found).rejects.toMatchObject({
      name: 'InputError',
      text: { vi: expect.stringContaining('s3://bad'), en: expect.stringContaining('s3://bad') },
    })
    client.middlewareStack.remove('forgetting')
  })

  test('a bucket that is not there is a fault, not an object that is not there', async () => {
    const store = new S3Store('no-such-bucket', ceph().connect)
    const fault = { name: 'StoreFault', message: expect.stringContaining('s3://no-such-bucket/key') }
    await expect(store.head('key')).rejects.toMatchObject(fault)
    await expect(store.source('key')).rejects.toMatchObject(fault)
    await expect(store.list('key').next()).rejects.toMatchObject(fault)
    await expect(store.putIfAbsent('key', new Uint8Array(1), TYPE)).rejects.toMatchObject(fault)
  })

  test('a wrong secret is a fault', async () => {
    const credentials = { ...ceph().settings.credentials, secretAccessKey: 'wrong' }
    const store = new S3Store(await freshBucket(), s3Connector({ ...ceph().settings, credentials }))
    await expect(store.read('key')).rejects.toMatchObject({
      name: 'StoreFault',
      cause: { name: 'SignatureDoesNotMatch' },
    })
  })
})

describe('S3Store', () => {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }

  test('a server that is not there is a fault that keeps its cause', async () => {
    const connect = s3Connector({
      endpoint: 'http://127.0.0.1:1',
      forcePathStyle: true,
      region: 'us-east-1',
      credentials,
    })
    const store = new S3Store('bucket', connect)
    await expect(store.source('key')).rejects.toMatchObject({ name: 'StoreFault', cause: { code: 'ECONNREFUSED' } })
    await expect(store.put('key', new Uint8Array(1), TYPE)).rejects.toMatchObject({ name: 'StoreFault' })
  })

  test.each([
    ['never answers', undefined],
    ['stops in the middle of an answer', 500],
  ])('a server that %s is a fault, not a wait for ever', async (_what, sent) => {
    const server = createServer((_request, response) => {
      if (sent === undefined) return
      response.writeHead(206, { 'content-range': 'bytes 0-999/1000', 'content-length': '1000', etag: '"e"' })
      response.write('x'.repeat(sent))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const settings = { endpoint: `http://127.0.0.1:${port}`, forcePathStyle: true, region: 'us-east-1', credentials }
    const store = new S3Store('bucket', s3Connector({ ...settings, idleMs: 200 }))
    await expect(store.source('key')).rejects.toMatchObject({ name: 'StoreFault', cause: { name: 'TimeoutError' } })
    server.closeAllConnections()
    server.close()
  })
})
