import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { type S3Connection, s3Connector } from '../../store/s3-connection.ts'
import { S3Store } from '../../store/s3-store.ts'
import { s3Presigner } from '../../web/s3-presigner.ts'
import { storeLeases } from '../jobs/leases.ts'
import type { S3Place } from '../settings.ts'
import type { OpenedPlace } from './opened-place.ts'

const connector = ({ endpoint, region }: S3Place) => s3Connector({ endpoint, region, forcePathStyle: true })

/** The two stores on a server that speaks S3. */
export function s3Stores(
  place: S3Place,
  connect: () => Promise<S3Connection> = connector(place),
): Pick<OpenedPlace, 'bundles' | 'verdicts'> {
  return { bundles: new S3Store(place.bundleBucket, connect), verdicts: new S3Store(place.verdictBucket, connect) }
}

/** A store that several processes share: clients upload to it, and leases say who judges what. */
export function openS3(place: S3Place, leaseSeconds: number, now: () => Date): OpenedPlace {
  const connect = connector(place)
  const stores = s3Stores(place, connect)
  const owner = `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`
  return {
    ...stores,
    presigner: s3Presigner(place.bundleBucket, connect),
    leases: storeLeases(stores.verdicts, { owner, seconds: leaseSeconds, now }),
    uploads: undefined,
  }
}
