import * as z from 'zod'
import { digest } from '../core/json.ts'
import { parseOpenly } from '../core/schemas.ts'
import type { Draft } from '../documents/draft/pieces.ts'
import { READER } from '../documents/settings.ts'
import { bearsSecrecyMark } from '../dossier/reading.ts'
import { StoredDocumentFault } from './documents.ts'
import { AGENCIES, agencyPrefix } from './keys.ts'
import { type ErasableStore, KEYS_ONLY, type Store } from './store.ts'

// What an agency has not handed in yet: its papers, what was read in them, and its form as it stands. It lies with the
// bundles, encrypted as they are, agency by agency, and is erased some days after it was written.

/** Everything that is not handed in begins so. */
export const DRAFTS = 'drafts/'

/** Everything of an agency that is not handed in begins so. */
export const draftsPrefix = (code: string) => `${DRAFTS}${agencyPrefix(code).slice(AGENCIES.length)}`
/** Where a paper of an agency lies, by the hash of its bytes. */
export const paperKey = (code: string, hash: string): string => `${draftsPrefix(code)}papers/${hash}`
/** That a paper bears a stamp of secrecy; nothing else is kept of it. */
const stampKey = (code: string, hash: string) => `${draftsPrefix(code)}stamped/${hash}`
const formPrefix = (code: string) => `${draftsPrefix(code)}form/`
const formKey = (code: string, version: number) => `${formPrefix(code)}${String(version).padStart(8, '0')}.json`
const readingKey = (code: string, id: string) => `${draftsPrefix(code)}read/${id}.json`

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A place in a bundle, as a bundle may have it. */
const paperPath = z
  .string()
  .min(1)
  .max(400)
  .refine(
    (path) =>
      path === path.normalize('NFC') &&
      path.split('/').every((name) => /^(?!\.{1,2}$|__proto__$)[^\\\p{Cc}]+$/u.test(name)),
  )

/** A paper at hand, by its place in the bundle. */
const paperInHand = z.strictObject({ sha256: hash, bytes: z.int().min(0) })
/** Papers by their paths. */
export const papersInHand = z.record(paperPath, paperInHand)
export type PapersInHand = z.infer<typeof papersInHand>

/** The form of a manifest as the builder has it, with the papers at hand. */
export const draftForm = z.strictObject({
  manifest: z.record(z.string(), z.unknown()),
  /** What sections held before they were put away. */
  putAway: z.record(z.string(), z.unknown()),
  stated: z.array(z.string()),
  papers: papersInHand,
  /** What was read in papers: by its id. */
  reading: hash.optional(),
  /** Values of the draft that a person has looked at. */
  confirmed: z.array(z.string()).optional(),
})
export type DraftForm = z.infer<typeof draftForm>

/** Papers that somebody wants to send. */
export const papersAsked = z.strictObject({
  papers: z.array(z.strictObject({ path: paperPath, sha256: hash, bytes: z.int().min(1) })).max(2_000),
})
/** Papers to be read, and a dossier to be sent. */
export const draftRead = z.union([z.strictObject({ papers: papersInHand }), z.strictObject({ id: hash })])
export const draftSend = draftForm.pick({ manifest: true, papers: true })

const draftVersion = z.strictObject({
  schemaVersion: z.literal(1),
  version: z.int(),
  /** Instant, ISO 8601 in UTC. */
  on: z.string(),
  /** Who saved it, as the identity provider calls the person. */
  by: z.string(),
  /** Sections of the manifest that are not as they were in the version before. */
  changed: z.array(z.string()),
  form: draftForm,
})
/** The form as somebody saved it. */
export type DraftVersion = z.infer<typeof draftVersion>

/** Versions that stay to be looked at. */
const KEPT_VERSIONS = 100

/** The versions of an agency's form, the oldest first. */
async function versionsOf(code: string, bundles: ErasableStore): Promise<number[]> {
  const versions: number[] = []
  for await (const { key } of bundles.list(formPrefix(code), KEYS_ONLY))
    versions.push(Number(key.slice(formPrefix(code).length, -'.json'.length)))
  return versions
}

