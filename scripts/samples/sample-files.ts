import { existsSync, readFileSync } from 'node:fs'
import { removeAt, setAt } from '../../src/core/json.ts'
import { type Manifest, manifest as manifestSchema, namedPaths } from '../../src/dossier/manifest.ts'
import { catalogueSheet } from './catalogue-sheet.ts'
import { documentFile } from './document-file.ts'
import { makePdf } from './pdf.ts'
import type { SampleDescription } from './sample.ts'

type Files = Record<string, Uint8Array>
type Wanted = Pick<SampleDescription, 'catalogueFile' | 'renamed' | 'files' | 'unnamed'>

/**
 * The files of a sample bundle: the manifest and all it names, changed as the description says. A paper that one of the
 * folders holds (the last first) is taken as it is; for any other path a small file is made.
 */
export async function sampleFiles(value: unknown, told: Wanted, folders: readonly string[]): Promise<Files> {
  const agency = (value as Manifest).agency.name
  const { stated, catalogue } = await withCatalogueFile(renamed(value, told.renamed), told.catalogueFile)
  const files: Files = { 'manifest.json': Buffer.from(`${JSON.stringify(stated, null, 2)}\n`), ...catalogue }
  for (const named of namedPaths(manifestSchema, stated))
    if (!Object.hasOwn(files, named.path))
      files[named.path] = paperIn(folders, named.path) ?? documentFile(named, stated, agency)
  for (const [path, change] of Object.entries(told.files ?? {})) {
    if (!Object.hasOwn(files, path)) throw new Error(`no file of the sample is called ${path}`)
    if (change === 'absent') delete files[path]
    else files[path] = change === 'empty' ? new Uint8Array() : mistyped(path)
  }
  for (const path of told.unnamed ?? []) files[path] = documentFile({ path, pointer: '/agency/name' }, stated, agency)
  return files
}

/** The manifest with other names for some of its files. */
export function renamed(value: unknown, names: Record<string, string> = {}): unknown {
  let stated = value
  for (const { path, pointer } of namedPaths(manifestSchema, value)) {
    const name = names[path]
    if (name !== undefined) stated = setAt(stated, pointer, name)
  }
  return stated
}

function paperIn(folders: readonly string[], path: string): Uint8Array | undefined {
  const found = folders.map((folder) => `${folder}/papers/${path}`).filter((file) => existsSync(file))
  const last = found.at(-1)
  return last === undefined ? undefined : readFileSync(last)
}

async function withCatalogueFile(
  value: unknown,
  path: string | undefined,
): Promise<{ stated: unknown; catalogue: Files }> {
  if (path === undefined) return { stated: value, catalogue: {} }
  const { agency, catalogue } = value as Manifest
  const stated = setAt(removeAt(value, '/catalogue/procedures'), '/catalogue/file', path)
  return { stated, catalogue: { [path]: await catalogueSheet(agency.name, catalogue?.procedures ?? []) } }
}

/** What stands in a file that was given another ending by hand: a PDF for a picture, words for a PDF. */
function mistyped(path: string): Uint8Array {
  return path.endsWith('.pdf') ? Buffer.from(`Xem bản giấy: ${path}\n`) : makePdf([path])
}
