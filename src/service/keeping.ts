import { opendir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, withValues } from '../core/errors.ts'
import { DRAFTS } from './drafts.ts'
import { isBesideVerdict as isPage, PROVISIONAL, VISITS } from './keys.ts'
import { describeFault, type Log } from './log.ts'
import type { ErasableStore } from './store.ts'
import { TEMPORARY_SUFFIX } from './store-folder.ts'
import { KEEPING_TEXTS } from './words.ts'

/** For how many days things are kept from when they were written; 0 = until somebody erases them. */
export interface KeepDays {
  bundles: number
  /** What was read of bundles, and pages: what can be made anew from a bundle and a verdict. */
  facts: number
  /** Verdicts and refusals, with their index, what was published of them and what was told. */
  verdicts: number
  audit: number
  /** What agencies have not handed in yet: papers, what was read in them, and forms. */
  drafts: number
}

/**
 * As long unless an operator sets another; a test holds the parameters of `serverless.yml` to it. What an office must archive
 * is not thrown away by a programme that nobody told to.
 */
export const DEFAULT_KEEP_DAYS: Readonly<KeepDays> = { bundles: 0, facts: 731, verdicts: 0, audit: 0, drafts: 30 }

/** The index goes before what it names, so that nothing is listed and not there. */
export const DAYS_AFTER_INDEX = 7
/** The yearly re-check judges a bundle of the year before. */
const LEAST_BUNDLE_DAYS = 400
/** Longer than a session, a lease or a run can matter. */
const SESSION_DAYS = 2
const LEASE_DAYS = 30
const RUN_DAYS = 800

type Kind =
  | 'bundles'
  | 'visits'
  | 'drafts'
  | 'readings'
  | 'facts'
  | 'pages'
  | 'verdicts'
  | 'index'
  | 'audit'
  | 'sessions'
  | 'leases'
  | 'runs'

/** What is kept in which store below which prefix, and for how long. */
interface Kept {
  kind: Kind
  in: 'bundles' | 'verdicts'
  prefix: string
  days: (keep: KeepDays) => number
  has?: (key: string) => boolean
}

const afterIndex = ({ verdicts }: KeepDays): number => (verdicts === 0 ? 0 : verdicts + DAYS_AFTER_INDEX)

/** Of two numbers of days, of which 0 is for ever. */
const shorter = (one: number, other: number): number =>
  one === 0 || other === 0 ? Math.max(one, other) : Math.min(one, other)

const KEPT: readonly Kept[] = [
  { kind: 'bundles', in: 'bundles', prefix: 'bundles/', days: ({ bundles }) => bundles },
  // What was recognised in scans has names in it like facts, and is of no use without its bundle.
  { kind: 'readings', in: 'bundles', prefix: 'readings/', days: ({ bundles, facts }) => shorter(bundles, facts) },
  { kind: 'pages', in: 'bundles', prefix: `${PROVISIONAL}verdicts/`, days: ({ facts }) => facts, has: isPage },
  { kind: 'facts', in: 'bundles', prefix: PROVISIONAL, days: ({ facts }) => facts },
  // What inspectors wrote of visits, with photos of papers, as long as bundles.
  { kind: 'visits', in: 'bundles', prefix: VISITS, days: ({ bundles }) => bundles },
  { kind: 'drafts', in: 'bundles', prefix: DRAFTS, days: ({ drafts }) => drafts },
  { kind: 'sessions', in: 'bundles', prefix: 'sessions/', days: () => SESSION_DAYS },
  { kind: 'facts', in: 'verdicts', prefix: 'facts/', days: ({ facts }) => facts },
  { kind: 'index', in: 'verdicts', prefix: 'agencies/', days: ({ verdicts }) => verdicts },
  { kind: 'verdicts', in: 'verdicts', prefix: 'prescreens/', days: ({ verdicts }) => verdicts },
  { kind: 'verdicts', in: 'verdicts', prefix: 'outbox/', days: ({ verdicts }) => verdicts },
  { kind: 'verdicts', in: 'verdicts', prefix: 'verdicts/', days: afterIndex, has: (key) => !isPage(key) },
  { kind: 'pages', in: 'verdicts', prefix: 'verdicts/', days: ({ facts }) => facts, has: isPage },
  { kind: 'verdicts', in: 'verdicts', prefix: 'refusals/', days: afterIndex },
  { kind: 'audit', in: 'verdicts', prefix: 'audit/', days: ({ audit }) => audit },
  { kind: 'leases', in: 'verdicts', prefix: 'leases/', days: () => LEASE_DAYS },
  { kind: 'runs', in: 'verdicts', prefix: 'runs/', days: () => RUN_DAYS },
]

/**
 * Refuses days that contradict each other: a bundle without its verdict would be judged again, and one that is gone before
 * the next re-check could not be.
 * @throws InputError
 */
