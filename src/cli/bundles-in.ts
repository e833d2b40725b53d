import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../base/errors.ts'

/** The bundles of a folder, and what in it is none. */
export interface BundlesFound {
  bundles: { name: string; path: string }[]
  /** Files `.json`: verdicts, perhaps. */
  verdicts: { name: string; path: string }[]
  others: string[]
}

/**
 * Every bundle in a folder, as {@link anyBundlesIn} finds them.
 * @throws InputError when the folder cannot be read or holds no bundle
 */
export async function bundlesIn(folder: string): Promise<BundlesFound> {
  const found = await anyBundlesIn(folder)
  if (found.bundles.length > 0) return found
  throw new InputError({
    vi: `Thư mục '${folder}' không có bộ hồ sơ nào. Đặt vào đó các tệp .zip hoặc mỗi bộ hồ sơ một thư mục.`,
    en: `The folder '${folder}' holds no bundle. Put .zip files into it, or one folder per bundle.`,
  })
}

/**
 * Every bundle in a folder, sorted by name, if there are any: each ZIP and each folder in it. Hidden entries are left out.
 * @throws InputError when the folder cannot be read
 */
export async function anyBundlesIn(folder: string): Promise<BundlesFound> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new InputError(
      { vi: `Không đọc được thư mục '${folder}'.`, en: `The folder '${folder}' cannot be read.` },
      { cause },
    )
  })
  const seen = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
  const isBundle = (entry: (typeof seen)[number]) => entry.isDirectory() || entry.name.toLowerCase().endsWith('.zip')
  const isVerdict = (entry: (typeof seen)[number]) => !isBundle(entry) && entry.name.toLowerCase().endsWith('.json')
  const named = ({ name }: { name: string }) => ({ name, path: join(folder, name) })
  return {
    bundles: seen.filter(isBundle).map(named),
    verdicts: seen.filter(isVerdict).map(named),
    others: seen.filter((entry) => !isBundle(entry) && !isVerdict(entry)).map(({ name }) => name),
  }
}
