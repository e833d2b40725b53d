import type { Language } from '../base/localized.ts'
import { DEFAULT_LIMITS, type ReadOptions } from '../bundle/container.ts'
import type { BundleSource } from '../bundle/read-bundle.ts'
import { readingTime } from '../evaluation/reading-time.ts'
import { openBundle } from './file-source.ts'
import { progressLine } from './progress.ts'

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
      stopwatch: () => performance.now(),
      signal: AbortSignal.timeout(readingTime(DEFAULT_LIMITS) + more),
      progress: progress.show,
    })
  } finally {
    progress.clear()
    await close()
  }
}
