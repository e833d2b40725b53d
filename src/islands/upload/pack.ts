import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Picked } from './picked.ts'

/** Files that are packed already: packing them again costs a telephone time and wins nothing. */
const PACKED = /\.(?:pdf|docx|xlsx|pptx|odt|ods|jpe?g|png|zip|rar|7z|gz)$/i
/** The days that a ZIP can tell. */
const [FIRST_TIME, LAST_TIME] = [Date.UTC(1980, 0, 2), Date.UTC(2099, 11, 30)]

/**
 * One ZIP of the files, names in UTF-8. Reads and packs piece by piece, so that the page goes on answering.
 * @param onBytes hears how many bytes were read so far
 * @throws what the signal was aborted with; what a file cannot be read with
 */
export async function pack(
  picked: readonly Picked[],
  onBytes: (read: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(new Uint8Array(piece))
  })
  let read = 0
  for (const { path, file } of picked) {
    const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    entry.mtime = Math.min(Math.max(file.lastModified, FIRST_TIME), LAST_TIME)
    zip.add(entry)
    const reader = file.stream().getReader()
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      signal.throwIfAborted()
      if (value === undefined) continue
      entry.push(value)
      read += value.length
      onBytes(read)
    }
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  return new Blob(pieces, { type: 'application/zip' })
}
