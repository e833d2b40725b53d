import { unzipSync } from 'fflate'
import { isLitter } from '../../base/litter.ts'
import type { Picked } from './picked.ts'

/** Names under which a bundle's manifest is found, at its top or in the one folder that holds everything. */
export const MANIFEST_NAMES = ['manifest.json', 'manifest.yaml', 'manifest.yml', 'ho-so.xlsx'] as const

/** The manifests that lie where one is looked for: exactly one is right. */
export interface FoundManifests {
  paths: string[]
  /** The content of the first. */
  content?: Blob
}

/** The manifests among files. */
export function manifestsAmong(picked: readonly Picked[]): FoundManifests {
  const paths = manifestPaths(picked.map(({ path }) => path))
  const content = picked.find(({ path }) => path === paths[0])?.file
  return content === undefined ? { paths } : { paths, content }
}

/**
 * The manifests inside a ZIP; undefined where this reader cannot tell, and the service must.
 */
export async function manifestsInZip(zip: Blob): Promise<FoundManifests | undefined> {
  const bytes = new Uint8Array(await zip.arrayBuffer())
  const names: string[] = []
  try {
    unzipSync(bytes, { filter: ({ name }) => names.push(name) === 0 })
    const paths = manifestPaths(names.filter((name) => !name.endsWith('/') && !isLitter(name)))
    const [first] = paths
    if (first === undefined) return { paths }
    const content = unzipSync(bytes, { filter: ({ name, originalSize }) => name === first && originalSize <= LARGEST })
    return { paths, content: new Blob([new Uint8Array(content[first] ?? [])]) }
  } catch {
    // Not every ZIP that the service takes is one that this reader knows.
    return undefined
  }
}

/** In bytes; the service takes no larger manifest. */
const LARGEST = 8 * 1024 * 1024

/** The one folder that holds everything, with its slash; empty where there is none. */
export function commonFolder(paths: readonly string[]): string {
  const folder = paths[0]?.slice(0, paths[0].indexOf('/') + 1) ?? ''
  return paths.every((path) => path.startsWith(folder)) ? folder : ''
}

function manifestPaths(paths: readonly string[]): string[] {
  const at = (base: string) => MANIFEST_NAMES.map((name) => base + name).filter((path) => paths.includes(path))
  const top = at('')
  if (top.length > 0) return top
  const folder = commonFolder(paths)
  return folder === '' ? [] : at(folder)
}
