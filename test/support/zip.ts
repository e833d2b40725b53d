import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'

/** No compression: what is made so is the same on every machine, whatever its zlib. */
export const STORED = 0

/**
 * A ZIP in memory, entries in the order given, as an ordinary program writes it; dated 2020-01-01.
 * @param level of compression, from {@link STORED} to 9
 */
export async function makeZip(
  files: Readonly<Record<string, string | Uint8Array>>,
  level?: number,
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    extendedTimestamp: false,
    lastModDate: new Date(2020, 0, 1),
    ...(level !== undefined && { level }),
  })
  for (const [path, content] of Object.entries(files))
    await writer.add(path, new Uint8ArrayReader(typeof content === 'string' ? Buffer.from(content) : content))
  return writer.close()
}
