import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'

/** Unpacks a ZIP of our own making into a folder, as Lambda does with a deployed one. */
export async function unpack(zip: string, folder: string): Promise<void> {
  const reader = new ZipReader(new Uint8ArrayReader(await readFile(zip)), { useWebWorkers: false })
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue
    const path = join(folder, entry.filename)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, await entry.getData(new Uint8ArrayWriter()))
  }
  await reader.close()
}
