import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of this package: the nearest one above this file that is named qms-verdict, built or from source. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const file = join(folder, 'package.json')
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'qms-verdict') return folder
    const above = dirname(folder)
    if (above === folder) throw new Error('the package folder of qms-verdict was not found')
    folder = above
  }
}
