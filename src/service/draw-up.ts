import { mapConcurrent } from '../core/async.ts'
import { InputError, type Localized } from '../core/errors.ts'
import { own } from '../core/json.ts'
import type { RegisterWords, ScreenedDossier } from '../province/bundle-screening.ts'
import type { Screening } from '../province/screening.ts'
import type { AuthorityFiles, RegisterWord } from '../verdict/authority.ts'
import { isDocumentSigned, type VerdictSigner } from '../verdict/known-keys.ts'
import { sentFor } from './authority-files.ts'
import { JSON_TYPE, putDocument, replaceDocument } from './documents.ts'
import { madePrefix, PROVISIONAL, screenedKey } from './keys.ts'
import { describeFault, type Log } from './log.ts'
import { readPlanChanges, standingChanges } from './plan-changes.ts'
import { type KeptRegister, registerIn } from './prepared-prescreen.ts'
import {
  endVersion,
  isCancelled,
  type OfVersion,
  readEnd,
  readVersion,
  shownVersion,
  showVersion,
  type VersionRequest,
} from './prescreen-versions.ts'
import { readShown, storeDocument, storeVersionVerdict } from './published.ts'
import type { Service } from './service.ts'
import { isDiskFull, type Store } from './store.ts'
import type { Workers } from './tasks.ts'
import { DRAW_UP_TEXTS } from './words.ts'

// A version of a pre-screening is made in three steps, each of which may be done again, by whichever process: which agencies
// are to be judged; each of them, by itself; the document from what they came to. What one step leaves in the store is all
// that the next one needs.

/** What a version is made with. */
export interface DrawUpTools {
  service: Pick<Service, 'listAgencies' | 'screenAgency'>
  /** Where pre-screenings are kept. */
  store: Pick<Store, 'read' | 'list' | 'put' | 'putIfAbsent'>
  signer: VerdictSigner
  workers: Workers
  now: () => Date
  log: Log
}

const registerKey = ({ province, year, id }: OfVersion) => `${madePrefix(province, year, id)}register.json`
const agenciesKey = ({ province, year, id }: OfVersion) => `${madePrefix(province, year, id)}agencies.json`

/** Keeps the register that a version is made for. */
export async function keepRegister(
  of: OfVersion,
  { bytes }: Pick<KeptRegister, 'bytes'>,
  store: Pick<Store, 'putIfAbsent'>,
): Promise<void> {
  await store.putIfAbsent(registerKey(of), bytes, JSON_TYPE)
}

/** What was kept under a key by an earlier step. @throws Error when it is not there */
async function kept(key: string, store: Pick<Store, 'read'>): Promise<Uint8Array> {
  const bytes = await store.read(key)
  if (bytes === undefined) throw new Error(`${key} is not there`)
  return bytes
}

/** The first step: codes of the agencies of the province that sent something. Asked again, they are the same. */
export async function agenciesToScreen(of: OfVersion, { service, store }: DrawUpTools): Promise<string[]> {
  const before = await store.read(agenciesKey(of))
  if (before !== undefined) return codesIn(before)
  const codes: string[] = []
  for await (const code of service.listAgencies(of.province)) codes.push(code)
  await putDocument(agenciesKey(of), { codes }, store)
  // Another process may have been faster.
  return codesIn(await kept(agenciesKey(of), store))
}

const codesIn = (bytes: Uint8Array): string[] => JSON.parse(new TextDecoder().decode(bytes)).codes

/** What an agency came to, for which version. */
type Screened = { id: string; code: string } /** Judged, from the bundle under this key. */ & (
  | { kind: 'judged'; name: string; screening: Screening }
  /** Nothing of it was ever accepted. */
  | { kind: 'none' }
  /** Something was, and cannot be had now. */
  | { kind: 'notJudged'; why: Localized }
)

/** By what the agencies of a version are judged. */
export interface ScreenVersion {
  of: OfVersion
  request: Pick<VersionRequest, 'asOf' | 'profileId'>
  words: RegisterWords
}

/** What the second step needs to know of a version. @throws Error when it was not asked for */
export async function screenVersion(of: OfVersion, { store }: Pick<DrawUpTools, 'store'>): Promise<ScreenVersion> {
  const request = await readVersion(of, store)
  if (request === undefined) throw new Error(`version ${of.id} was not asked for`)
  const { words } = registerIn(await kept(registerKey(of), store))
  return { of, request, words }
}

