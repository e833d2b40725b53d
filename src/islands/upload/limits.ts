import { sizeText } from '../shared/say.ts'
import { fault } from './fault.ts'
import type { Picked } from './picked.ts'

/** What the service takes. */
export interface UploadLimits {
  /** Of the ZIP. */
  bytes: number
  /** In the ZIP. */
  files: number
}

const NAMED = 3

/** @throws UploadFault when there are more files than are taken */
export function checkCount(picked: readonly Picked[], limits: UploadLimits): void {
  if (picked.length > limits.files) throw fault('tooMany', { n: picked.length, most: limits.files })
}

/**
 * @param bytes of the ZIP
 * @throws UploadFault naming the largest files, when the ZIP is larger than is taken
 */
export function checkSize(bytes: number, picked: readonly Picked[], limits: UploadLimits): void {
  if (bytes <= limits.bytes) return
  const largest = [...picked]
    .sort((a, b) => b.file.size - a.file.size)
    .slice(0, NAMED)
    .map(({ path, file }) => `${path} (${sizeText(file.size)})`)
    .join(', ')
  throw fault('tooLarge', { size: sizeText(bytes), most: sizeText(limits.bytes), largest })
}