async function readVersion(code: string, version: number, bundles: ErasableStore): Promise<DraftVersion | undefined> {
  const key = formKey(code, version)
  const bytes = await bundles.read(key)
  if (bytes === undefined) return undefined
  try {
    return parseOpenly(draftVersion, JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}

/** The form as it was saved last; undefined where there is none. @throws StoredDocumentFault when it is none of ours */
export async function lastDraft(code: string, bundles: ErasableStore): Promise<DraftVersion | undefined> {
  const last = (await versionsOf(code, bundles)).at(-1)
  return last === undefined ? undefined : readVersion(code, last, bundles)
}

/** The last versions of the form, the newest first. */
export async function draftHistory(code: string, most: number, bundles: ErasableStore): Promise<DraftVersion[]> {
  const versions = (await versionsOf(code, bundles)).slice(-most).reverse()
  const read = await Promise.all(versions.map((version) => readVersion(code, version, bundles)))
  return read.filter((one) => one !== undefined)
}

/**
 * Saves the form over the version that it was made from, and over no other: of two who save at once one is told so.
 * @param from the version it was made from; 0 for none
 * @returns the new version, or `conflict` with what stands now
 */
export async function saveDraft(
  code: string,
  { from, form, by, on }: { from: number; form: DraftForm; by: string; on: string },
  bundles: ErasableStore,
): Promise<{ saved: DraftVersion } | { conflict: DraftVersion | undefined }> {
  const before = await lastDraft(code, bundles)
  if ((before?.version ?? 0) !== from) return { conflict: before }
  const version = from + 1
  const changed = changedSections(before?.form.manifest ?? {}, form.manifest)
  const saved: DraftVersion = { schemaVersion: 1, version, on, by, changed, form }
  const bytes = new TextEncoder().encode(`${JSON.stringify(saved)}\n`)
  const put = await bundles.putIfAbsent(formKey(code, version), bytes, 'application/json')
  if (put === 'present') return { conflict: await lastDraft(code, bundles) }
  if (version > KEPT_VERSIONS) await bundles.erase(formKey(code, version - KEPT_VERSIONS))
  return { saved }
}

/** Keys of the manifest under which something else stands. */
function changedSections(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}

/** What a paper that somebody wants to send is to the service. */
export type PaperState = 'there' | 'wanted' | 'stamped'

/** Which papers are there already, which are wanted, and which may not come. */
export async function paperState(
  code: string,
  { path, sha256 }: { path: string; sha256: string },
  bundles: Pick<Store, 'head'>,
): Promise<PaperState> {
  if (path.split('/').some(bearsSecrecyMark)) return 'stamped'
  if ((await bundles.head(stampKey(code, sha256))) !== undefined) return 'stamped'
  return (await bundles.head(paperKey(code, sha256))) === undefined ? 'wanted' : 'there'
}

/** How much of an agency lies here that is not handed in. */
export async function draftBytes(code: string, bundles: Pick<Store, 'list'>): Promise<number> {
  let bytes = 0
  for await (const { size } of bundles.list(draftsPrefix(code))) bytes += size
  return bytes
}

/** What was read in papers, by them and the reader: the same papers are read once. */
export function readingId(papers: PapersInHand, recognise: boolean): string {
  const sorted = Object.entries(papers).map(([path, { sha256 }]) => [path, sha256])
  return digest([READER, recognise, sorted.sort()])
}

export async function storedReading(code: string, id: string, bundles: ErasableStore): Promise<Draft | undefined> {
  const bytes = await bundles.read(readingKey(code, id))
  return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes))
}

/** Keeps what was read in papers; of those with a stamp of secrecy nothing but that, and they may not come again. */
export async function storeReading(
  code: string,
  { id, papers, draft }: { id: string; papers: PapersInHand; draft: Draft },
  bundles: ErasableStore,
): Promise<void> {
  for (const path of draft.stamped) {
    const paper = papers[path]
    if (paper === undefined) continue
    await bundles.putIfAbsent(stampKey(code, paper.sha256), new TextEncoder().encode('stamped\n'), 'text/plain')
    await bundles.erase(paperKey(code, paper.sha256))
  }
  const bytes = new TextEncoder().encode(`${JSON.stringify(draft)}\n`)
  await bundles.put(readingKey(code, id), bytes, 'application/json')
}

/** Erases all that an agency has not handed in; that papers bear a stamp stays known. @returns how many objects went */
export async function eraseDrafts(code: string, bundles: ErasableStore): Promise<number> {
  let erased = 0
  for await (const { key } of bundles.list(draftsPrefix(code))) {
    if (key.startsWith(stampKey(code, ''))) continue
    await bundles.erase(key)
    erased++
  }
  return erased
}
