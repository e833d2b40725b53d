import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Deadline } from './deadline.ts'
import { displayName } from './display.ts'
import type { FoundFile } from './folder-walk.ts'
import { archiveRefusal } from './refusals-archive.ts'

/** A link put in place meanwhile is not followed, a FIFO put in place meanwhile is not waited for. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

async function readBytes(handle: FileHandle, size: number): Promise<Buffer> {
  // One byte more than expected tells a file that grows.
  const buffer = Buffer.allocUnsafe(size + 1)
  let filled = 0
  while (filled <= size) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

/**
 * The content of a file found before. `admit` is asked with its size before anything is read.
 * @throws Refusal when it is no longer an ordinary file, or changes while it is read
 */
export async function readFound(
  file: FoundFile,
  deadline: Deadline,
  admit: (bytes: number) => void,
): Promise<Uint8Array> {
  const entry = displayName(file.path)
  return deadline.race(async () => {
    const handle = await open(file.location, FLAGS)
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) throw archiveRefusal('changed-while-reading', { entry })
      admit(stats.size)
      const content = await readBytes(handle, stats.size)
      if (content.length !== stats.size) throw archiveRefusal('changed-while-reading', { entry })
      return content
    } finally {
      await handle.close()
    }
  })
}
