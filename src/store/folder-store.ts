import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ByteSource } from '../base/bytes.ts'
import { checkRange } from './block-source.ts'
import { fileTag, readPart, writeDurably } from './file-io.ts'
import { keysUnder } from './folder-list.ts'
import { objectPath, TEMPORARY_SUFFIX } from './object-path.ts'
import type { ListOptions, Store, StoredObject } from './store.ts'
import { CHANGED_WHILE_READ, StoreFault } from './store-fault.ts'
import { wholeSeconds } from './whole-seconds.ts'

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/**
 * A {@link Store} in a folder of the file system; it keeps no versions and no content types. Every method throws
 * InputError for a key that the file system cannot hold.
 */
export class FolderStore implements Store {
  readonly #folder: string

  /** @param folder made when something is first written */
  constructor(folder: string) {
    this.#folder = folder
  }

  async head(key: string): Promise<StoredObject | undefined> {
    const found = await this.#ifThere(objectPath(this.#folder, key), (path) => stat(path))
    if (!found?.isFile()) return undefined
    return { key, size: found.size, etag: fileTag(found), modified: wholeSeconds(found.mtime) }
  }

  async source(key: string): Promise<ByteSource | undefined> {
    const path = objectPath(this.#folder, key)
    const found = await this.#ifThere(path, () => stat(path))
    if (!found?.isFile()) return undefined
    const tag = fileTag(found)
    // A file is opened for each read: a ByteSource has no end at which a handle that stays open could be closed.
    return {
      size: found.size,
      read: async (offset, length) => {
        checkRange(found.size, offset, length)
        const bytes = await this.#ifThere(path, () => readPart(path, tag, offset, length))
        if (bytes === undefined) throw new StoreFault('read', path, CHANGED_WHILE_READ)
        return bytes
      },
    }
  }

  async read(key: string): Promise<Uint8Array | undefined> {
    return this.#ifThere(objectPath(this.#folder, key), async (path) => new Uint8Array(await readFile(path)))
  }

  async putIfAbsent(key: string, bytes: Uint8Array): Promise<'written' | 'present'> {
    return this.#write(key, bytes, async (part, path) => {
      try {
        // A hard link fails when the name is taken, so one of many writers wins, with its whole content.
        await link(part, path)
        return 'written'
      } catch (error) {
        if (hasCode(error, 'EEXIST')) return 'present'
        throw error
      }
    })
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#write(key, bytes, rename)
  }

  /** @throws InputError when `prefix` leads out of the folder */
  async *list(
    prefix: string,
    { after, limit = Number.POSITIVE_INFINITY }: ListOptions = {},
  ): AsyncGenerator<StoredObject> {
    // The last name of a prefix may be cut anywhere; those before it are whole, or there is no key that begins so.
    objectPath(this.#folder, `${prefix}x`)
    let listed = 0
    try {
      for await (const key of keysUnder(this.#folder, prefix, after)) {
        if (listed >= limit) return
        const found = await this.head(key)
        if (found === undefined) continue
        listed++
        yield found
      }
    } catch (error) {
      throw error instanceof StoreFault ? error : StoreFault.from('read', `${this.#folder}/${prefix}`, error)
    }
  }

  async #ifThere<T>(path: string, act: (path: string) => Promise<T>): Promise<T | undefined> {
    try {
      return await act(path)
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined
      throw StoreFault.from('read', path, error)
    }
  }

  async #write<T>(key: string, bytes: Uint8Array, publish: (part: string, path: string) => Promise<T>): Promise<T> {
    const path = objectPath(this.#folder, key)
    const part = `${dirname(path)}/${randomUUID()}${TEMPORARY_SUFFIX}`
    try {
      await mkdir(dirname(path), { recursive: true })
      try {
        await writeDurably(part, bytes)
        return await publish(part, path)
      } finally {
        await rm(part, { force: true })
      }
    } catch (error) {
      throw StoreFault.from('write', path, error)
    }
  }
}
