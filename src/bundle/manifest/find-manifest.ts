import { nearest } from '../../base/nearest.ts'
import type { ContainerEntry } from '../container.ts'
import { displayName } from '../display.ts'
import { Refusal } from '../refusal.ts'
import { MANIFEST_REFUSALS, type ManifestRefusalCode } from '../refusals-manifest.ts'

const TEXTS = ['manifest.json', 'manifest.yaml', 'manifest.yml']
/** The manifest as an Excel workbook. */
export const WORKBOOK = 'ho-so.xlsx'
const NAMES = [...TEXTS, WORKBOOK]
/** Similar names that are told, at most. */
const HINTS = 5

/** The manifest of a container, and the folder that paths in it start from (`''`, or the single top folder with `/`). */
export interface FoundManifest {
  entry: ContainerEntry
  base: string
}

/**
 * The one manifest at the root, or under the one top folder that holds everything.
 * @throws Refusal when there is none, or more than one
 */
export function findManifest(entries: readonly ContainerEntry[]): FoundManifest {
  const base = manifestsIn('', entries).length > 0 ? '' : topFolder(entries)
  const found = manifestsIn(base, entries)
  const [entry, another] = found
  if (entry === undefined) throw refuse('manifest-missing', { found: similarNames(entries) })
  if (another !== undefined) throw refuse('manifest-ambiguous', { found: listed(found.map(({ path }) => path)) })
  return { entry, base }
}

function manifestsIn(base: string, entries: readonly ContainerEntry[]): ContainerEntry[] {
  return entries.filter(({ path }) => NAMES.some((name) => path === base + name))
}

function topFolder(entries: readonly ContainerEntry[]): string {
  const first = entries[0]?.path ?? ''
  const top = first.slice(0, first.indexOf('/') + 1)
  return entries.every(({ path }) => path.startsWith(top)) ? top : ''
}

/** Names that somebody may have meant: hidden extensions, another case, a manifest too deep down. */
function similarNames(entries: readonly ContainerEntry[]): string {
  const similar = entries
    .map(({ path }) => path)
    .filter((path) => {
      const name = (path.split('/').at(-1) ?? '').toLowerCase()
      return name.startsWith('manifest') || name.startsWith('ho-so.') || nearest(name, NAMES) !== undefined
    })
  return listed(similar)
}

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, HINTS).map(displayName).join(', ')
  return paths.length > HINTS ? `${shown}, … (${paths.length})` : shown || '—'
}

function refuse(code: ManifestRefusalCode, met: { found: string }): Refusal {
  return new Refusal(code, MANIFEST_REFUSALS[code], met)
}
