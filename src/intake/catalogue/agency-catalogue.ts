import { procedureKey } from '../../core/names.ts'
import type { BundleFile, CatalogueInUse, Notice } from '../../dossier/dossier.ts'
import type { Catalogue } from '../../dossier/procedures.ts'
import type { ReadOptions } from '../container.ts'
import { catalogueAbsent, catalogueUnread } from '../notices.ts'
import type { ProcedureList } from './list.ts'
import { CatalogueUnreadable } from './notices.ts'

/** What of a bundle its catalogue is put together from. */
export interface CatalogueParts {
  /** As the manifest gives it; absent when it names none. */
  stated: Catalogue | undefined
  files: ReadonlyMap<string, BundleFile>
  /** Content of a file of {@link files}. */
  open(path: string): Promise<Uint8Array>
}

/**
 * The procedures within the agency's authority, as it lists them: those of the manifest, then those of its catalogue
 * file whose code (first two groups) the manifest does not give. A file that cannot be read is told, not refused.
 */
export async function agencyCatalogue(
  { stated, files, open }: CatalogueParts,
  options: ReadOptions,
): Promise<{ catalogue: CatalogueInUse; notices: readonly Notice[] }> {
  if (stated === undefined) return { catalogue: { source: 'none', sha256: null, origin: [] }, notices: [] }
  const { file, procedures, ...rest } = stated
  const there = file === undefined ? undefined : files.get(file)
  const inline: CatalogueInUse = {
    source: 'agency',
    sha256: null,
    ...rest,
    ...(procedures === undefined ? {} : { procedures }),
    origin: (procedures ?? []).map((_, index) => ({ pointer: `/catalogue/procedures/${index}` })),
  }
  if (file === undefined) return { catalogue: inline, notices: [] }
  if (there === undefined) return { catalogue: inline, notices: [catalogueAbsent(file)] }
  const list = await listIn(await open(file), file, options)
  if ('unread' in list) return { catalogue: inline, notices: [list.unread] }
  return { catalogue: { ...merged(inline, list, file), sha256: there.sha256 }, notices: list.notices }
}

async function listIn(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions,
): Promise<ProcedureList | { unread: Notice }> {
  const { readCatalogue } = await import('./catalogue.ts')
  try {
    return await readCatalogue(bytes, file, options)
  } catch (error) {
    if (error instanceof CatalogueUnreadable) return { unread: catalogueUnread(file, error.text) }
    throw error
  }
}

function merged(inline: CatalogueInUse, list: ProcedureList, file: string): CatalogueInUse {
  const stated = inline.procedures ?? []
  const known = new Set(stated.map(({ code }) => procedureKey(code)))
  const more = list.procedures
    .map((procedure, at) => ({ procedure, origin: { file, row: list.rows[at] } }))
    .filter(({ procedure }) => !known.has(procedureKey(procedure.code)))
  return {
    ...inline,
    procedures: [...stated, ...more.map(({ procedure }) => procedure)],
    origin: [
      ...inline.origin,
      ...more.map(({ origin }) => (origin.row === undefined ? { file } : { file, row: origin.row })),
    ],
  }
}
