import { isArchive } from '../base/archive-magic.ts'
import type { ContainerEntry } from './container.ts'
import { displayName } from './display.ts'
import { archiveRefusal } from './refusals-archive.ts'

/** The files sorted by path in UTF-8 byte order, which does not depend on the system or its language. */
export function sortedByPath(files: readonly ContainerEntry[]): ContainerEntry[] {
  return files
    .map((file) => ({ file, key: Buffer.from(file.path) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ file }) => file)
}

/** @throws Refusal when there is no file, or none but archives */
export function requireDocuments(files: readonly ContainerEntry[]): void {
  const first = files[0]
  if (first === undefined) throw archiveRefusal('empty-archive')
  if (files.every((file) => isArchive(file.path, file.head)))
    throw archiveRefusal('nested-archive-only', { entry: displayName(first.path) })
}
