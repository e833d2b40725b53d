import { isLitter } from '../../base/litter.ts'

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
