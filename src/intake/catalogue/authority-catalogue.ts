import { type Localized, type Problem, withValues } from '../../core/errors.ts'
import { sha256 } from '../../core/json.ts'
import { agencyCode, plainWords, procedureKey, withoutPlace } from '../../core/names.ts'
import type { CatalogueInUse, Notice } from '../../dossier/dossier.ts'
import { authorityCatalogue } from '../../dossier/procedures.ts'
import type { ReadOptions } from '../container.ts'
import { displayName, sizesOver } from '../display.ts'
import { checkText } from '../manifest/manifest.ts'
import type { TextFaultCode } from '../manifest/parsed-text.ts'
import { hiddenRemoved } from '../notices.ts'
import { MANIFEST_REFUSALS } from '../refusals/manifest.ts'
import { Refusal } from '../refusals/refusal.ts'
import { AUTHORITY_CATALOGUE_CATALOGUE_FAULTS, AUTHORITY_CATALOGUE_TEXTS } from '../words.ts'
import { CatalogueUnreadable } from './notices.ts'
import type { RowAgency } from './rows.ts'

/** A file of the authority's, read into memory. */
export interface NamedFile {
  name: string
  bytes: Uint8Array
}

/**
 * What the authority gives for many agencies: one file for all of them, or files found by an agency's code (of a folder, or
 * below a prefix of a store): `<code>.<ending>`, and earlier ones as `<code>_<YYYY-MM-DD>.<ending>`.
 */
export type PerAgency = NamedFile | { of(code: string): Promise<readonly NamedFile[]> }

/** Whether a file is an agency's by its name: `H61.12.xlsx`, `H61.12_2025-07-01.csv`, but not `H61.12.5.xlsx`. */
export function isFileOf(name: string, code: string): boolean {
  return (
    name.toUpperCase().startsWith(code) && /^(?:_\d{4}-\d{2}-\d{2})?\.(?:json|xlsx|csv)$/i.test(name.slice(code.length))
  )
}

/** Whom a list of the authority's is looked up for. */
export interface AgencySought {
  code: string
  name: string
  block?: string
}

/** The catalogue and what was mended while reading it. */
export type AuthorityCatalogue = CatalogueInUse & { notices: readonly Notice[] }

/**
 * The authority's catalogue of one agency (TT 26/2014 Điều 4 khoản 2: one list per agency). Of a folder the newest of the
 * agency's lists that is not later than the day; the older ones tell since when a procedure has been listed. Of one file
 * with a column of the agency the rows that name it, by code, else by name; without such a column all rows.
 * @param asOf `YYYY-MM-DD`
 * @returns undefined where the authority has no list of this agency
 * @throws Refusal as {@link readAuthorityCatalogue}
 */
export async function catalogueOf(
  given: PerAgency,
  agency: AgencySought,
  asOf: string,
  options: ReadOptions,
): Promise<AuthorityCatalogue | undefined> {
  if ('of' in given) return newestOf(await given.of(agencyCode(agency.code)), asOf, options)
  const known = READ.get(given.bytes) ?? readAuthorityList(given.bytes, given.name, options)
  READ.set(given.bytes, known)
  // It may have failed for want of time, and is read again by who asks next.
  known.catch(() => READ.delete(given.bytes))
  const { agencies, ...list } = await known
  return agencies === undefined ? list : rowsOf(agency, list, agencies)
}

/** A file for many agencies is asked once for each: it is read once. */
const READ = new WeakMap<Uint8Array, Promise<AuthorityList>>()

/** The day in the name of a list: `H61.12_2025-07-01.xlsx`. */
const LIST_DAY = /_(\d{4}-\d{2}-\d{2})\.[^.]+$/

async function newestOf(
  files: readonly NamedFile[],
  asOf: string,
  options: ReadOptions,
): Promise<AuthorityCatalogue | undefined> {
  const dated = files
    .map((file) => ({ file, day: LIST_DAY.exec(file.name)?.[1] }))
    .filter(({ day }) => day === undefined || day <= asOf)
    .sort((a, b) => ((a.day ?? '9') < (b.day ?? '9') ? -1 : 1))
  const lists = await Promise.all(
    dated.map(async ({ file, day }) => ({ day, list: await readAuthorityCatalogue(file.bytes, file.name, options) })),
  )
  const last = lists.at(-1)
  if (last === undefined) return undefined
  const { list, day } = last
  const inUse = day === undefined || list.asOf !== undefined ? list : { ...list, asOf: day }
  if (lists.length === 1) return inUse
  const named = dated.map(({ file }) => `${file.name}\0${sha256(file.bytes)}\n`).sort()
  return { ...inUse, sha256: sha256(named.join('')), firstListed: firstListed(lists) }
}

