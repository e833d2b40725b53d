import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { InputError, type Localized, withValues } from '../../core/errors.ts'
import { digest, own, sha256 } from '../../core/json.ts'
import type { TrustList } from '../../documents/settings.ts'
import { readingTime } from '../../documents/settings.ts'
import type { Block } from '../../dossier/agency.ts'
import { DEFAULT_LIMITS } from '../../intake/container.ts'
import {
  type RegisterWords,
  type Screened,
  type ScreenedDossier,
  screenBundle,
} from '../../province/bundle-screening.ts'
import type { Screening } from '../../province/screening.ts'
import { readPublished } from '../../rules/publish.ts'
import { findProfile } from '../../rules/rule-set.ts'
import type { AuthorityFiles } from '../../verdict/authority.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { openBundle } from '../bundles.ts'
import { engine, perAgency, WORDS } from '../load.ts'
import { BUNDLE_JUDGE_TEXTS } from '../words.ts'

/** What all bundles of a run are judged by. Plain data: every thread opens its own desk from it. */
export interface DeskSettings {
  asOf: string
  profileId: string
  /** The rule set in its published form: read once, so that no two bundles are judged by different rules. */
  ruleSet: string
  /** What the authority's register tells, by agency code. */
  known: RegisterWords
  /** Paths of what the authority gives beside the bundles, and a hash over all of it. */
  authority?: { catalogue: string | undefined; records: string | undefined; sha256: string } | undefined
  /** Folder of the cache, if one is kept. */
  cache: string | undefined
  /** Whom signatures in documents are judged by; absent: nobody is trusted. */
  trust?: TrustList | undefined
}

/** By what a desk judges, and what the authority's register tells of an agency. */
export async function deskJudge({ ruleSet: published, profileId, known: words }: DeskSettings) {
  const ruleSet = readPublished(published, 'rule-set', WORDS)
  const known = (code: string) => own(words, code)
  return { judge: { ruleSet, profileId, engine: await engine() }, known }
}

/**
 * Builds the rules once, for one bundle after the other.
 * @throws InputError for an unknown profile
 */
export async function openDesk(settings: DeskSettings): Promise<(path: string) => Promise<ScreenedBundle>> {
  const { asOf, profileId, trust } = settings
  const { judge: by, known } = await deskJudge(settings)
  const files = await authorityAt(settings)
  const { ruleSet } = by
  const profile = digest(findProfile(ruleSet, profileId))
  const cache = settings.cache === undefined ? undefined : new ResultCache(settings.cache)

  async function screened(path: string): Promise<ScreenedBundle> {
    const { source, close } = await openBundle(path)
    const signal = AbortSignal.timeout(readingTime(DEFAULT_LIMITS))
    const stopwatch = () => performance.now()
    try {
      const input = { source, asOf, judge: by, limits: DEFAULT_LIMITS, stopwatch, signal, trust, ...files }
      return plain(await screenBundle(input, known))
    } finally {
      await close()
    }
  }

  return async (path) => {
    if (cache === undefined || !(await isWorthKeeping(path))) return screened(path)
    const given = { bundle: await fileSha256(path), ruleSet: ruleSet.sha256, profile, asOf, engine: by.engine }
    const authority = { register: digest(settings.known), files: settings.authority?.sha256 ?? null }
    const key = digest(trust === undefined ? { ...given, authority } : { ...given, authority, trust: trust.sha256 })
    const kept = await cache.read(key)
    if (kept !== undefined) return kept
    const result = await screened(path)
    if (result.kind === 'verdict' && result.faults.length === 0) await cache.write(key, result)
    return result
  }
}

/** A folder has to be read to the end before its hash is known; what is too large is refused before it is read. */
async function isWorthKeeping(path: string): Promise<boolean> {
  const found = await stat(path)
  return found.isFile() && found.size <= DEFAULT_LIMITS.archiveBytes
}

/** What the authority gives beside the bundles, as its paths say. */
export async function authorityAt({ authority }: Pick<DeskSettings, 'authority'>): Promise<AuthorityFiles> {
  return { catalogue: await perAgency(authority?.catalogue), records: await perAgency(authority?.records) }
}

function plain(result: Screened): ScreenedBundle {
  if (result.kind === 'refusal') return { kind: 'refusal', code: result.refusal.code, message: result.refusal.message }
  return plainFaults(result)
}

/** What came of a dossier as plain data. */
export function plainFaults(result: ScreenedDossier): JudgedBundle {
  return { ...result, faults: result.faults.map(({ rule, fault }) => ({ rule, said: String(fault) })) }
}

/** A bundle that was judged. Plain data: it goes between threads and into the cache. */
export interface JudgedBundle {
  kind: 'verdict'
  screening: Screening
  verdict: Verdict
  /** The block its manifest says, which the register may know better. */
  saidBlock: Block
  /** Our faults behind `error` findings. */
  faults: { rule: string; said: string }[]
}

/** What came of one bundle. */
export type ScreenedBundle = JudgedBundle | { kind: 'refusal'; code: string; message: Localized }

/** Where results are kept unless `--cache` names a folder: the user's cache (XDG Base Directory Specification). */
export function usualCache(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'qms-verdict', 'prescreen')
}

/**
 * Makes the folder before anything is judged.
 * @throws InputError when it cannot be made
 */
export async function prepareCache(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw notWritable(folder, cause)
  })
}

/**
 * Results of bundles, so that a run that was interrupted goes on where it stopped. The key names everything a result
 * hangs on; a file that is not whole counts as absent.
 */
class ResultCache {
  readonly #folder: string
  constructor(folder: string) {
    this.#folder = folder
  }

  async read(key: string): Promise<JudgedBundle | undefined> {
    const text = await readFile(this.#path(key), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    const at = text?.indexOf('\n') ?? -1
    const body = text?.slice(at + 1)
    return body === undefined || text?.slice(0, at) !== sha256(body) ? undefined : JSON.parse(body)
  }

  /** @throws InputError when the folder cannot be written */
  async write(key: string, result: JudgedBundle): Promise<void> {
    const path = this.#path(key)
    const part = `${path}.${process.pid}.part`
    const body = JSON.stringify(result)
    try {
      await writeFile(part, `${sha256(body)}\n${body}`, { mode: 0o600 })
      await rename(part, path)
    } catch (cause) {
      await rm(part, { force: true })
      throw notWritable(this.#folder, cause)
    }
  }

  #path(key: string): string {
    return join(this.#folder, `${key}.json`)
  }
}

/** SHA-256 of a file, read piece by piece. */
async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) hash.update(chunk)
  return hash.digest('hex')
}

function notWritable(folder: string, cause: unknown): InputError {
  return new InputError(withValues(BUNDLE_JUDGE_TEXTS.cacheFolderCannotWritten, { folder }), { cause })
}
