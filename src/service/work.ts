import { InputError, type Localized } from '../core/errors.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { isDocumentSigned, type VerdictSigner } from '../verdict/known-keys.ts'
import { JSON_TYPE, putDocument, replaceDocument } from './documents.ts'
import { madePrefix, PROVISIONAL, screenedKey } from './keys.ts'
import { describeFault, type Log } from './log.ts'
import type { OfVersion, VersionRequest } from './prescreen-versions.ts'
import type { Service } from './service.ts'
import { isDiskFull, KEYS_ONLY, type Store } from './store.ts'
import type { Workers } from './tasks.ts'
import { DRAW_UP_TEXTS } from './words.ts'

// What the desk asks for is made in three steps, each of which may be done again, by whichever process: which agencies are
// to be gone through; each of them, by itself; the whole from what they came to. What one step leaves in the store is all
// that the next one needs. What is made of an agency, and of all, depends on the kind of work.

/** What is made with. */
export interface WorkTools {
  service: Pick<Service, 'listAgencies' | 'screenAgency' | 'previewAgency' | 'rejudgeAgency'>
  /** Where pre-screenings are kept, and what else the desk has made. */
  store: Pick<Store, 'read' | 'list' | 'put' | 'putIfAbsent'>
  signer: VerdictSigner
  workers: Workers
  /** By which the service judges. */
  ruleSet: RuleSet
  now: () => Date
  log: Log
}

/** One kind of work: what is made of each agency, and then of all. */
export interface Work {
  /** Codes of the agencies to go through; absent: those of the province that sent something. */
  agencies?(of: OfVersion, tools: WorkTools): Promise<string[]>
  /** What is known before any agency: read once for many of them. */
  begin(of: OfVersion, request: VersionRequest, tools: WorkTools): Promise<OneAgency>
  /**
   * The whole, from what the agencies came to.
   * @param random eight lower-case hex digits
   * @returns how it is counted
   * @throws InputError for what a person must mend
   */
  finish(of: OfVersion, request: VersionRequest, random: string, tools: WorkTools): Promise<Record<string, number>>
}

/** Makes what is to be made of one agency. */
export type OneAgency = (code: string, tools: WorkTools) => Promise<void>

const inputKey = (of: OfVersion, name: string) => `${madePrefix(of)}${name}.json`

/** Where it is kept what things are made from. */
export type InputStore = Pick<Store, 'putIfAbsent' | 'read'>

/**
 * Keeps what something is made from.
 * @returns false where something else was kept for it before, which stays
 */
export async function keepInput(of: OfVersion, name: string, bytes: Uint8Array, store: InputStore): Promise<boolean> {
  if ((await store.putIfAbsent(inputKey(of, name), bytes, JSON_TYPE)) === 'written') return true
  return Buffer.compare(await keptInput(of, name, store), bytes) === 0
}

/** What was kept to make something from. @throws Error when it is not there */
export async function keptInput(of: OfVersion, name: string, store: Pick<Store, 'read'>): Promise<Uint8Array> {
  const bytes = await store.read(inputKey(of, name))
  if (bytes === undefined) throw new Error(`${inputKey(of, name)} is not there`)
  return bytes
}

const AGENCIES = 'agencies'

/** The first step: codes of the agencies to go through. Asked again, they are the same. */
export async function agenciesOf(of: OfVersion, work: Pick<Work, 'agencies'>, tools: WorkTools): Promise<string[]> {
  const { service, store } = tools
  const before = await store.read(inputKey(of, AGENCIES))
  if (before !== undefined) return codesIn(before)
  const codes: string[] = []
  if (work.agencies) codes.push(...(await work.agencies(of, tools)))
  else for await (const code of service.listAgencies(of.province)) codes.push(code)
  await putDocument(inputKey(of, AGENCIES), { codes }, store)
  // Another process may have been faster.
  return codesIn(await keptInput(of, AGENCIES, store))
}

const codesIn = (bytes: Uint8Array): string[] => JSON.parse(new TextDecoder().decode(bytes)).codes

/** What an agency came to, for which piece of work. */
export interface AgencyRecord {
  id: string
  code: string
  kind: string
}

/** Nothing of it could be had, of an agency or just now. */
export type NotHad =
  /** Nothing of it was ever accepted. */
  | { kind: 'none' }
  /** Something was, and cannot be had now. */
  | { kind: 'notJudged'; why: Localized }

