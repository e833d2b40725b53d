import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../../src/core/json.ts'
import { documentReader } from '../../../src/documents/reader.ts'
import { DOCUMENT_BOUNDS } from '../../../src/documents/settings.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'

/**
 * Run in a process of its own by `scripts/run.mjs`: reads the PDFs of a folder in the order of their names, bounded to so
 * many milliseconds each, and prints what came of them and how much memory this process had at most.
 */
export async function main([folder = '', milliseconds = '']: string[]): Promise<number> {
  const names = (await readdir(folder)).sort()
  const files = names.map((path) => {
    // By its name: the content is read when it is its turn, as from a bundle.
    const file = { path, sha256: sha256(path), bytes: 1, kind: 'pdf', state: 'ok' } as const
    return { path, file, open: () => readFile(join(folder, path)) }
  })
  const bounds = { ...DOCUMENT_BOUNDS, milliseconds: Number(milliseconds), bundleMilliseconds: 600_000 }
  const read = documentReader({ limits: DEFAULT_LIMITS, stopwatch: () => performance.now(), bounds })
  const readings = [...(await read(files, '')).values()].map(({ path, text, reason }) => ({ path, text, reason }))
  const kibibytes = process.resourceUsage().maxRSS
  process.stdout.write(JSON.stringify({ readings, kibibytes }))
  return 0
}
