import type { ByteSource } from '../core/files.ts'
import { nearest } from '../core/names.ts'
import type { BundleFile, Dossier, Notice } from '../dossier/dossier.ts'
import { manifest as manifestSchema, namedPaths } from '../dossier/manifest.ts'
import { agencyCatalogue } from './catalogue/agency-catalogue.ts'
import type { Container, ContainerEntry, ReadOptions } from './container.ts'
import { displayName } from './display.ts'
import { bundleFile } from './file-kinds.ts'
import { parseManifest } from './manifest/manifest.ts'
import { caseDiffers } from './notices.ts'
import { MANIFEST_REFUSALS, type ManifestRefusalCode } from './refusals/manifest.ts'
import { Refusal } from './refusals/refusal.ts'

/** A bundle: the bytes of a ZIP, or the path of a folder. */
export type BundleSource = ByteSource | { folder: string }

/**
 * Reads a bundle safely, finds and checks its manifest and puts the dossier together.
 * @throws Refusal whenever the bundle cannot be taken in, with its SHA-256 where that is known; InputError when there is
 * no such folder; what `source` fails with
 */
export async function readBundle(source: BundleSource, options: ReadOptions): Promise<Dossier> {
  const container = await readContainer(source, options)
  try {
    return await dossierOf(container, findManifest(container.entries), options)
  } catch (error) {
    if (error instanceof Refusal) error.sha256 ??= container.sha256
    throw error
  }
}

async function readContainer(source: BundleSource, options: ReadOptions): Promise<Container> {
  if ('folder' in source) return (await import('./folder.ts')).readFolder(source.folder, options)
  return (await import('./zip/zip.ts')).readZip(source, options)
}

async function dossierOf(container: Container, { entry, base }: FoundManifest, options: ReadOptions): Promise<Dossier> {
  const bytes = await container.open(entry.path)
  const read = await manifestIn(bytes, entry.path.slice(base.length), options)
  const { manifest } = read
  const files = filesOf(container, entry.path, base)
  const open = (path: string) => container.open(base + path)
  const { catalogue, notices } = await agencyCatalogue({ stated: manifest.catalogue, files, open }, options)
  const named = new Set(namedPaths(manifestSchema, manifest).map(({ path }) => path))
  const documents = [...files].map(([path, file]) => ({ path, file, open: () => open(path) }))
  const readings = await options.documents?.(documents, manifest.agency.name)
  return {
    manifest,
    catalogue,
    files,
    ...(readings && { readings }),
    unnamedFiles: [...files.keys()].filter((path) => !named.has(path)),
    bundle: { sha256: container.sha256, files: container.entries.length, bytes: container.bytes },
    notices: [...containerNotices(container), ...read.notices, ...caseNotices(named, files), ...notices],
  }
}

async function manifestIn(bytes: Uint8Array, name: string, options: ReadOptions) {
  if (name === WORKBOOK) return (await import('./manifest-xlsx/workbook.ts')).readWorkbook(bytes, name, options)
  return parseManifest(bytes, name, options.limits)
}

function filesOf(container: Container, manifestPath: string, base: string): Map<string, BundleFile> {
  const files = new Map<string, BundleFile>()
  for (const entry of container.entries) {
    const path = entry.path.slice(base.length)
    if (entry.path !== manifestPath) files.set(path, bundleFile(entry, path))
  }
  return files
}

function containerNotices({ notices }: Container): Notice[] {
  return notices.map(({ code, text, entry }) => (entry === undefined ? { code, text } : { code, text, file: entry }))
}

function caseNotices(named: ReadonlySet<string>, files: ReadonlyMap<string, BundleFile>): Notice[] {
  const folded = new Map([...files.keys()].map((path) => [path.toLowerCase(), path]))
  return [...named].flatMap((path) => {
    const there = files.has(path) ? undefined : folded.get(path.toLowerCase())
    return there === undefined ? [] : [caseDiffers(path, there)]
  })
}

const TEXTS = ['manifest.json', 'manifest.yaml', 'manifest.yml']
/** The manifest as an Excel workbook. */
const WORKBOOK = 'ho-so.xlsx'
const NAMES = [...TEXTS, WORKBOOK]
/** Similar names that are told, at most. */
const HINTS = 5

/** The manifest of a container, and the folder that paths in it start from (`''`, or the single top folder with `/`). */
interface FoundManifest {
  entry: ContainerEntry
  base: string
}

/**
 * The one manifest at the root, or under the one top folder that holds everything.
 * @throws Refusal when there is none, or more than one
 */
function findManifest(entries: readonly ContainerEntry[]): FoundManifest {
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
