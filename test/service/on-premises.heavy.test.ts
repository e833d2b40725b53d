import { s3Presigner } from '../../src/service/s3-connection.ts'
import { S3Store } from '../../src/service/store-s3.ts'
import { withCeph } from '../support/ceph/with-ceph.ts'
import { formContract } from './support/form-contract.ts'
import { leaseContract } from './support/lease-contract.ts'
import { twoProcesses } from './support/two-processes.ts'

await withCeph('On premises', (ceph) => {
  let made = 0
  async function freshBucket(): Promise<string> {
    const bucket = `on-premises-${++made}`
    await ceph().makeBucket(bucket)
    return bucket
  }

  formContract('S3 itself', async () => {
    const bucket = await freshBucket()
    return { presigner: s3Presigner(bucket, ceph().connect), bundles: new S3Store(bucket, ceph().connect) }
  })
  leaseContract('S3', async () => new S3Store(await freshBucket(), ceph().connect))
  twoProcesses(ceph)
})
