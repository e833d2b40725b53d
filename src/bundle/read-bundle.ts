import type { ByteSource } from '../base/bytes.ts'
import type { BundleFile, Dossier, Notice } from '../dossier/dossier.ts'
import { manifest as manifestSchema } from '../dossier/manifest.ts'
import { namedPaths } from '../dossier/named-paths.ts'
import { agencyCatalogue } from './agency-catalogue.ts'
import type { Container, ReadOptions } from './container.ts'
import { bundleFile } from './file-kind.ts'
import { type FoundManifest, findManifest, WORKBOOK } from './manifest/find-manifest.ts'
import { parseManifest } from './manifest/parse-manifest.ts'
import { caseDiffers } from './manifest-notices.ts'
import { Refusal } from './refusal.ts'

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
  return (await import('./zip/read-zip.ts')).readZip(source, options)
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
  if (name === WORKBOOK) return (await import('./manifest/xlsx/read-workbook.ts')).readWorkbook(bytes, name, options)
  return { ...(await parseManifest(bytes, name, options.limits)), notices: [] }
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
