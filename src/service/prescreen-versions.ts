import * as z from 'zod'
import { parseOpenly } from '../core/schemas.ts'
import { putDocument, StoredDocumentFault } from './documents.ts'
import {
  type DeskWork,
  isUploadId,
  madePrefix,
  oldPrescreenKey,
  provincePrefix,
  shownPrefix,
  versionKey,
  versionsPrefix,
} from './keys.ts'
import { KEYS_ONLY, type Store } from './store.ts'

// A pre-screening is never overwritten: each is a version of its year. It is asked for, made, and has an end; which one is
// shown is a record of its own, so that going back to an earlier one is another such record.

/** Of which pre-screening something is. */
export interface OfYear {
  province: string
  year: number
}

/** A version of it, or of another work of the desk; ids are in the order in which versions were asked for. */
export interface OfVersion extends OfYear {
  id: string
  /** Absent: of the pre-screening. */
  work?: DeskWork | undefined
}

const request = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().refine(isUploadId),
  /** Instant it was asked for, ISO 8601 in UTC. */
  on: z.iso.datetime(),
  /** Whoever asked for it, as the identity provider calls them, or the operator. */
  by: z.string().min(1),
  /** In the browser, or by the command line. */
  from: z.enum(['desk', 'command']),
  asOf: z.string(),
  profileId: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() }),
  /** How many agencies the register lists. */
  registered: z.int().min(0),
  /** Of what rests on a pre-screening: which version of it; null: the one of a release without versions. */
  basis: z.string().nullable().optional(),
})
/** Who asked for a version, when, from what and by which rules. */
export type VersionRequest = z.infer<typeof request>

const counts = z.record(z.string(), z.int().min(0))
const end = z.discriminatedUnion('kind', [
  /** `results`: how many agencies came to which. */
  z.strictObject({ kind: z.literal('finished'), on: z.iso.datetime(), results: counts }),
  z.strictObject({
    kind: z.literal('failed'),
    on: z.iso.datetime(),
    why: z.strictObject({ vi: z.string(), en: z.string() }),
  }),
  z.strictObject({ kind: z.literal('cancelled'), on: z.iso.datetime() }),
])
/** How making a version ended. */
export type VersionEnd = z.infer<typeof end>

const shown = z.strictObject({ on: z.iso.datetime(), by: z.string().min(1), id: z.string().nullable() })
/** Since when which version is shown, and by whose word; null: the one that a release without versions put. */
export type ShownVersion = z.infer<typeof shown>

type Readable = Pick<Store, 'read' | 'list'>

async function readAs<T>(schema: z.ZodType<T>, key: string, store: Pick<Store, 'read'>): Promise<T | undefined> {
  const bytes = await store.read(key)
  if (bytes === undefined) return undefined
  try {
    return parseOpenly(schema, JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}

/**
 * Keeps that a version was asked for. Asked twice under one id, by a double click, it is one version.
 * @returns whether it is the first time
 */
export async function requestVersion(
  of: OfYear & { work?: DeskWork | undefined },
  asked: VersionRequest,
  store: Pick<Store, 'putIfAbsent'>,
): Promise<'written' | 'present'> {
  return putDocument(versionKey(of, asked.id), request.parse(asked), store)
}

/** Who asked for a version; undefined when there is none of the id. @throws StoredDocumentFault */
export function readVersion(of: OfVersion, store: Pick<Store, 'read'>) {
  return readAs<VersionRequest>(request, versionKey(of, of.id), store)
}

/** So many versions of a year are listed, the last ones. */
const LISTED = 50

/** The versions of a year that were asked for, the last one first. @throws StoredDocumentFault */
export async function listVersions(of: Omit<OfVersion, 'id'>, store: Readable): Promise<VersionRequest[]> {
  const ids: string[] = []
  const prefix = versionsPrefix(of)
  for await (const { key } of store.list(prefix, KEYS_ONLY)) ids.push(key.slice(prefix.length, -'.json'.length))
  const last = ids.filter(isUploadId).slice(-LISTED).toReversed()
  const found = await Promise.all(last.map((id) => readVersion({ ...of, id }, store)))
  return found.filter((one) => one !== undefined)
}

const endKey = (of: OfVersion) => `${madePrefix(of)}end.json`
const cancelKey = (of: OfVersion) => `${madePrefix(of)}cancelled.json`

/** Keeps how making a version ended; the first end stands. */
export async function endVersion(of: OfVersion, ended: VersionEnd, store: Pick<Store, 'putIfAbsent'>): Promise<void> {
  await putDocument(endKey(of), end.parse(ended), store)
}

/** How making a version ended; undefined: it is being made. @throws StoredDocumentFault */
export function readEnd(of: OfVersion, store: Pick<Store, 'read'>): Promise<VersionEnd | undefined> {
  return readAs<VersionEnd>(end, endKey(of), store)
}

/** Asks for a version not to be made any further. */
export async function cancelVersion(
  of: OfVersion,
  { on, by }: { on: string; by: string },
  store: Pick<Store, 'putIfAbsent'>,
): Promise<void> {
  await putDocument(cancelKey(of), { on, by }, store)
}

/** Whether a version is not to be made any further. */
export async function isCancelled(of: OfVersion, store: Pick<Store, 'read'>): Promise<boolean> {
  return (await store.read(cancelKey(of))) !== undefined
}

/**
 * Shows a version from now on.
 * @param random eight lower-case hex digits
 */
export async function showVersion(
  { province, year }: OfYear,
  by: ShownVersion,
  random: string,
  store: Pick<Store, 'putIfAbsent'>,
): Promise<void> {
  const key = `${shownPrefix(province, year)}${by.on.replace(/[-:.]/g, '')}-${random}.json`
  await putDocument(key, shown.parse(by), store)
}

/**
 * The years of which a province has a pre-screening that is shown, the last one first: one listing, and one of each year that
 * it has anything of.
 */
export async function publishedYearsOf(province: string, store: Pick<Store, 'list'>): Promise<number[]> {
  const prefix = provincePrefix(province)
  const years = new Set<number>()
  for await (const { key } of store.list(prefix, { shallow: true })) {
    const [, year, end] = /^(\d{4})(\/|\.json$)/.exec(key.slice(prefix.length)) ?? []
    // A release without versions left the one file.
    if (
      end === '.json' ||
      (year !== undefined && !years.has(Number(year)) && (await isShown(province, Number(year), store)))
    )
      years.add(Number(year))
  }
  return [...years].sort((a, b) => b - a)
}

async function isShown(province: string, year: number, store: Pick<Store, 'list'>): Promise<boolean> {
  for await (const _ of store.list(shownPrefix(province, year), { ...KEYS_ONLY, limit: 1 })) return true
  return false
}

/**
 * Which version of a year is shown, and by whose word; undefined when there is none. A release without versions left one
 * that nobody chose.
 * @throws StoredDocumentFault
 */
export async function shownVersion({ province, year }: OfYear, store: Readable): Promise<ShownVersion | undefined> {
  let last = ''
  for await (const { key } of store.list(shownPrefix(province, year), KEYS_ONLY)) last = key
  if (last !== '') return readAs<ShownVersion>(shown, last, store)
  const old = oldPrescreenKey(province, year)
  for await (const { key, modified } of store.list(old, { limit: 1 }))
    if (key === old) return { on: modified ?? '1970-01-01T00:00:00Z', by: 'qms-verdict', id: null }
  return undefined
}
