import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, withValues } from '../core/errors.ts'
import { isFileOf, type PerAgency } from './catalogue/authority-catalogue.ts'
import { INPUT_FILE_TEXTS } from './words.ts'

/** Most bytes of a file beside the bundles: a register, a catalogue, rules, exceptions, a verdict. */
export const MAX_INPUT_BYTES = 64 * 1024 * 1024

/**
 * A file named on the command line.
 * @throws InputError naming it when it cannot be read, or is larger than {@link MAX_INPUT_BYTES}
 */
export async function readInput(file: string): Promise<Uint8Array> {
  let size: number
  try {
    const found = await stat(file)
    if (found.isDirectory()) throw isFolder(file)
    size = found.size
    if (size <= MAX_INPUT_BYTES) return await readFile(file)
  } catch (cause) {
    if (cause instanceof InputError) throw cause
    throw new InputError(withValues(INPUT_FILE_TEXTS.fileCannotRead, { file }), { cause })
  }
  throw new InputError(withValues(INPUT_FILE_TEXTS.fileBytesAtMost, { file, size, maxInputBytes: MAX_INPUT_BYTES }))
}

const isFolder = (file: string) => new InputError(withValues(INPUT_FILE_TEXTS.folderFileNeededHere, { file }))

/** The files of each agency in a folder, by the agency's code; the folder is listed once, when it is first asked. */
export function agencyFolder(folder: string): PerAgency {
  let names: Promise<string[]> | undefined
  return {
    async of(code) {
      names ??= readdir(folder)
      const own = (await names).filter((name) => isFileOf(name, code)).sort()
      return Promise.all(own.map(async (name) => ({ name, bytes: await readInput(join(folder, name)) })))
    },
  }
}
