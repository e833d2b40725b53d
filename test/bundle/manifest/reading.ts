import { bytesInMemory } from '../../../src/base/bytes.ts'
import { DEFAULT_LIMITS, type ReadOptions } from '../../../src/bundle/container.ts'
import { readBundle } from '../../../src/bundle/read-bundle.ts'
import { Refusal } from '../../../src/bundle/refusal.ts'
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
