import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, type Language, withValues } from '../core/errors.ts'
import { OUTPUT_TEXTS } from './words.ts'

/**
 * Writes one report into a folder, whole or not at all.
 * @returns the path of the file
 * @throws InputError when the folder cannot be written
 */
export async function writeOutput(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  try {
    await mkdir(folder, { recursive: true })
    const part = `${path}.${process.pid}.part`
    await writeFile(part, content)
    await rename(part, path)
  } catch (cause) {
    throw new InputError(withValues(OUTPUT_TEXTS.cannotWritten, { path }), { cause })
  }
  return path
}

/**
 * Writes files into a folder and prints the path of each.
 * @throws InputError when the folder cannot be written
 */
export async function writePaths(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files))
    process.stdout.write(`${await writeOutput(folder, name, content)}\n`)
}

/**
 * Shows how far reading has come, on standard error and only on a terminal; returns what clears the line.
 * @param what is read, where it is one of several; else "the bundle"
 */
export function progressLine(
  lang: Language,
  what?: string,
): { show(done: number, total: number): void; clear(): void } {
  const { stderr } = process
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined }
  const word = what ?? (lang === 'vi' ? 'Đang đọc bộ hồ sơ' : 'Reading the bundle')
  let shown = -1
  return {
    show(done, total) {
      const percent = total === 0 ? 100 : Math.floor((done * 100) / total)
      if (percent === shown) return
      shown = percent
      const bar = '█'.repeat(Math.floor(percent / 5)).padEnd(20, '░')
      stderr.write(`\r${word} ${bar} ${percent}%`)
    },
    clear() {
      if (shown >= 0) stderr.write('\r\u001b[K')
    },
  }
}
