import { bytesInMemory } from '../../../src/core/files.ts'
import { readBundle } from '../../../src/intake/bundle.ts'
import { DEFAULT_LIMITS, type ReadOptions } from '../../../src/intake/container.ts'
import { Refusal } from '../../../src/intake/refusals/refusal.ts'
import { makeZip } from '../../support/zip.ts'

/** The limits in force and a real stopwatch. */
export const OPTIONS: ReadOptions = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }

/** Reads a bundle of these files from a ZIP in memory. */
export async function readFiles(files: Readonly<Record<string, string | Uint8Array>>) {
  return readBundle(bytesInMemory(await makeZip(files)), OPTIONS)
}

/** The refusal that `reading` ends in; anything else it ends in fails the test. */
export async function refusalOf(reading: Promise<unknown>): Promise<Refusal> {
  const outcome = await reading.catch((error: unknown) => error)
  if (outcome instanceof Refusal) return outcome
  throw new Error('expected a refusal', { cause: outcome })
}
