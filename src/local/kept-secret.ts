import { randomBytes } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FolderStore } from '../store/folder-store.ts'

const BYTES = 32

/**
 * A secret kept in a folder that only its owner can look into; made when it is not there. Of several processes that make
 * it at once, all get the same one.
 */
export async function keptSecret(folder: string, name: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true })
  // Also where the folder was made by hand, or by an earlier version.
  await chmod(folder, 0o700)
  const store = new FolderStore(folder)
  await store.putIfAbsent(name, randomBytes(BYTES))
  await chmod(join(folder, name), 0o600)
  const bytes = await store.read(name)
  if (bytes === undefined) throw new Error(`${folder}/${name} was deleted while the service started`)
  return bytes
}
