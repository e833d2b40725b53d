import { constants, type Stats } from 'node:fs'
import { access, mkdir, stat, statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { InputError, withValues } from '../../core/errors.ts'
import { DATA_FOLDER_TEXTS } from '../words.ts'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

/** Bytes that the service may still write below a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * Makes sure that the folder of the service is there and can be written to; writes nothing where it is there, so that a
 * full disk does not keep the service from starting.
 * @throws InputError saying what stands in the way
 */
export async function prepareFolder(folder: string): Promise<void> {
  const path = resolve(folder)
  const found = await statOf(path)
  if (found === undefined) {
    // Step by step: a recursive mkdir never ends where the system does not let anything be made (below /proc).
    const missing = [path]
    for (let up = dirname(path); (await statOf(up)) === undefined; up = dirname(up)) missing.unshift(up)
    for (const next of missing) await made(next, path)
  } else if (!found.isDirectory()) throw unusable(path, 'ENOTDIR')
  try {
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw unusable(path, codeOf(cause), cause)
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw unusable(path, codeOf(cause), cause)
  }
}

async function made(next: string, path: string): Promise<void> {
  try {
    await mkdir(next)
  } catch (cause) {
    // Another process may have made it just now.
    if (codeOf(cause) !== 'EEXIST') throw unusable(path, codeOf(cause), cause)
  }
}

function unusable(path: string, code: string, cause?: unknown): InputError {
  return new InputError(withValues(DATA_FOLDER_TEXTS.dataCannotUsedAs, { path, code }), { cause })
}
