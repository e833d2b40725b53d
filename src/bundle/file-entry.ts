import { sha256 } from '../base/canonical.ts'
import type { ContainerEntry } from './container.ts'

const HEAD_BYTES = 64

/** The entry of a file from its content, of which only the first bytes are kept. */
export function fileEntry(path: string, content: Uint8Array): ContainerEntry {
  // A copy: a view would keep the whole content in memory.
  const head = new Uint8Array(content.subarray(0, HEAD_BYTES))
  return { path, sha256: sha256(content), bytes: content.length, head }
}
