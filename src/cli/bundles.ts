import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, type Language, withValues } from '../core/errors.ts'
import type { ByteSource } from '../core/files.ts'
import { ownProcessorTime } from '../documents/process/usage.ts'
import { readingTime } from '../documents/settings.ts'
import type { BundleSource } from '../intake/bundle.ts'
import { DEFAULT_LIMITS, type ReadOptions } from '../intake/container.ts'
import { progressLine } from './output.ts'
import { BUNDLES_TEXTS } from './words.ts'

/** How the command line reads a bundle: under the default limits, timed, and telling how far it has come. */
export type BundleReading = ReadOptions & { source: BundleSource }

/**
 * Opens the bundle at a path, hands it over to be read, and closes it whatever comes of it.
 * @param how `what` the progress line names, where it is one of several bundles; `more` milliseconds that it may take
 * @throws InputError when it is not there; what `use` throws
 */
export async function withBundle<T>(
  path: string,
  lang: Language,
  use: (reading: BundleReading) => Promise<T>,
  { what, more = 0 }: { what?: string; more?: number } = {},
): Promise<T> {
  const { source, close } = await openBundle(path)
  const progress = progressLine(lang, what)
  try {
    return await use({
      source,
      limits: DEFAULT_LIMITS,
      stopwatch: ownProcessorTime,
      signal: AbortSignal.timeout(readingTime(DEFAULT_LIMITS) + more),
      progress: progress.show,
    })
  } finally {
    progress.clear()
    await close()
  }
}

/**
 * Opens a bundle named on the command line: a folder, or a ZIP read piece by piece.
 * @returns the source, and what closes it
 * @throws InputError when it is not there or is neither file nor folder
 */
export async function openBundle(path: string): Promise<{ source: BundleSource; close(): Promise<void> }> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new InputError(withValues(BUNDLES_TEXTS.noBundle, { path }), { cause })
  })
  if (found.isDirectory()) return { source: { folder: path }, close: async () => undefined }
  if (!found.isFile()) throw new InputError(withValues(BUNDLES_TEXTS.neitherFileNorFolder, { path }))
  const file = await open(path, 'r')
  const source: ByteSource = {
    size: found.size,
    async read(offset, length) {
      const buffer = Buffer.alloc(length)
      const { bytesRead } = await file.read(buffer, 0, length, offset)
      if (bytesRead !== length) throw new Error(`${path} became shorter while it was read`)
      return buffer
    },
  }
  return { source, close: () => file.close() }
}

/** The bundles of a folder, and what in it is none. */
export interface BundlesFound {
  bundles: { name: string; path: string }[]
  /** Files `.json`: verdicts, perhaps. */
  verdicts: { name: string; path: string }[]
  others: string[]
}

/**
 * Every bundle in a folder, as {@link anyBundlesIn} finds them.
 * @throws InputError when the folder cannot be read or holds no bundle
 */
export async function bundlesIn(folder: string): Promise<BundlesFound> {
  const found = await anyBundlesIn(folder)
  if (found.bundles.length > 0) return found
  throw new InputError(withValues(BUNDLES_TEXTS.folderHoldsNoBundle, { folder }))
}

/**
 * Every bundle in a folder, sorted by name, if there are any: each ZIP and each folder in it. Hidden entries are left out.
 * @throws InputError when the folder cannot be read
 */
export async function anyBundlesIn(folder: string): Promise<BundlesFound> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new InputError(withValues(BUNDLES_TEXTS.folderCannotRead, { folder }), { cause })
  })
  const seen = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
  const isBundle = (entry: (typeof seen)[number]) => entry.isDirectory() || entry.name.toLowerCase().endsWith('.zip')
  const isVerdict = (entry: (typeof seen)[number]) => !isBundle(entry) && entry.name.toLowerCase().endsWith('.json')
  const named = ({ name }: { name: string }) => ({ name, path: join(folder, name) })
  return {
    bundles: seen.filter(isBundle).map(named),
    verdicts: seen.filter(isVerdict).map(named),
    others: seen.filter((entry) => !isBundle(entry) && !isVerdict(entry)).map(({ name }) => name),
  }
}
