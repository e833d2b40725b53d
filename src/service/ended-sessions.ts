import { createHash } from 'node:crypto'
import type { Store } from './store.ts'

/** A session as it is told from others. */
interface KnownSession {
  id: string
  /** What the identity provider calls the person. */
  person: string
  /** When it began, ISO 8601 in UTC with milliseconds. */
  begun: string
}

/** Which sessions were ended before their time, known to every process that shares the store. */
export interface EndedSessions {
  /** Ends one session: at once in this process, within {@link KNOWN_MS} in others. */
  end(session: KnownSession): Promise<void>
  /** Ends every session of a person that has begun so far. */
  endAll(session: KnownSession): Promise<void>
  /** Whether a session was ended. */
  isEnded(session: KnownSession): Promise<boolean>
}

/** How long a process goes by what it read: as long may a session live on that was ended by another one. */
export const KNOWN_MS = 5_000

/** Everything about sessions begins so, in the store of bundles, where nothing is locked for years. */
const SESSIONS = 'sessions/'
const EVERYWHERE = 'everywhere'
const TYPE = 'text/plain'
/** People of whom a process knows at once; those it looked at first are forgotten first. */
const MOST_PEOPLE = 10_000
/** Whoever signs out more often while a session lasts has all sessions ended. */
const MOST_ENDED = 1_000

/** What ended sessions are kept with. */
export interface EndedSessionTools {
  store: Pick<Store, 'putIfAbsent' | 'list'>
  now: () => Date
  /** Milliseconds that run on. */
  stopwatch: () => number
  /** How long a session lasts at most; what ended before that is looked at no more. */
  longestMs: number
}

/**
 * Keeps one small object for each session that was ended, and one for each time that somebody ended all of theirs. Nothing is
 * replaced, so that processes need not agree on an order; a person's are read in one listing, and no more often than every
 * {@link KNOWN_MS}.
 */
export function createEndedSessions({ store, now, stopwatch, longestMs }: EndedSessionTools): EndedSessions {
  const known = new Map<string, { at: number; marks: Promise<readonly string[]> }>()

  async function read(folder: string): Promise<readonly string[]> {
    const after = folder + compact(new Date(now().getTime() - longestMs).toISOString())
    const marks: string[] = []
    for await (const { key } of store.list(folder, { after, limit: MOST_ENDED, keysOnly: true }))
      marks.push(key.slice(folder.length))
    return marks
  }

  function marksOf(folder: string): Promise<readonly string[]> {
    const found = known.get(folder)
    if (found !== undefined && stopwatch() - found.at < KNOWN_MS) return found.marks
    const marks = read(folder)
    known.delete(folder)
    known.set(folder, { at: stopwatch(), marks })
    for (const oldest of known.keys()) {
      if (known.size <= MOST_PEOPLE) break
      known.delete(oldest)
    }
    // What could not be read is asked for again by the next request.
    marks.catch(() => known.get(folder)?.marks === marks && known.delete(folder))
    return marks
  }

  async function mark(folder: string, name: string): Promise<void> {
    await store.putIfAbsent(folder + name, new TextEncoder().encode('\n'), TYPE)
    known.delete(folder)
  }

  return {
    end: (session) => mark(folderOf(session), markOf(session)),
    endAll: (session) => mark(folderOf(session), `${compact(now().toISOString())}-${EVERYWHERE}`),
    async isEnded(session) {
      const marks = await marksOf(folderOf(session))
      if (marks.length >= MOST_ENDED) return true
      const begun = compact(session.begun)
      const own = markOf(session)
      return marks.some((one) => one === own || (one.endsWith(`-${EVERYWHERE}`) && one.slice(0, begun.length) >= begun))
    },
  }
}

/** A person by a hash: what an identity provider calls people is no name for a key. */
const folderOf = ({ person }: KnownSession): string =>
  `${SESSIONS}${createHash('sha256').update(person).digest('hex').slice(0, 40)}/`

/** By key in the order of their beginning, so that what is too old to matter is not listed. */
const markOf = ({ id, begun }: KnownSession): string => `${compact(begun)}-${id}`

const compact = (instant: string): string => instant.replace(/[-:.]/g, '')
