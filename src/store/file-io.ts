import type { Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** Tells one version of a file from another: a replaced file has another inode, an edited one another time or size. */
export function fileTag(file: Stats): string {
  return `${file.ino}-${file.mtimeMs}-${file.size}`
}

async function withFile<T>(path: string, flags: string, act: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags)
  try {
    return await act(file)
  } finally {
    await file.close()
  }
}

/** Exactly `length` bytes from `offset`; undefined when the file is no longer the one that `tag` was taken of. */
export async function readPart(
  path: string,
  tag: string,
  offset: number,
  length: number,
): Promise<Uint8Array | undefined> {
  return withFile(path, 'r', async (file) => {
    if (fileTag(await file.stat()) !== tag) return undefined
    const bytes = new Uint8Array(length)
    for (let done = 0; done < length; ) {
      const { bytesRead } = await file.read(bytes, done, length - done, offset + done)
      if (bytesRead === 0) return undefined
      done += bytesRead
    }
    return bytes
  })
}

/** Writes a file that must not be there yet, down to the disk. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await withFile(path, 'wx', async (file) => {
    await file.writeFile(bytes)
    await file.sync()
  })
}