export function checkKeepDays(keep: KeepDays): void {
  const forEver = (days: number) => (days === 0 ? Number.POSITIVE_INFINITY : days)
  if (keep.bundles !== 0 && keep.bundles < LEAST_BUNDLE_DAYS)
    throw new InputError(
      withValues(KEEPING_TEXTS.keepBundlesDaysYearly, { bundles: keep.bundles, leastBundleDays: LEAST_BUNDLE_DAYS }),
    )
  if (forEver(keep.bundles) > forEver(keep.verdicts))
    throw new InputError(
      withValues(KEEPING_TEXTS.keepBundlesDaysLonger, { bundles: keep.bundles, verdicts: keep.verdicts }),
    )
}

/** The stores that are swept. */
export interface SweptStores {
  bundles: ErasableStore
  verdicts: ErasableStore
}

/** What a sweep works with. */
export interface KeepSweepTools {
  now: Date
  log: Log
  /** Only tells what would go. */
  dry?: boolean | undefined
  /** Asked between objects: whether the sweep is to end early. */
  isEnded?: () => boolean
  /** Waited for after so many objects were looked at, so that answering goes on. */
  pause?: () => Promise<void>
}

/** How many objects of each kind are gone; `locked` those that their store does not give up yet. */
export type Swept = Partial<Record<Kind | 'locked', number>>

const LOOKED_AT_IN_A_TURN = 500
const MS_PER_DAY = 86_400_000

/**
 * Removes what was kept as long as it is to be, with all its versions, and logs the key of each. What cannot be removed is
 * logged and tried again by the next sweep.
 */
export async function sweepKept(stores: SweptStores, keep: KeepDays, tools: KeepSweepTools): Promise<Swept> {
  const { now, log, isEnded = () => false, pause = async () => undefined, dry = false } = tools
  const swept: Swept = {}
  let looked = 0
  for (const { kind, in: which, prefix, days: daysOf, has = () => true } of KEPT) {
    const days = daysOf(keep)
    if (days === 0) continue
    const store = stores[which]
    try {
      for await (const { key, modified } of store.list(prefix)) {
        if (isEnded()) return swept
        if (++looked % LOOKED_AT_IN_A_TURN === 0) await pause()
        const ageMs = modified === undefined ? 0 : now.getTime() - Date.parse(modified)
        if (ageMs < days * MS_PER_DAY || !has(key)) continue
        const gone = dry ? 'erased' : await eraseOrTell(store, key, log)
        const name = gone === 'erased' ? kind : gone
        if (name === undefined) continue
        swept[name] = (swept[name] ?? 0) + 1
        log('info', dry ? 'would-be-removed' : gone === 'locked' ? 'still-locked' : 'removed', { key, modified, days })
      }
    } catch (fault) {
      log('error', 'sweep-passed-over', { prefix, fault: describeFault(fault) })
    }
  }
  return swept
}

async function eraseOrTell(store: ErasableStore, key: string, log: Log): Promise<'erased' | 'locked' | undefined> {
  try {
    return await store.erase(key)
  } catch (fault) {
    log('error', 'not-removed', { key, fault: describeFault(fault) })
    return undefined
  }
}

/** What is written to no more is older than this. */
const HOUR_MS = 3_600_000

/** How a sweep meets the file system. */
export interface SweepTools {
  /** By the machine's clock, which dates the files. */
  now: Date
  log: Log
  /** Asked between files: whether the sweep is to end early. */
  isEnded?: () => boolean
  /** How a folder is read; another in tests of folders that cannot be. */
  openFolder?: typeof opendir
}

/**
 * Removes what a process that was killed left half-written in a folder: it was never part of a store. Folders are read
 * piece by piece, however many files they hold; one that cannot be read is logged and passed over.
 * @returns how many files were removed
 */
export async function sweepHalfWritten(folder: string, tools: SweepTools): Promise<number> {
  const { now, log, isEnded = () => false, openFolder = opendir } = tools
  let removed = 0
  const folders = [folder]
  for (let path = folders.pop(); path !== undefined && !isEnded(); path = folders.pop()) {
    try {
      for await (const entry of await openFolder(path)) {
        if (isEnded()) return removed
        const found = join(path, entry.name)
        if (entry.isDirectory()) folders.push(found)
        else if (entry.isFile() && entry.name.endsWith(TEMPORARY_SUFFIX) && (await isOld(found, now))) {
          await rm(found, { force: true })
          removed++
        }
      }
    } catch (fault) {
      log('error', 'sweep-passed-over', { folder: path, fault: describeFault(fault) })
    }
  }
  return removed
}

/** A file that went away in between was ended by whoever wrote it. */
async function isOld(path: string, now: Date): Promise<boolean> {
  try {
    return now.getTime() - (await stat(path)).mtimeMs >= HOUR_MS
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return false
    throw fault
  }
}
