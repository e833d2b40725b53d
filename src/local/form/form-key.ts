import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { FolderStore } from '../../store/folder-store.ts'

const NAME = 'upload-form.key'

/**
 * The secret by which upload forms are signed, kept in a folder that only its owner can look into; made when it is not
 * there. Of several processes that make it at once, all get the same one.
 */
export async function formKey(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const store = new FolderStore(folder)
  await store.putIfAbsent(NAME, randomBytes(32))
  const bytes = await store.read(NAME)
  if (bytes === undefined) throw new Error(`${folder}/${NAME} was deleted while the service started`)
  return Buffer.from(bytes).toString('hex')
}