/** Of an agency whose judging fails, others may still be judged: it is tried so often, then told of. */
const TRIES = 2

const FAILED: Localized = DRAW_UP_TEXTS.systemFailedOnWhat

/**
 * The second step, for one agency: judges its last accepted bundle and keeps what it came to. Whatever is wrong with the
 * one agency is kept as its own.
 * @throws what the store fails with when nothing can be kept
 */
export async function screenForVersion(code: string, { of, request, words }: ScreenVersion, tools: DrawUpTools) {
  const by = { ...request, known: own(words, code) }
  const found = await screened({ id: of.id, code }, by, tools)
  if ('verdict' in found && found.verdict)
    await storeVersionVerdict(of, code, await tools.signer.sign(found.verdict), tools.store)
  // It has names in it like the verdict, and stands where that does.
  const key = screenedKey(of, code)
  const isProvisional = 'verdict' in found && found.verdict?.provisional === true
  const record = await tools.signer.signDocument(found.record)
  if (isProvisional) await replaceDocument(PROVISIONAL + key, record, tools.store)
  await replaceDocument(key, isProvisional ? { kind: 'provisional', code } : record, tools.store)
}

async function screened(
  about: { id: string; code: string },
  by: Parameters<Service['screenAgency']>[1],
  { service, log }: DrawUpTools,
): Promise<{ record: Screened; verdict?: ScreenedDossier['verdict'] }> {
  for (let tried = 1; ; tried++) {
    try {
      const found = await service.screenAgency(about.code, by)
      if (found === undefined) return { record: { ...about, kind: 'none' } }
      const { verdict, screening } = found.result
      return { record: { ...about, kind: 'judged', name: found.upload.bundleKey, screening }, verdict }
    } catch (fault) {
      if (fault instanceof InputError) return { record: { ...about, kind: 'notJudged', why: fault.text } }
      if (isDiskFull(fault)) throw fault
      log('error', 'screening-failed', { ...about, tried, fault: describeFault(fault) })
      if (tried === TRIES) return { record: { ...about, kind: 'notJudged', why: FAILED } }
    }
  }
}

async function readScreened(of: OfVersion, code: string, { store, signer }: DrawUpTools): Promise<Screened> {
  const key = screenedKey(of, code)
  const about = { id: of.id, code }
  const kept = await store.read(key)
  // Whoever was to judge it was ended again and again.
  if (kept === undefined) return { ...about, kind: 'notJudged', why: FAILED }
  const record: Screened | { kind: 'provisional' } = JSON.parse(new TextDecoder().decode(kept))
  if (record.kind !== 'provisional') return trusted(record, about, signer)
  const bytes = await store.read(PROVISIONAL + key)
  // Its scans turned out to bear a stamp, or were read, and what was provisional is gone.
  if (bytes === undefined) return { ...about, kind: 'notJudged', why: PROVISIONAL_GONE }
  return trusted(JSON.parse(new TextDecoder().decode(bytes)), about, signer)
}

const PROVISIONAL_GONE: Localized = DRAW_UP_TEXTS.provisionalVerdictAgencyReplaced

/** Whoever can write into the store cannot make up what an agency came to, or take it from another version. */
async function trusted(
  record: Screened & { signature?: unknown },
  { id, code }: { id: string; code: string },
  { keys }: VerdictSigner,
): Promise<Screened> {
  if (record.id === id && record.code === code && (await isDocumentSigned(record, keys))) return record
  throw new Error(`what was kept of ${code} in version ${id} was not written by this service`)
}

/**
 * The third step: the document, compared with last year's shown one and keeping to what inspectors wrote beside the plan.
 * Lots are drawn by the year. It is shown at once where nothing was shown of the year; else somebody has to say so.
 * @param random eight lower-case hex digits
 * @throws InputError for an unknown profile
 */
