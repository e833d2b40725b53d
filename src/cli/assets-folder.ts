import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from './package-root.ts'

/** Folder of what browsers load: beside the built program; run from source, where the build puts it by itself. */
export function assetsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const beside = [here, dirname(here)].map((folder) => join(folder, 'assets'))
  return beside.find((folder) => existsSync(join(folder, 'manifest.json'))) ?? join(packageRoot(), 'dist', 'assets')
}
