import type { ReadLimits } from '../bundle/container.ts'
import { DOCUMENT_BOUNDS } from '../evidence/bounds.ts'

/**
 * Milliseconds after which a bundle that is still being read is not waited for: what the bundle, its documents and the
 * last one begun in time may take. Bounds of their own end honest work before.
 */
export function readingTime({ milliseconds }: Pick<ReadLimits, 'milliseconds'>): number {
  return milliseconds + DOCUMENT_BOUNDS.bundleMilliseconds + DOCUMENT_BOUNDS.milliseconds
}
