import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { magicOf } from '../core/files.ts'
import { sha256 } from '../core/json.ts'
import { isOfProvince } from '../core/names.ts'
import { parseOpenly } from '../core/schemas.ts'
import type { AuthorityRecord } from '../dossier/authority-record.ts'
import {
  papersOfSheet,
  VISIT_LIMITS,
  type VisitCorrection,
  type VisitSheet,
  visitCorrection,
  visitSheet,
} from '../dossier/visit.ts'
import { kindOfFile } from '../intake/file-kinds.ts'
import { recordAfter, recordWithCorrection, recordWithout, type SignedVisit } from '../province/visit-points.ts'
import { StoredDocumentFault } from './documents.ts'
import {
  agencyOfSignedVisit,
  signedVisitKey,
  signedVisitsPrefix,
  visitPaperKey,
  visitPrefix,
  visitSheetKey,
} from './keys.ts'
import { boundRecord, changeRecord, keptRecord } from './record-changes.ts'
import { type ErasableStore, KEYS_ONLY, type Store } from './store.ts'

// The sheets of visits, with photos and papers, lie with the bundles, encrypted as they are. A version is written once:
// of two inspectors who save at once one is told so, and sends what both wrote put together.

const signed = z.strictObject({
  /** Day on which the minutes were signed, `YYYY-MM-DD`. */
  on: z.string(),
  by: z.string(),
})

const visitVersion = z.strictObject({
  schemaVersion: z.literal(1),
  version: z.int(),
  /** Instant, ISO 8601 in UTC. */
  on: z.string(),
  /** Who saved it, as the identity provider calls the person. */
  by: z.string(),
  sheet: visitSheet,
  /** Who changed each part last, and when: `head`, or the id of an item. */
  written: z.record(z.string(), z.strictObject({ by: z.string(), on: z.string() })),
  /** The minutes were signed, and the authority's record written from them; nothing is changed from then on. */
  signed: signed.optional(),
  correction: visitCorrection.optional(),
})
/** The sheet of a visit as somebody saved it. */
export type VisitVersion = z.infer<typeof visitVersion>

/** Which visit. */
export interface OfVisit {
  code: string
  year: number
}

/** What visits are kept in: the store of bundles. */
export type VisitStore = Pick<ErasableStore, 'head' | 'list' | 'read' | 'put' | 'putIfAbsent' | 'erase'>

/** Versions that stay to be looked at. */
const KEPT_VERSIONS = 200
/** Bytes of one version. */
const SHEET_BYTES = 2 * 1024 * 1024

