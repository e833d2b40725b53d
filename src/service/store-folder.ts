import { randomUUID } from 'node:crypto'
import type { Dirent, Stats } from 'node:fs'
import { type FileHandle, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InputError, withValues } from '../core/errors.ts'
import type { ByteSource } from '../core/files.ts'
import {
  CHANGED_WHILE_READ,
  type ErasableStore,
  type ListOptions,
  type StoredObject,
  StoreFault,
  wholeSeconds,
} from './store.ts'
import { checkRange } from './store-blocks.ts'
import { STORE_FOLDER_TEXTS } from './words.ts'

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/**
 * A {@link Store} in a folder of the file system; it keeps no versions and no content types. Every method throws
 * InputError for a key that the file system cannot hold.
 */
export class FolderStore implements ErasableStore {
  readonly #folder: string
  readonly #entriesOf: ReadFolder

  /**
   * @param folder made when something is first written
   * @param onUnreadable hears of folders that listings pass over since they cannot be read; absent: the listing fails
   * @param read how a folder is read; another in tests of folders that cannot be
   */
  constructor(folder: string, onUnreadable?: (path: string, fault: unknown) => void, read: ReadFolder = entriesOf) {
    this.#folder = folder
    this.#entriesOf = onUnreadable === undefined ? read : (path) => readOrTell(path, read, onUnreadable)
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

  /** Removes an object, if it is there. */
  async remove(key: string): Promise<void> {
    const path = objectPath(this.#folder, key)
    try {
      await rm(path, { force: true })
    } catch (error) {
      throw StoreFault.from('write', path, error)
    }
  }

  async erase(key: string): Promise<'erased'> {
    await this.remove(key)
    return 'erased'
  }

  /** @throws InputError when `prefix` leads out of the folder */
  async *list(
    prefix: string,
    { after, limit = Number.POSITIVE_INFINITY, shallow, keysOnly }: ListOptions = {},
  ): AsyncGenerator<StoredObject> {
    // The last name of a prefix may be cut anywhere; those before it are whole, or there is no key that begins so.
    objectPath(this.#folder, `${prefix}x`)
    let listed = 0
    try {
      for await (const key of keysUnder(this.#folder, { prefix, after, shallow }, this.#entriesOf)) {
        if (listed >= limit) return
        const found = keysOnly || key.endsWith('/') ? { key, size: 0 } : await this.head(key)
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

const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/**
 * The keys of all files under a folder that begin with `prefix` and come after `after`, in the order of their UTF-8
 * bytes. Half-written objects are left out; folders without such a key are not entered.
 * @throws what the file system fails with, but for a folder that is not there
 */
async function* keysUnder(folder: string, wanted: Wanted, read: ReadFolder): AsyncGenerator<string> {
  yield* keysIn(folder, wanted.prefix.slice(0, wanted.prefix.lastIndexOf('/') + 1), wanted, read)
}

interface Wanted {
  prefix: string
  after: string | undefined
  /** Of a folder behind the prefix, its name alone. */
  shallow?: true | undefined
}

/** @param at key of the folder to look into: empty, or ending in `/` */
async function* keysIn(folder: string, at: string, wanted: Wanted, read: ReadFolder): AsyncGenerator<string> {
  const names = (await read(join(folder, at))).flatMap((entry) => nameOf(entry))
  for (const name of names.sort(compareBytes)) {
    const key = at + name
    if (!name.endsWith('/')) {
      if (key.startsWith(wanted.prefix) && isAfter(key, wanted)) yield key
    } else if (mayHold(key, wanted)) {
      if (wanted.shallow && key.startsWith(wanted.prefix)) {
        const inside = { prefix: key, after: wanted.after }
        for await (const _ of keysIn(folder, key, inside, read)) {
          yield key
          break
        }
      } else yield* keysIn(folder, key, wanted, read)
    }
  }
}

/** A folder's name ends in `/`, as it does in the keys below it, so that it sorts as they do. */
function nameOf(entry: Dirent): string[] {
  if (entry.isDirectory()) return [`${entry.name}/`]
  return entry.isFile() && !entry.name.endsWith(TEMPORARY_SUFFIX) ? [entry.name] : []
}

const isAfter = (key: string, { after }: Wanted): boolean => after === undefined || compareBytes(key, after) > 0

/** Whether a key that begins with `start` can be wanted. */
function mayHold(start: string, wanted: Wanted): boolean {
  const { prefix, after } = wanted
  if (!start.startsWith(prefix) && !prefix.startsWith(start)) return false
  return isAfter(start, wanted) || after?.startsWith(start) === true
}

/** What a folder holds; nothing where there is none. */
type ReadFolder = (path: string) => Promise<Dirent[]>

async function readOrTell(
  path: string,
  read: ReadFolder,
  onUnreadable: (path: string, fault: unknown) => void,
): Promise<Dirent[]> {
  try {
    return await read(path)
  } catch (fault) {
    onUnreadable(path, fault)
    return []
  }
}

async function entriesOf(path: string): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}

const MAX_NAME_BYTES = 255
/** A name ending so is a half-written object (see FolderStore). */
export const TEMPORARY_SUFFIX = '.qms-part'

function fault(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return `'${name}'`
  if (/[\\\p{Cc}]/u.test(name)) return JSON.stringify(name)
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) return `${Buffer.byteLength(name)} bytes`
  return name.endsWith(TEMPORARY_SUFFIX) ? `'${name}'` : undefined
}

/**
 * Where a key lies under a folder. NFC and NFD keys are different objects, as in S3.
 * @throws InputError for a key that would leave the folder or that a file system cannot hold
 */
export function objectPath(folder: string, key: string): string {
  const names = key.split('/')
  for (const name of names) {
    const found = fault(name)
    if (found === undefined) continue
    throw new InputError(
      withValues(STORE_FOLDER_TEXTS.objectKeyPartCannot, {
        key: JSON.stringify(key),
        found,
        maxNameBytes: MAX_NAME_BYTES,
        temporarySuffix: TEMPORARY_SUFFIX,
      }),
    )
  }
  return join(folder, ...names)
}

/** Tells one version of a file from another: a replaced file has another inode, an edited one another time or size. */
function fileTag(file: Stats): string {
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
async function readPart(path: string, tag: string, offset: number, length: number): Promise<Uint8Array | undefined> {
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
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await withFile(path, 'wx', async (file) => {
    await file.writeFile(bytes)
    await file.sync()
  })
}
