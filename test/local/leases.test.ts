import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { FolderStore } from '../../src/store/folder-store.ts'
import { S3Store } from '../../src/store/s3-store.ts'
import { withCeph } from '../support/ceph/with-ceph.ts'
import { leaseContract } from './support/lease-contract.ts'

const root = await mkdtemp(join(tmpdir(), 'qms-verdict-leases-'))
afterAll(() => rm(root, { recursive: true }))

leaseContract('a folder', async () => new FolderStore(await mkdtemp(join(root, 'store-'))))

await withCeph('Leases', (ceph) => {
  let made = 0
  leaseContract('S3', async () => {
    const bucket = `leases-${++made}`
    await ceph().makeBucket(bucket)
    return new S3Store(bucket, ceph().connect)
  })
})
