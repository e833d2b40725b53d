import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '../../base/canonical.ts'
import { InputError } from '../../base/errors.ts'
import type { JudgedBundle } from './screened-bundle.ts'

/** Where results are kept unless `--cache` names a folder: the user's cache (XDG Base Directory Specification). */
export function usualCache(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'qms-verdict', 'prescreen')
}

/**
 * Makes the folder before anything is judged.
 * @throws InputError when it cannot be made
 */
export async function prepareCache(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw notWritable(folder, cause)
  })
}

/**
 * Results of bundles, so that a run that was interrupted goes on where it stopped. The key names everything a result
 * hangs on; a file that is not whole counts as absent.
 */
export class ResultCache {
  readonly #folder: string
  constructor(folder: string) {
    this.#folder = folder
  }

  async read(key: string): Promise<JudgedBundle | undefined> {
    const text = await readFile(this.#path(key), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    const at = text?.indexOf('\n') ?? -1
    const body = text?.slice(at + 1)
    return body === undefined || text?.slice(0, at) !== sha256(body) ? undefined : JSON.parse(body)
  }

  /** @throws InputError when the folder cannot be written */
  async write(key: string, result: JudgedBundle): Promise<void> {
    const path = this.#path(key)
    const part = `${path}.${process.pid}.part`
    const body = JSON.stringify(result)
    try {
      await writeFile(part, `${sha256(body)}\n${body}`, { mode: 0o600 })
      await rename(part, path)
    } catch (cause) {
      await rm(part, { force: true })
      throw notWritable(this.#folder, cause)
    }
  }

  #path(key: string): string {
    return join(this.#folder, `${key}.json`)
  }
}

/** SHA-256 of a file, read piece by piece. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) hash.update(chunk)
  return hash.digest('hex')
}

function notWritable(folder: string, cause: unknown): InputError {
  return new InputError(
    {
      vi: `Không ghi được vào thư mục lưu kết quả tạm '${folder}'. Chọn thư mục khác bằng --cache THƯ-MỤC, hoặc bỏ qua bằng --no-cache.`,
      en: `The cache folder '${folder}' cannot be written. Choose another with --cache DIR, or do without by --no-cache.`,
    },
    { cause },
  )
}
