import { readFile } from 'node:fs/promises'
import { bytesInMemory } from '../../src/core/files.ts'
import { sha256 } from '../../src/core/json.ts'
import { documentReader } from '../../src/documents/reader.ts'
import { readBundle } from '../../src/intake/bundle.ts'
import { DEFAULT_LIMITS, type DocumentFile } from '../../src/intake/container.ts'
import { makeZip } from '../support/zip.ts'
import { floor, rawEntries } from './floor.ts'
import { quickest, ratio } from './measure.ts'

const ROUNDS = 7
const stopwatch = () => performance.now()
const BUNDLE = 'dist/samples/department-complete.zip'

/**
 * `node scripts/run.mjs test/bench/documents.ts`, after `npm run samples`: reading the documents of a bundle against
 * inflating and hashing them alone, and the time for a page.
 */
export async function main(): Promise<number> {
  const zip = await packedAgain(await readFile(BUNDLE))
  const entries = rawEntries(zip)
  const reading = { limits: DEFAULT_LIMITS, stopwatch }
  const { files, readings } = await readBundle(bytesInMemory(zip), { ...reading, documents: documentReader(reading) })
  const pages = [...(readings?.values() ?? [])].reduce((sum, { pages = 1 }) => sum + pages, 0)
  const least = await quickest(ROUNDS, () => floor(zip, entries))
  const without = await quickest(ROUNDS, () => readBundle(bytesInMemory(zip), reading))
  let round = 0
  const whole = await quickest(ROUNDS, () => readBundle(bytesInMemory(zip), { ...reading, documents: anew(++round) }))
  process.stdout.write(
    [
      `${files.size} files, ${pages} pages, ${(zip.length / 1e3).toFixed(0)} kB`,
      `inflating and hashing 1×, reading the bundle ${ratio(without, least)}, and its documents ${ratio(whole, least)}`,
      `a page ${((whole - without) / pages).toFixed(1)} ms here; the floor ${least.toFixed(1)} ms\n`,
    ].join('\n'),
  )
  return 0
}

/** The same documents beside a manifest that the floor can read: whatever the sample was packed by. */
async function packedAgain(sample: Uint8Array): Promise<Uint8Array> {
  const entries: Record<string, Uint8Array> = {
    'manifest.json': await readFile('fixtures/base/department.json'),
  }
  const collect = async (files: readonly DocumentFile[]) => {
    for (const { path, open } of files) entries[path] = await open()
    return new Map()
  }
  await readBundle(bytesInMemory(sample), { limits: DEFAULT_LIMITS, stopwatch, documents: collect })
  return makeZip(entries)
}

/** A reader that knows none of the files from before. */
function anew(round: number) {
  const read = documentReader({ limits: DEFAULT_LIMITS, stopwatch })
  const asOther = ({ file, ...rest }: DocumentFile) => ({
    ...rest,
    file: { ...file, sha256: sha256(file.sha256 + round) },
  })
  return (files: readonly DocumentFile[]) => read(files.map(asOther), '')
}
