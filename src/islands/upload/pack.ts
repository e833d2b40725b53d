import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Picked } from './picked.ts'

/** Files that are packed already: packing them again costs a telephone time and wins nothing. */
const PACKED = /\.(?:pdf|docx|xlsx|pptx|odt|ods|jpe?g|png|zip|rar|7z|gz)$/i
/** The days that a ZIP can tell. */
const [FIRST_TIME, LAST_TIME] = [Date.UTC(1980, 0, 2), Date.UTC(2099, 11, 30)]

/** Packed in one go; a slow telephone takes some hundredths of a second. */
const PIECE_BYTES = 128 * 1024
const LONGEST_MS = 40

/** Lets the page draw and answer, where it has not for a while. */
function breather(): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < LONGEST_MS) return
    await new Promise((resolve) => setTimeout(resolve))
    last = performance.now()
  }
}

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
  const rest = breather()
  let read = 0
  for (const { path, file } of picked) {
    const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    entry.mtime = Math.min(Math.max(file.lastModified, FIRST_TIME), LAST_TIME)
    zip.add(entry)
    const reader = file.stream().getReader()
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      signal.throwIfAborted()
      if (value === undefined) continue
      for (let from = 0; from < value.length; from += PIECE_BYTES) {
        const piece = value.slice(from, from + PIECE_BYTES)
        entry.push(piece)
        read += piece.length
        await rest()
      }
      onBytes(read)
    }
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  return new Blob(pieces, { type: 'application/zip' })
}
