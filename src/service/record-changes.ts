import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { fromPointer, sha256 } from '../core/json.ts'
import { parseOpenly } from '../core/schemas.ts'
import { type AuthorityRecord, authorityRecord } from '../dossier/authority-record.ts'
import type { Manifest } from '../dossier/manifest.ts'
import { sectionHash } from '../verdict/authority.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { keptRecords } from './authority-files.ts'
import { JSON_TYPE, StoredDocumentFault } from './documents.ts'
import { recordKey, recordVersionsPrefix } from './keys.ts'
import { KEYS_ONLY, type Store } from './store.ts'

/** Sections that the record itself changes: what was decided of them lapses by time alone. */
const OWN = ['onSiteInspection', 'earlierFindings', 'statusReport']

/**
 * A record whose entries name the sections of the last dossier that their rules looked at: what a person saw or decided
 * lapses when they change.
 * @param today `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh
 */
export async function boundRecord(
  record: AuthorityRecord,
  service: {
    latestVerdict(code: string): Promise<{ verdict: Pick<Verdict, 'findings'> } | undefined>
    acceptedManifest(code: string, asOf: string): Promise<Manifest | undefined>
  },
  today: string,
): Promise<AuthorityRecord> {
  const latest = await service.latestVerdict(record.agency)
  const manifest = latest && (await service.acceptedManifest(record.agency, today))
  if (latest === undefined || manifest === undefined) return record
  const withSections = <T extends { rule: string; sections?: Record<string, string> | undefined }>(entry: T): T => {
    const finding = latest.verdict.findings.find(({ rule }) => rule === entry.rule)
    const places = (finding?.evidence ?? []).flatMap(({ pointer }) =>
      pointer === undefined ? [] : fromPointer(pointer)[0],
    )
    const names = [...new Set(places)]
      .flatMap((name) => (name === undefined || OWN.includes(name) ? [] : [name]))
      .sort()
    if (entry.sections !== undefined || names.length === 0) return entry
    return { ...entry, sections: Object.fromEntries(names.map((name) => [name, sectionHash(manifest, name)])) }
  }
  return {
    ...record,
    ...(record.papersSeen && { papersSeen: record.papersSeen.map(withSections) }),
    ...(record.decisions && { decisions: record.decisions.map(withSections) }),
  }
}

/**
 * The record that is kept of an agency; `otherKind`: another kind of file lies there, which nothing of ours replaces.
 * @throws StoredDocumentFault when it is none of ours
 */
export async function keptRecord(
  code: string,
  store: Pick<Store, 'list' | 'read'>,
): Promise<AuthorityRecord | { otherKind: string } | undefined> {
  const foreign = (await keptRecords(code, store)).find(({ name }) => !name.toLowerCase().endsWith('.json'))
  if (foreign !== undefined) return { otherKind: foreign.name }
  const bytes = await store.read(recordKey(code))
  return bytes && recordIn(bytes, recordKey(code))
}

function recordIn(bytes: Uint8Array, key: string): AuthorityRecord {
  try {
    return parseOpenly(authorityRecord, JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}

/** Digits of a change's number, so that keys sort as numbers do. */
const DIGITS = 8

/** A record as a change left it. `laid`: hash of what was found where records are read, when it was made by nobody of these. */
const recordVersion = z.strictObject({ record: authorityRecord, laid: z.string().optional() })

/**
 * Changes the record of an agency: `change` gets what stands, and what it makes of that stands from then on. Each change has
 * the next number, which only one of two at once gets; the other is made anew on top of it. Where records are read, there is
 * a copy of the last one. A file that somebody laid there by another way is what stands from then on.
 * @param change is called again where another change came in between
 * @returns the record; `otherKind`: nothing was changed, for another kind of file lies there
 * @throws what `change` throws; StoredDocumentFault when what stands there is none of ours
 */
export async function changeRecord(
  code: string,
  store: Pick<Store, 'list' | 'read' | 'put' | 'putIfAbsent'>,
  change: (before: AuthorityRecord | undefined) => Promise<AuthorityRecord> | AuthorityRecord,
): Promise<AuthorityRecord | { otherKind: string }> {
  for (;;) {
    const last = await lastRecord(code, store)
    const copy = await keptRecord(code, store)
    if (copy !== undefined && 'otherKind' in copy) return copy
    const laid = copy === undefined ? undefined : sha256(recordBytes(copy))
    const isOurs = last !== undefined && (laid === undefined || (await wasWritten(code, laid, last.number, store)))
    const record = authorityRecord.parse(await change(isOurs ? last.record : copy))
    // Asked for twice it is written once; what was cut is copied nevertheless.
    if (isOurs && isDeepStrictEqual(record, last.record)) {
      if (laid !== sha256(recordBytes(record))) await copyLast(code, store)
      return record
    }
    const bytes = new TextEncoder().encode(`${JSON.stringify({ record, ...(!isOurs && laid && { laid }) })}\n`)
    const key = `${recordVersionsPrefix(code)}${String((last?.number ?? 0) + 1).padStart(DIGITS, '0')}.json`
    if ((await store.putIfAbsent(key, bytes, JSON_TYPE)) === 'present') continue
    await copyLast(code, store)
    return record
  }
}

const recordBytes = (record: AuthorityRecord): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`)

/** Whoever comes last sees the last one: what another wrote meanwhile is copied over its own. */
async function copyLast(code: string, store: Pick<Store, 'list' | 'read' | 'put'>): Promise<void> {
  let copied = 0
  for (;;) {
    const last = await lastRecord(code, store)
    if (last === undefined || last.number === copied) return
    await store.put(recordKey(code), recordBytes(last.record), JSON_TYPE)
    copied = last.number
  }
}

async function lastRecord(code: string, store: Pick<Store, 'list' | 'read'>) {
  const prefix = recordVersionsPrefix(code)
  let last = ''
  for await (const { key } of store.list(prefix, KEYS_ONLY)) last = key
  const bytes = last === '' ? undefined : await store.read(last)
  return bytes && { number: Number.parseInt(last.slice(prefix.length), 10), ...versionIn(bytes, last) }
}

function versionIn(bytes: Uint8Array, key: string): z.infer<typeof recordVersion> {
  try {
    return parseOpenly(recordVersion, JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}

/** Changes that are looked at for what stands as a copy: whoever was cut between the two is not so far behind. */
const LOOKED_AT = 20

/** Whether what lies where records are read was written by one of the last changes, or was there before one of them. */
async function wasWritten(code: string, laid: string, number: number, store: Pick<Store, 'read'>): Promise<boolean> {
  for (let at = number; at > Math.max(0, number - LOOKED_AT); at--) {
    const key = `${recordVersionsPrefix(code)}${String(at).padStart(DIGITS, '0')}.json`
    const bytes = await store.read(key)
    if (bytes === undefined) continue
    const version = versionIn(bytes, key)
    if (sha256(recordBytes(version.record)) === laid || version.laid === laid) return true
  }
  return false
}