export async function finishVersion(of: OfVersion, random: string, tools: DrawUpTools): Promise<void> {
  const { store, signer, workers, now } = tools
  const request = await readVersion(of, store)
  if (request === undefined) throw new Error(`version ${of.id} was not asked for`)
  const register = await kept(registerKey(of), store)
  const found: Screened[] = []
  await mapConcurrent(await agenciesToScreen(of, tools), AT_ONCE, async (code) => {
    found.push(await readScreened(of, code, tools))
  })
  const prepared = await workers.run('prescreen', {
    register,
    submissions: found.flatMap((one) => (one.kind === 'judged' ? [{ file: one.name, screening: one.screening }] : [])),
    notJudged: found
      .flatMap((one) => (one.kind === 'notJudged' ? [{ code: one.code, why: one.why }] : []))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    year: of.year,
    asOf: request.asOf,
    profileId: request.profileId,
    seed: of.year,
    previous: (await readShown({ ...of, year: of.year - 1 }, store, signer, workers))?.document,
    changes: standingChanges(await readPlanChanges(of.province, of.year, store)),
  })
  await storeDocument(of, prepared, store, signer)
  const on = now().toISOString()
  await endVersion(of, { kind: 'finished', on, results: { ...prepared.results } }, store)
  if ((await shownVersion(of, store)) === undefined)
    await showVersion(of, { on, by: request.by, id: of.id }, random, store)
}

/** Objects read at once. */
const AT_ONCE = 8

/**
 * All three steps in this process. Cut short, it goes on where it was. What a person must mend ends it.
 * @param atOnce agencies judged at once
 */
export async function makeVersion(of: OfVersion, atOnce: number, random: string, tools: DrawUpTools): Promise<void> {
  const { store } = tools
  if ((await readEnd(of, store)) !== undefined || (await readVersion(of, store)) === undefined) return
  const codes = await agenciesToScreen(of, tools)
  const before = await screenedCodes(of, store)
  const version = await screenVersion(of, tools)
  await mapConcurrent(
    codes.filter((code) => !before.has(code)),
    atOnce,
    async (code) => {
      if (!(await isCancelled(of, store))) await screenForVersion(code, version, tools)
    },
  )
  await endOrFinish(of, random, tools)
}

/**
 * The last step: finishes a version, or ends it where it was cancelled, or where a person must mend something. What has an
 * end keeps it.
 * @param random eight lower-case hex digits
 */
export async function endOrFinish(of: OfVersion, random: string, tools: DrawUpTools): Promise<void> {
  const { store, now, log } = tools
  if ((await readEnd(of, store)) !== undefined) return
  const on = now().toISOString()
  if (await isCancelled(of, store)) return endVersion(of, { kind: 'cancelled', on }, store)
  try {
    await finishVersion(of, random, tools)
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault
    log('error', 'draw-up-failed', { ...of, fault: describeFault(fault) })
    await endVersion(of, { kind: 'failed', on, why: fault.text }, store)
  }
}

/** Of how many agencies a version is made, and how many were judged; undefined: it has not begun. */
export async function versionProgress(
  of: OfVersion,
  store: Pick<Store, 'read' | 'list'>,
): Promise<{ done: number; total: number } | undefined> {
  const bytes = await store.read(agenciesKey(of))
  if (bytes === undefined) return undefined
  return { done: (await screenedCodes(of, store)).size, total: codesIn(bytes).length }
}

async function screenedCodes(of: OfVersion, store: Pick<Store, 'list'>): Promise<Set<string>> {
  const prefix = screenedKey(of, '').slice(0, -'.json'.length)
  const codes = new Set<string>()
  for await (const { key } of store.list(prefix))
    codes.add(decodeURIComponent(key.slice(prefix.length, -'.json'.length)))
  return codes
}

/** An accepted bundle by its key in the store, judged again for the authority's desk. */
export interface ScreenedUpload {
  name: string
  result: ScreenedDossier
}

/** By what everything is judged, and what the authority's register tells of an agency. */
export interface ScreenBy {
  /** `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  profileId: string
  known(code: string): RegisterWord | undefined
  /** What the authority gives beside what the store holds of it. */
  files?: AuthorityFiles
}

/**
 * The last accepted bundle of every agency that the service keeps, judged again on a day. What the service refused was told
 * to the agency then, and does not stand here.
 * @throws InputError for an unknown profile, or when a bundle's facts and bytes are both gone
 */
export async function screenStore(
  service: Pick<Service, 'listAgencies' | 'screenAgency'>,
  { known, files, ...by }: ScreenBy,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<ScreenedUpload[]> {
  const codes: string[] = []
  for await (const code of service.listAgencies()) codes.push(code)
  const screened: ScreenedUpload[] = []
  for (const [at, code] of codes.entries()) {
    const authority = files && (await sentFor(files, code))
    const found = await service.screenAgency(code, { ...by, known: known(code), authority })
    if (found !== undefined) screened.push({ name: found.upload.bundleKey, result: found.result })
    progress(at + 1, codes.length)
  }
  return screened
}
