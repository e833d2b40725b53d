import { bytesInMemory } from '../../../src/core/files.ts'
import { type Container, DEFAULT_LIMITS, type ReadOptions } from '../../../src/intake/container.ts'
import { Refusal } from '../../../src/intake/refusals/refusal.ts'
import { readZip } from '../../../src/intake/zip/zip.ts'

/** The limits in force and a real stopwatch. */
export const OPTIONS: ReadOptions = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }

/** Reads an archive in memory. */
export function readBytes(bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<Container> {
  return readZip(bytesInMemory(bytes), { ...OPTIONS, ...options })
}

/** The refusal that `reading` ends in; anything else it ends in fails the test. */
export async function refusalOf(reading: Promise<Container>): Promise<Refusal> {
  const outcome = await reading.catch((error: unknown) => error)
  if (outcome instanceof Refusal) return outcome
  throw new Error('expected a refusal', { cause: outcome })
}
