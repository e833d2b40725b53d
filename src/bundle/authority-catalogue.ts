import { sha256 } from '../base/canonical.ts'
import type { Problem } from '../base/errors.ts'
import type { Localized } from '../base/localized.ts'
import type { CatalogueInUse, Notice } from '../dossier/dossier.ts'
import { authorityCatalogue } from '../dossier/procedures.ts'
import { CatalogueUnreadable } from './catalogue/catalogue-unreadable.ts'
import { CATALOGUE_FAULTS } from './catalogue-faults.ts'
import type { ReadOptions } from './container.ts'
import { displayName, sizesOver } from './display.ts'
import { checkText } from './manifest/check-text.ts'
import { hiddenRemoved } from './manifest-notices.ts'
import { Refusal } from './refusal.ts'
import { MANIFEST_REFUSALS } from './refusals-manifest.ts'

/** The catalogue and what was mended while reading it. */
export type AuthorityCatalogue = CatalogueInUse & { notices: readonly Notice[] }

/**
 * The catalogue of procedures that the authority gives beside the bundle, instead of the agency's: an XLSX or CSV list,
 * or JSON (`.json`) with `decision?`, `asOf?` and `procedures`. `sha256` is that of the bytes.
 * @param name of the file, for messages
 * @throws Refusal `catalogue-invalid` with every problem of a JSON catalogue; `read-timeout` when time is over
 */
export async function readAuthorityCatalogue(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<AuthorityCatalogue> {
  const read = name.toLowerCase().endsWith('.json') ? fromJson(bytes, name, options) : fromList(bytes, name, options)
  return { source: 'authority', sha256: sha256(bytes), ...(await read) }
}

type Content = Omit<AuthorityCatalogue, 'source' | 'sha256'>

async function fromJson(bytes: Uint8Array, name: string, { limits }: ReadOptions): Promise<Content> {
  if (bytes.length > limits.manifestJsonBytes) {
    const size = sizesOver(bytes.length, limits.manifestJsonBytes)
    throw invalid(name, { vi: `tệp quá lớn (${size}).`, en: `the file is too large (${size}).` })
  }
  const reading = await checkText(bytes, 'json', authorityCatalogue)
  if ('fault' in reading) throw invalid(name, CATALOGUE_FAULTS[reading.fault.code], reading.fault.problems)
  const { value, hidden } = reading.ok
  const notices = hidden === undefined ? [] : [hiddenRemoved(name, hidden)]
  return { ...value, origin: value.procedures.map(() => ({ file: name })), notices }
}

async function fromList(bytes: Uint8Array, name: string, options: ReadOptions): Promise<Content> {
  const { readCatalogue } = await import('./catalogue/read-catalogue.ts')
  try {
    const { procedures, rows, notices } = await readCatalogue(bytes, name, options)
    return { procedures, origin: rows.map((row) => ({ file: name, row })), notices }
  } catch (error) {
    if (error instanceof CatalogueUnreadable) throw invalid(name, error.text, undefined, error)
    throw error
  }
}

function invalid(name: string, why: Localized, problems?: readonly Problem[], cause?: unknown): Refusal {
  const { message, remedy } = MANIFEST_REFUSALS['catalogue-invalid']
  const told = { vi: `${message.vi} ${why.vi}`, en: `${message.en} ${why.en}` }
  return new Refusal(
    'catalogue-invalid',
    { message: told, remedy },
    { entry: displayName(name), cause, ...(problems === undefined ? {} : { problems }) },
  )
}
