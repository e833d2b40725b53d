import { open, stat } from 'node:fs/promises'
import type { ByteSource } from '../base/bytes.ts'
import { InputError } from '../base/errors.ts'
import type { BundleSource } from '../bundle/read-bundle.ts'

/**
 * Opens a bundle named on the command line: a folder, or a ZIP read piece by piece.
 * @returns the source, and what closes it
 * @throws InputError when it is not there or is neither file nor folder
 */
export async function openBundle(path: string): Promise<{ source: BundleSource; close(): Promise<void> }> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new InputError({ vi: `Không có bộ hồ sơ '${path}'.`, en: `There is no bundle '${path}'.` }, { cause })
  })
  if (found.isDirectory()) return { source: { folder: path }, close: async () => undefined }
  if (!found.isFile())
    throw new InputError({
      vi: `'${path}' không phải tệp hay thư mục.`,
      en: `'${path}' is neither a file nor a folder.`,
    })
  const file = await open(path, 'r')
  const source: ByteSource = {
    size: found.size,
    async read(offset, length) {
      const buffer = Buffer.alloc(length)
      const { bytesRead } = await file.read(buffer, 0, length, offset)
      if (bytesRead !== length) throw new Error(`${path} became shorter while it was read`)
      return buffer
    },
  }
  return { source, close: () => file.close() }
}