/** The day of the oldest list that holds each procedure; none where only a list without a day does. */
function firstListed(
  lists: readonly { day: string | undefined; list: AuthorityCatalogue }[],
): NonNullable<CatalogueInUse['firstListed']> {
  const days = new Map<string, string>()
  for (const { day, list } of lists) {
    const on = day ?? list.asOf
    for (const { code } of list.procedures ?? []) {
      const key = procedureKey(code)
      if (on !== undefined && !days.has(key)) days.set(key, on)
    }
  }
  return Object.fromEntries(days)
}

function rowsOf(
  agency: AgencySought,
  list: AuthorityCatalogue,
  agencies: readonly RowAgency[],
): AuthorityCatalogue | undefined {
  const isOwn = (at: number) => isOfAgency(agencies[at] ?? {}, agency)
  const procedures = (list.procedures ?? []).filter((_, at) => isOwn(at))
  if (procedures.length === 0) return undefined
  const origin = list.origin.filter((_, at) => isOwn(at))
  const rows = new Set(origin.map(({ row }) => row))
  // What was mended in the rows of others is not this agency's concern.
  return { ...list, procedures, origin, notices: list.notices.filter(({ row }) => row === undefined || rows.has(row)) }
}

/** By its code where the row has one, else by its name. */
function isOfAgency(row: RowAgency, agency: AgencySought): boolean {
  const codes = (row.code ?? '').split(/[\s,;]+/).filter((one) => one !== '')
  if (codes.length > 0) return codes.some((one) => agencyCode(one) === agencyCode(agency.code))
  return (row.name ?? '').split(/[;\n]+/).some((one) => isNameOf(one, agency))
}

/** How exports name all communes at once. */
const ALL_COMMUNES = / (?:uy ban nhan dan )?(?:cap xa|cac xa|xa phuong)(?: phuong| dac khu| thi tran| thuoc tinh)* $/u

/** A list often leaves the province out of a name, and writes UBND. */
function isNameOf(written: string, { name, block }: AgencySought): boolean {
  const [own, said] = [name, written].map((one) => plainWords(one).replaceAll(' ubnd ', ' uy ban nhan dan '))
  if (own === undefined || said === undefined || said.trim() === '') return false
  if (block === 'commune' && ALL_COMMUNES.test(said)) return true
  if (own === said) return true
  const [ownShort, saidShort] = [own, said].map((one) => `${withoutPlace(one).trimEnd()} `)
  return ownShort === saidShort && (ownShort === own || saidShort === said) && ownShort?.trim().includes(' ') === true
}

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
  const { agencies: _, ...list } = await readAuthorityList(bytes, name, options)
  return list
}

/** A list, and the agencies that its rows name. */
type AuthorityList = AuthorityCatalogue & { agencies?: readonly RowAgency[] }

async function readAuthorityList(bytes: Uint8Array, name: string, options: ReadOptions): Promise<AuthorityList> {
  const read = name.toLowerCase().endsWith('.json') ? fromJson(bytes, name, options) : fromList(bytes, name, options)
  return { source: 'authority', sha256: sha256(bytes), ...(await read) }
}

type Content = Omit<AuthorityList, 'source' | 'sha256'>

async function fromJson(bytes: Uint8Array, name: string, { limits }: ReadOptions): Promise<Content> {
  if (bytes.length > limits.manifestJsonBytes) {
    const size = sizesOver(bytes.length, limits.manifestJsonBytes)
    throw invalid(name, withValues(AUTHORITY_CATALOGUE_TEXTS.fileTooLarge, { size }))
  }
  const reading = await checkText(bytes, 'json', authorityCatalogue)
  if ('fault' in reading) throw invalid(name, CATALOGUE_FAULTS[reading.fault.code], reading.fault.problems)
  const { value, hidden } = reading.ok
  const notices = hidden === undefined ? [] : [hiddenRemoved(name, hidden)]
  return { ...value, origin: value.procedures.map(() => ({ file: name })), notices }
}

async function fromList(bytes: Uint8Array, name: string, options: ReadOptions): Promise<Content> {
  const { readCatalogue } = await import('./catalogue.ts')
  try {
    const { procedures, rows, notices, agencies } = await readCatalogue(bytes, name, options)
    return { procedures, origin: rows.map((row) => ({ file: name, row })), notices, ...(agencies && { agencies }) }
  } catch (error) {
    if (error instanceof CatalogueUnreadable) throw invalid(name, error.text, undefined, error)
    throw error
  }
}

function invalid(name: string, why: Localized, problems?: readonly Problem[], cause?: unknown): Refusal {
  const { message, remedy } = MANIFEST_REFUSALS['catalogue-invalid']
  const told = withValues(AUTHORITY_CATALOGUE_TEXTS.joined, { message, why })
  return new Refusal(
    'catalogue-invalid',
    { message: told, remedy },
    { entry: displayName(name), cause, ...(problems === undefined ? {} : { problems }) },
  )
}

/** Why a JSON catalogue of the authority cannot be used, by what its reader says of a text. */
const CATALOGUE_FAULTS: Readonly<Record<TextFaultCode, Localized>> = AUTHORITY_CATALOGUE_CATALOGUE_FAULTS
