import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'

/** A ZIP in memory, entries in the order given, as an ordinary program writes it; dated 2020-01-01, so always the same bytes. */
export async function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    extendedTimestamp: false,
    lastModDate: new Date(2020, 0, 1),
  })
  for (const [path, content] of Object.entries(files))
    await writer.add(path, new Uint8ArrayReader(typeof content === 'string' ? Buffer.from(content) : content))
  return writer.close()
}