/** Whatever is wrong with one agency is its own: others may still be made. It is tried so often, then told of. */
const TRIES = 2

/** Why nothing can be told of an agency that nobody could be blamed for. */
const FAILED: Localized = DRAW_UP_TEXTS.systemFailedOnWhat

/**
 * What is asked of the service for one agency; a fault of ours is tried again, and then told.
 * @throws what the store fails with where the disk is full
 */
export async function hadOf<T>(
  about: { id: string; code: string },
  ask: () => Promise<T | undefined>,
  log: Log,
): Promise<{ found: T } | NotHad> {
  for (let tried = 1; ; tried++) {
    try {
      const found = await ask()
      return found === undefined ? { kind: 'none' } : { found }
    } catch (fault) {
      if (fault instanceof InputError) return { kind: 'notJudged', why: fault.text }
      if (isDiskFull(fault)) throw fault
      log('error', 'screening-failed', { ...about, tried, fault: describeFault(fault) })
      if (tried === TRIES) return { kind: 'notJudged', why: FAILED }
    }
  }
}

/**
 * Keeps what an agency came to, signed.
 * @param provisional it rests on scans that are still read, and stands where what does so stands
 */
export async function keepRecord(
  of: OfVersion,
  record: AgencyRecord,
  { store, signer }: Pick<WorkTools, 'store' | 'signer'>,
  provisional = false,
): Promise<void> {
  const key = screenedKey(of, record.code)
  const signed = await signer.signDocument(record)
  if (provisional) await replaceDocument(PROVISIONAL + key, signed, store)
  await replaceDocument(key, provisional ? { kind: 'provisional', code: record.code } : signed, store)
}

/**
 * What an agency came to; where it is not told, why.
 * @throws Error when it was written by somebody else
 */
export async function readRecord<T extends AgencyRecord>(
  of: OfVersion,
  code: string,
  { store, signer }: { store: Pick<Store, 'read'>; signer: Pick<VerdictSigner, 'keys'> },
): Promise<T | (AgencyRecord & { kind: 'notJudged'; why: Localized })> {
  const key = screenedKey(of, code)
  const about = { id: of.id, code }
  const kept = await store.read(key)
  // Whoever was to make it was ended again and again.
  if (kept === undefined) return { ...about, kind: 'notJudged', why: FAILED }
  const record: T | { kind: 'provisional' } = JSON.parse(new TextDecoder().decode(kept))
  if (record.kind !== 'provisional') return trusted(record as T, about, signer)
  const bytes = await store.read(PROVISIONAL + key)
  // Its scans turned out to bear a stamp, or were read, and what was provisional is gone.
  if (bytes === undefined) return { ...about, kind: 'notJudged', why: DRAW_UP_TEXTS.provisionalVerdictAgencyReplaced }
  return trusted(JSON.parse(new TextDecoder().decode(bytes)), about, signer)
}

/** Whoever can write into the store cannot make up what an agency came to, or take it from another piece of work. */
async function trusted<T extends AgencyRecord & { signature?: unknown }>(
  record: T,
  { id, code }: { id: string; code: string },
  { keys }: Pick<VerdictSigner, 'keys'>,
): Promise<T> {
  if (record.id === id && record.code === code && (await isDocumentSigned(record, keys))) return record
  throw new Error(`what was kept of ${code} in version ${id} was not written by this service`)
}

/** Codes of the agencies that were gone through. */
export async function doneCodes(of: OfVersion, store: Pick<Store, 'list'>): Promise<Set<string>> {
  const prefix = screenedKey(of, '').slice(0, -'.json'.length)
  const codes = new Set<string>()
  for await (const { key } of store.list(prefix, KEYS_ONLY))
    codes.add(decodeURIComponent(key.slice(prefix.length, -'.json'.length)))
  return codes
}

/** Through how many agencies a piece of work goes, and how many are done; undefined: it has not begun. */
export async function workProgress(
  of: OfVersion,
  store: Pick<Store, 'read' | 'list'>,
): Promise<{ done: number; total: number } | undefined> {
  const bytes = await store.read(inputKey(of, AGENCIES))
  if (bytes === undefined) return undefined
  return { done: (await doneCodes(of, store)).size, total: codesIn(bytes).length }
}
