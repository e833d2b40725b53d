import { stat } from 'node:fs/promises'
import { digest } from '../../base/canonical.ts'
import { DEFAULT_LIMITS } from '../../bundle/container.ts'
import type { Block } from '../../dossier/agency.ts'
import { readingTime } from '../../evaluation/reading-time.ts'
import { type Screened, screenBundle } from '../../evaluation/screen-bundle.ts'
import type { ScreenedDossier } from '../../evaluation/screen-dossier.ts'
import type { TrustList } from '../../evidence/signature/trust-list.ts'
import { readPublished } from '../../rules/publish.ts'
import { findProfile } from '../../verdict/find-profile.ts'
import { openBundle } from '../file-source.ts'
import { engine, WORDS } from '../load.ts'
import { fileSha256, ResultCache } from './cache.ts'
import type { JudgedBundle, ScreenedBundle } from './screened-bundle.ts'

/** What all bundles of a run are judged by. Plain data: every thread opens its own desk from it. */
export interface DeskSettings {
  asOf: string
  profileId: string
  /** The rule set in its published form: read once, so that no two bundles are judged by different rules. */
  ruleSet: string
  /** Blocks of the authority's register by agency code. */
  blocks: Readonly<Record<string, Block>>
  /** Folder of the cache, if one is kept. */
  cache: string | undefined
  /** Whom signatures in documents are judged by; absent: nobody is trusted. */
  trust?: TrustList | undefined
}

/** By what a desk judges, and to what block an agency belongs by the authority's register. */
export async function deskJudge({ ruleSet: published, profileId, blocks }: DeskSettings) {
  const ruleSet = readPublished(published, 'rule-set', WORDS)
  const blockOf = (code: string): Block | undefined => (Object.hasOwn(blocks, code) ? blocks[code] : undefined)
  return { judge: { ruleSet, profileId, engine: await engine() }, blockOf }
}

/**
 * Builds the rules once, for one bundle after the other.
 * @throws InputError for an unknown profile
 */
export async function openDesk(settings: DeskSettings): Promise<(path: string) => Promise<ScreenedBundle>> {
  const { asOf, profileId, trust } = settings
  const { judge: by, blockOf } = await deskJudge(settings)
  const { ruleSet } = by
  const profile = digest(findProfile(ruleSet, profileId))
  const cache = settings.cache === undefined ? undefined : new ResultCache(settings.cache)

  async function screened(path: string): Promise<ScreenedBundle> {
    const { source, close } = await openBundle(path)
    const signal = AbortSignal.timeout(readingTime(DEFAULT_LIMITS))
    const stopwatch = () => performance.now()
    try {
      const input = { source, asOf, judge: by, limits: DEFAULT_LIMITS, stopwatch, signal, trust }
      return plain(await screenBundle(input, blockOf))
    } finally {
      await close()
    }
  }

  return async (path) => {
    if (cache === undefined || !(await isWorthKeeping(path))) return screened(path)
    const given = { bundle: await fileSha256(path), ruleSet: ruleSet.sha256, profile, asOf, engine: by.engine }
    const key = digest(trust === undefined ? given : { ...given, trust: trust.sha256 })
    const known = await cache.read(key)
    if (known !== undefined && stillInBlock(known, blockOf)) return known
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

/** The register may have been mended since. */
function stillInBlock({ screening, saidBlock }: JudgedBundle, blockOf: (code: string) => Block | undefined): boolean {
  return screening.agency.block === (blockOf(screening.agency.code) ?? saidBlock)
}

function plain(result: Screened): ScreenedBundle {
  if (result.kind === 'refusal') return { kind: 'refusal', code: result.refusal.code, message: result.refusal.message }
  return plainFaults(result)
}

/** What came of a dossier as plain data. */
export function plainFaults(result: ScreenedDossier): JudgedBundle {
  return { ...result, faults: result.faults.map(({ rule, fault }) => ({ rule, said: String(fault) })) }
}
