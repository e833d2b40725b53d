import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { isLitter } from '../../core/files.ts'

/** One file that a person chose, and its place in the bundle. */
export interface Picked {
  /** With `/`, in NFC. */
  path: string
  file: File
}

const pickedAt = (path: string, file: File): Picked => ({ path: path.replace(/^\/+/, '').normalize('NFC'), file })

/** What an `<input type="file">` holds; of a folder, with the paths below it. */
export function fromInput(files: Iterable<File>): Picked[] {
  return [...files].map((file) => pickedAt(file.webkitRelativePath || file.name, file))
}

/** What was dropped: files, and folders with all that is in them. */
export async function fromDrop(items: Iterable<DataTransferItem>): Promise<Picked[]> {
  // All entries are asked for at once: the list is empty as soon as the event is over.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  return (await Promise.all(entries.map(filesBelow))).flat()
}

async function filesBelow(entry: FileSystemEntry): Promise<Picked[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [pickedAt(entry.fullPath, file)]
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const found: Picked[] = []
  // A reader hands out a hundred entries at a time and none at the end.
  for (let some = await next(reader); some.length > 0; some = await next(reader))
    found.push(...(await Promise.all(some.map(filesBelow))).flat())
  return found
}

// Chromium has no names for the two kinds, so that `instanceof` does not tell them.
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const next = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))

/** Without what macOS and Windows add by themselves. */
export function withoutLitter(picked: readonly Picked[]): Picked[] {
  return picked.filter(({ path }) => !isLitter(path))
}

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