/** The sheet as it was saved last; undefined where nobody wrote one. @throws StoredDocumentFault when it is none of ours */
export async function lastVisit(
  { code, year }: OfVisit,
  store: Pick<Store, 'list' | 'read'>,
): Promise<VisitVersion | undefined> {
  let last: { key: string; size: number } | undefined
  for await (const found of store.list(`${visitPrefix(code, year)}sheet/`)) last = found
  if (last === undefined) return undefined
  const { key, size } = last
  const bytes = size > SHEET_BYTES ? undefined : await store.read(key)
  try {
    if (bytes === undefined) throw new RangeError(`${size} bytes, or gone`)
    return parseOpenly(visitVersion, JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}

/** What saving came to: `conflict` with what stands now; `signed`: nothing is changed any more; `lacking`: papers that are not there. */
export type SavedVisit =
  | { saved: VisitVersion }
  | { conflict: VisitVersion | undefined }
  | { lacking: string[] }
  | { tooLarge: number }

/**
 * Saves the sheet over the version it was made from, and over no other.
 * @param from the version it was made from; 0 for none
 */
export async function saveVisit(
  of: OfVisit,
  { from, sheet, by, on }: { from: number; sheet: VisitSheet; by: string; on: string },
  store: VisitStore,
): Promise<SavedVisit> {
  const before = await lastVisit(of, store)
  if ((before?.version ?? 0) !== from || before?.signed !== undefined) return { conflict: before }
  const known = before === undefined ? new Set<string>() : papersOfSheet(before.sheet)
  const lacking: string[] = []
  for (const hash of papersOfSheet(sheet))
    if (!known.has(hash) && (await store.head(visitPaperKey(of.code, of.year, hash))) === undefined) lacking.push(hash)
  if (lacking.length > 0) return { lacking }
  const made: VisitVersion = {
    schemaVersion: 1,
    version: from + 1,
    on,
    by,
    sheet,
    written: { ...before?.written, ...changedParts(before?.sheet, sheet, { by, on }) },
  }
  return put(of, made, store)
}

async function put(of: OfVisit, made: VisitVersion, store: VisitStore): Promise<SavedVisit> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(made)}\n`)
  if (bytes.length > SHEET_BYTES) return { tooLarge: bytes.length }
  const { version } = made
  const done = await store.putIfAbsent(visitSheetKey(of.code, of.year, version), bytes, 'application/json')
  if (done === 'present') return { conflict: await lastVisit(of, store) }
  if (version > KEPT_VERSIONS) await store.erase(visitSheetKey(of.code, of.year, version - KEPT_VERSIONS))
  return { saved: made }
}

/** The parts that are not as they were. */
function changedParts(before: VisitSheet | undefined, after: VisitSheet, by: { by: string; on: string }) {
  const parts: Record<string, unknown> = { head: after.head, ...after.items }
  const earlier: Record<string, unknown> = { head: before?.head ?? {}, ...before?.items }
  const changed = Object.keys({ ...earlier, ...parts }).filter(
    (key) => JSON.stringify(parts[key]) !== JSON.stringify(earlier[key]),
  )
  return Object.fromEntries(changed.map((key) => [key, by]))
}

/** Why a photo or a paper is not kept. */
export type PaperRefused = 'kind' | 'size' | 'full'

/** What may be kept with a visit, by what its bytes are. */
const VISIT_PAPER_TYPES = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' } as const

/** What bytes are, where they may be kept: told by the bytes, never by a name. */
function paperType(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 4096)
  const kind = magicOf(head) === 'pdf' ? 'pdf' : kindOfFile(head)
  return kind === 'jpeg' || kind === 'png' || kind === 'pdf' ? VISIT_PAPER_TYPES[kind] : undefined
}

/** Keeps a photo or a paper by the hash of its bytes. */
export async function keepVisitPaper(
  { code, year }: OfVisit,
  bytes: Uint8Array,
  store: VisitStore,
): Promise<{ kept: string } | { refused: PaperRefused }> {
  if (bytes.length === 0 || bytes.length > VISIT_LIMITS.paperBytes) return { refused: 'size' }
  const type = paperType(bytes)
  if (type === undefined) return { refused: 'kind' }
  const hash = sha256(bytes)
  const key = visitPaperKey(code, year, hash)
  if ((await store.head(key)) !== undefined) return { kept: hash }
  let there = 0
  for await (const _ of store.list(visitPaperKey(code, year, ''), { limit: VISIT_LIMITS.papers })) there++
  if (there >= VISIT_LIMITS.papers) return { refused: 'full' }
  await store.put(key, bytes, type)
  return { kept: hash }
}

/** A photo or a paper that was kept, and what it is. */
export async function readVisitPaper(
  { code, year }: OfVisit,
  hash: string,
  store: Pick<Store, 'read'>,
): Promise<{ bytes: Uint8Array; type: string } | undefined> {
  const bytes = await store.read(visitPaperKey(code, year, hash))
  const type = bytes && paperType(bytes)
  return bytes && type ? { bytes, type } : undefined
}

/** What signing works with beside the store. */
type RecordService = Parameters<typeof boundRecord>[1]

/**
 * Notes that the minutes were signed, and writes what was found into the authority's record of the agency, from which the
 * next judgement starts. Asked for twice it comes to the same.
 * @param responsible who answers for what was decided, as the record names the person
 * @returns `otherKind`: a record of another kind of file lies there, which nothing here replaces
 */
export async function signVisit(
  of: OfVisit,
  {
    from,
    signedOn,
    responsible,
    by,
    on,
  }: { from: number; signedOn: string; responsible: string; by: string; on: string },
  { store, service, today }: { store: VisitStore; service: RecordService; today: string },
): Promise<SavedVisit | { otherKind: string }> {
  const before = await lastVisit(of, store)
  if (before === undefined || before.version !== from) return { conflict: before }
  // Asked for twice, by a double click, it is signed once.
  if (before.signed?.on === signedOn && before.signed.by === responsible) return { saved: before }
  const { sheet } = before
  const visit = { agency: of.code, year: of.year, sheet, signedOn, by: responsible }
  let base: AuthorityRecord | undefined
  const made = await changeRecord(of.code, store, (record) => {
    base = record
    return boundRecord(recordAfter(record, visit), service, today)
  })
  if ('otherKind' in made) return made
  const { signed: _, ...rest } = before
  // Marked before: what ends in between is signed once more, and comes to the same.
  const mark = signedVisitKey(of.code, of.year)
  await store.put(mark, new TextEncoder().encode(`${signedOn}\n`), 'text/plain')
  const done = await put(of, { ...rest, version: from + 1, on, by, signed: { on: signedOn, by: responsible } }, store)
  if ('saved' in done) return done
  const now = 'conflict' in done ? done.conflict : before
  // Of two who sign at once, the mark is the other's, and so is what the record says.
  if (now?.signed === undefined) await store.erase(mark)
  await changeRecord(of.code, store, (record) =>
    sameRecord(record, made) ? followed(base, of, now) : followed(record && recordWithout(record, visit), of, now),
  )
  return done
}

const sameRecord = (one: AuthorityRecord | undefined, other: AuthorityRecord) =>
  JSON.stringify(one) === JSON.stringify(other)

/** A record that says of a visit what its sheet says. */
function followed(
  record: AuthorityRecord | undefined,
  { code, year }: OfVisit,
  now: VisitVersion | undefined,
): AuthorityRecord {
  if (now?.signed === undefined) return record ?? { agency: code }
  const { sheet, signed, correction } = now
  const after = recordAfter(record, { agency: code, year, sheet, signedOn: signed.on, by: signed.by })
  return correction === undefined ? after : recordWithCorrection(after, year, correction)
}

/** Opens the sheet of signed minutes again, to put something right: what it wrote into the record is taken back until it is signed once more. */
export async function reopenVisit(
  of: OfVisit,
  { from, by, on }: { from: number; by: string; on: string },
  store: VisitStore,
): Promise<SavedVisit | { otherKind: string }> {
  const before = await lastVisit(of, store)
  if (before !== undefined && before.version === from && before.signed === undefined) return { saved: before }
  if (before?.signed === undefined || before.version !== from) return { conflict: before }
  const { signed: was, correction: _, ...rest } = before
  const visit: SignedVisit = { agency: of.code, year: of.year, sheet: before.sheet, signedOn: was.on, by: was.by }
  const changed = await changeRecord(of.code, store, (record) =>
    record === undefined ? { agency: of.code } : recordWithout(record, visit),
  )
  if ('otherKind' in changed) return changed
  const done = await put(of, { ...rest, version: from + 1, on, by }, store)
  if ('saved' in done) await store.erase(signedVisitKey(of.code, of.year))
  // Somebody else wrote of the signed visit meanwhile: it stays signed.
  else await changeRecord(of.code, store, (record) => followed(record, of, 'conflict' in done ? done.conflict : before))
  return done
}

/**
 * Notes the report of corrective action of a signed visit, and what was said to it, in the sheet and in the record.
 * @returns `conflict` too where the minutes are not signed
 */
export async function noteCorrection(
  of: OfVisit,
  { from, correction, by, on }: { from: number; correction: VisitCorrection; by: string; on: string },
  store: VisitStore,
): Promise<SavedVisit | { otherKind: string }> {
  const before = await lastVisit(of, store)
  if (before?.signed === undefined || before.version !== from) return { conflict: before }
  if (isDeepStrictEqual(before.correction, correction)) return { saved: before }
  const kept = await keptRecord(of.code, store)
  if (kept !== undefined && 'otherKind' in kept) return kept
  const done = await put(of, { ...before, version: from + 1, on, by, correction }, store)
  // After the sheet: where another wrote on it, nothing is noted.
  if ('saved' in done)
    await changeRecord(of.code, store, (record) =>
      recordWithCorrection(record ?? { agency: of.code }, of.year, correction),
    )
  return done
}

/** Erases the sheet of a visit and all that lies with it. @returns how many objects went */
export async function eraseVisit({ code, year }: OfVisit, store: VisitStore): Promise<number> {
  let erased = 0
  for await (const { key } of store.list(visitPrefix(code, year))) {
    await store.erase(key)
    erased++
  }
  await store.erase(signedVisitKey(code, year))
  return erased
}

/** Codes of the agencies of a province whose minutes of a year are signed, by one listing. */
export async function signedVisits(
  { province, year }: { province: string; year: number },
  store: Pick<Store, 'list'>,
): Promise<ReadonlySet<string>> {
  const codes = new Set<string>()
  for await (const { key } of store.list(signedVisitsPrefix(year, province), KEYS_ONLY)) {
    const code = agencyOfSignedVisit(key)
    if (code !== undefined && isOfProvince(code, province)) codes.add(code)
  }
  return codes
}

/** The visits of a year that somebody began to write, of the agencies asked for; read a few at a time. */
export async function visitsOf(
  codes: readonly string[],
  year: number,
  store: Pick<Store, 'list' | 'read'>,
): Promise<ReadonlyMap<string, VisitVersion>> {
  const found = new Map<string, VisitVersion>()
  for (let at = 0; at < codes.length; at += 8) {
    const some = codes.slice(at, at + 8)
    const read = await Promise.all(some.map((code) => lastVisit({ code, year }, store)))
    for (const [index, code] of some.entries()) {
      const visit = read[index]
      if (visit !== undefined) found.set(code, visit)
    }
  }
  return found
}
