import { InputError, withValues } from '../core/errors.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { isFileOf, type NamedFile, type PerAgency } from '../intake/catalogue/authority-catalogue.ts'
import type { ReadOptions } from '../intake/container.ts'
import { agencyFolder } from '../intake/input-file.ts'
import { Refusal } from '../intake/refusals/refusal.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { type AuthorityFiles, underAuthority } from '../verdict/authority.ts'
import { RECORDS } from './keys.ts'
import type { Store } from './store.ts'
import { AUTHORITY_FILES_TEXTS } from './words.ts'

/** What the authority gives for one agency or for many: a file for all, an agency's own files, or the folder of all. */
export type SentPerAgency = NamedFile | readonly NamedFile[] | { folder: string }

/** What the authority gives beside a bundle. */
export interface SentAuthority {
  catalogue?: SentPerAgency | undefined
  records?: SentPerAgency | undefined
}

/**
 * What the authority keeps in the store of one agency: its catalogue (one object for all, or one list an agency under a key
 * that ends with `/`), and its record under a prefix of its own.
 * @throws InputError when the catalogue is not there: it is ours, so no bundle may be refused for it
 */
export async function authorityOf(
  code: string,
  { bundles, catalogueKey: key }: { bundles: Pick<Store, 'list' | 'read'>; catalogueKey?: string | undefined },
): Promise<SentAuthority> {
  const records = await below(RECORDS, code, bundles)
  if (key === undefined) return { records }
  if (key.endsWith('/')) return { catalogue: await below(key, code, bundles), records }
  const bytes = await bundles.read(key)
  if (bytes === undefined) throw absent(key)
  return { catalogue: { name: key, bytes }, records }
}

/** Of what the authority gives for many agencies, what is of one. */
export async function sentFor({ catalogue, records }: AuthorityFiles, code: string): Promise<SentAuthority> {
  const of = (given: PerAgency) => ('of' in given ? given.of(code) : given)
  return {
    ...(catalogue && { catalogue: await of(catalogue) }),
    ...(records && { records: await of(records) }),
  }
}

/** The objects below a prefix that are an agency's by their names. */
async function below(prefix: string, code: string, store: Pick<Store, 'list' | 'read'>): Promise<NamedFile[]> {
  const files: NamedFile[] = []
  for await (const { key } of store.list(`${prefix}${code}`)) {
    const name = key.slice(prefix.length)
    const bytes = isFileOf(name, code) ? await store.read(key) : undefined
    if (bytes !== undefined) files.push({ name, bytes })
  }
  return files
}

function absent(key: string): InputError {
  return new InputError(withValues(AUTHORITY_FILES_TEXTS.authoritySCatalogueProcedures, { key }))
}

/** What was sent, as it is asked for. */
export function filesOf({ catalogue, records }: SentAuthority): AuthorityFiles {
  // A store that keeps no record of an agency says nothing; a list that lacks the agency is told.
  const none = Array.isArray(records) && records.length === 0
  return { catalogue: catalogue && perAgencyOf(catalogue), records: none ? undefined : records && perAgencyOf(records) }
}

function perAgencyOf(sent: SentPerAgency): PerAgency {
  if ('folder' in sent) return agencyFolder(sent.folder)
  return 'name' in sent ? asLastSent(sent) : { of: async () => sent }
}

const lastSent = new Map<string, NamedFile>()

/** The file as it was sent before, where it is the same: a list for all agencies comes with each of them, and is read once. */
function asLastSent(sent: NamedFile): NamedFile {
  const before = lastSent.get(sent.name)
  if (before !== undefined && Buffer.compare(before.bytes, sent.bytes) === 0) return before
  // One list and one file of records: what else is there is of another setting.
  if (lastSent.size >= 2) lastSent.clear()
  lastSent.set(sent.name, sent)
  return sent
}

/**
 * A dossier by what the authority gave.
 * @throws InputError when that cannot be used: it is ours, so no bundle is refused for it
 */
export async function asAuthorityKnows(
  dossier: Dossier,
  authority: SentAuthority | undefined,
  asOf: string,
  { judge, limits, stopwatch }: Pick<ReadOptions, 'limits' | 'stopwatch'> & { judge: { ruleSet: LoadedRuleSet } },
): Promise<Dossier> {
  try {
    const by = { asOf, ruleSet: judge.ruleSet, read: { limits, stopwatch } }
    return await underAuthority(dossier, filesOf(authority ?? {}), by)
  } catch (error) {
    if (error instanceof Refusal) throw new InputError(error.text, { cause: error })
    throw error
  }
}

/** The records that are kept of an agency: one, unless somebody has laid another kind of file beside it. */
export function keptRecords(code: string, store: Pick<Store, 'list' | 'read'>): Promise<NamedFile[]> {
  return below(RECORDS, code, store)
}

/** The lists that are kept of an agency, by name; undefined where the service keeps none for each agency. */
export async function keptCatalogues(
  code: string,
  key: string | undefined,
  store: Pick<Store, 'list' | 'read'>,
): Promise<NamedFile[] | undefined> {
  if (!key?.endsWith('/')) return undefined
  return (await below(key, code, store)).sort((a, b) => (a.name < b.name ? -1 : 1))
}
