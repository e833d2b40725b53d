import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { sha256 } from '../../../src/core/json.ts'
import { documentReader } from '../../../src/documents/reader.ts'
import { DOCUMENT_BOUNDS, SCAN_BOUNDS } from '../../../src/documents/settings.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'

const KINDS: Readonly<Record<string, 'png' | 'jpeg' | 'tiff'>> = { '.png': 'png', '.jpg': 'jpeg', '.tif': 'tiff' }

/**
 * Run in a process of its own by `scripts/run.mjs`: reads the PDFs and pictures of a folder in the order of their names,
 * bounded to so many milliseconds each, and prints what came of them and how much memory this process had at most.
 * @param args the folder, the milliseconds, and how many pages of scans are recognised; none unless told
 */
export async function main([folder = '', milliseconds = '', pages = '']: string[]): Promise<number> {
  const names = (await readdir(folder)).sort()
  const files = names.map((path) => {
    // By its name: the content is read when it is its turn, as from a bundle.
    const kind = KINDS[extname(path)] ?? 'pdf'
    const file = { path, sha256: sha256(path), bytes: 1, kind, state: 'ok' } as const
    return { path, file, open: () => readFile(join(folder, path)) }
  })
  const bounds = { ...DOCUMENT_BOUNDS, milliseconds: Number(milliseconds), bundleMilliseconds: 600_000 }
  const scans = pages === '' ? undefined : { bounds: { ...SCAN_BOUNDS, pages: Number(pages) } }
  const read = documentReader({ limits: DEFAULT_LIMITS, stopwatch: () => performance.now(), bounds, scans })
  const readings = [...(await read(files, '')).values()].map(({ path, text, reason, scan }) => ({
    path,
    text,
    reason,
    ...(scan && { scan: [scan.read, scan.unread] }),
  }))
  const kibibytes = process.resourceUsage().maxRSS
  process.stdout.write(JSON.stringify({ readings, kibibytes }))
  return 0
}
