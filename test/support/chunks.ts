import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a built module imports before it runs: `import "./a.mjs"`, `import{b}from"./a.mjs"`, `export … from`. */
const STATIC = /(?:\bfrom|\bimport)\s*"(\.\.?\/[^"]+\.mjs)"/g

/** Bytes of a built module and of all that it loads to start, lazily loaded parts left out. */
export async function startBytes(folder: string, entry: string): Promise<number> {
  return [...(await startFiles(folder, entry)).values()].reduce((sum, bytes) => sum + bytes, 0)
}

/** The files that are loaded to start, with their bytes. */
async function startFiles(folder: string, entry: string): Promise<ReadonlyMap<string, number>> {
  const loaded = new Map<string, number>()
  const waiting = [entry]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue
    const code = await readFile(join(folder, file), 'utf8')
    loaded.set(file, Buffer.byteLength(code))
    for (const [, path = ''] of code.matchAll(STATIC)) waiting.push(join(file, '..', path))
  }
  return loaded
}
