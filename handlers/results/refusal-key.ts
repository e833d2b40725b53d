import { digest } from '../../src/base/canonical.ts'
import type { UploadEvent } from '../events/parse-upload-events.ts'

/**
 * Where a refusal is stored: by the hash of the bundle, or, where its bytes could not be read to the end, by the hash of
 * the upload. Either way a repeated event finds it there.
 */
export function refusalKey(refusal: { bundle: { sha256: string | null }; asOf: string }, upload: UploadEvent): string {
  return `refusals/${refusal.bundle.sha256 ?? digest(upload)}/${refusal.asOf}.json`
}
