import type { Place } from '../local/settings.ts'
import { flagOrVariable, type Given, required, webAddress } from './flag-or-variable.ts'

/** Options that say where the service keeps everything. */
export const PLACE_OPTIONS = {
  data: { type: 'string', default: 'data' },
  's3-endpoint': { type: 'string' },
  's3-region': { type: 'string' },
  'bundle-bucket': { type: 'string' },
  'verdict-bucket': { type: 'string' },
} as const

/**
 * Where the service keeps everything: on the S3 server, where one is named, else in the folder of `--data`.
 * @throws InputError when a server is named without its buckets
 */
export function servicePlace(given: Given & { values: { data: string } }): Place {
  const endpoint = flagOrVariable('s3-endpoint', 'S3_ENDPOINT', given)
  if (endpoint === undefined) return { folder: given.values.data }
  const because = '--s3-endpoint (S3_ENDPOINT)'
  return {
    s3: {
      endpoint: webAddress(because, endpoint),
      region: flagOrVariable('s3-region', 'AWS_REGION', given) ?? 'us-east-1',
      bundleBucket: required('bundle-bucket', 'BUNDLE_BUCKET', given, because),
      verdictBucket: required('verdict-bucket', 'VERDICT_BUCKET', given, because),
    },
  }
}
