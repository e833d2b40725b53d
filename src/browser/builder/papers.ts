import { isArchive } from '../../core/files.ts'
import { foldWords, nearest } from '../../core/names.ts'
import { DRAFT_PAPERS_PATH } from '../../core/paths.ts'
import { type Asking, post } from '../shared/ask.ts'
import { type Picked, withoutLitter } from '../upload/files.ts'
import { type StoreForm, sendBy } from '../upload/send.ts'
import type { Paper } from './draft-steps.ts'

/** What is heard while papers are sent. */
export interface PapersListener {
  /** Of all papers, so many are with the service. */
  progress(done: number, total: number, name: string): void
  lost(): void
}

/** Papers that were sent, or were there already, and those that were not taken, by the reason. */
export interface TakenPapers {
  papers: Record<string, Paper>
  /** With a stamp of secrecy. */
  stamped: string[]
  empty: string[]
  archives: string[]
  /** The device does not hand them out: they were renamed or moved after they were chosen, or are locked. */
  unreadable: string[]
  /** Bytes that went over the line. */
  sentBytes: number
}

/** What was taken before anything was. */
export const nothingTaken = (): TakenPapers => ({
  papers: {},
  stamped: [],
  empty: [],
  archives: [],
  unreadable: [],
  sentBytes: 0,
})

/** Asked about at once: an answer for each comes with a form. */
const AT_ONCE = 100

/** Papers by the hash of their bytes, for as long as the page is open: what the service lost can be sent again. */
const files = new Map<string, File>()

type Asked = { sha256: string } & (
  | { state: 'there' | 'stamped' }
  | { state: 'wanted'; form: Omit<StoreForm, 'fileField'> }
)

/**
 * Sends papers to the service, each by itself and only those that it has not: known by the hash of their bytes.
 * @param taken is told of each as soon as it is there, so that what was sent is known though it ends midway
 * @throws SignedOut; Lost; NoRoom; NotTaken; GaveUp; what the signal was aborted with
 */
export async function takePapers(
  picked: readonly Picked[],
  taken: TakenPapers,
  { asking, listener, signal }: { asking: Asking; listener: PapersListener; signal: AbortSignal },
): Promise<void> {
  const own = withoutLitter(picked).map(({ path, file }) => ({ path, file, bytes: file.size }))
  taken.empty = own.filter(({ bytes }) => bytes === 0).map(({ path }) => path)
  const all = own.filter(({ bytes }) => bytes > 0)
  let done = 0
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const hashed: { path: string; file: File; bytes: number; sha256: string }[] = []
    for (const one of all.slice(from, from + AT_ONCE)) {
      signal.throwIfAborted()
      listener.progress(done, all.length, one.path)
      const read = await readingOf(one)
      if (typeof read === 'object') hashed.push({ ...one, ...read })
      else taken[read].push(one.path)
    }
    if (hashed.length === 0) continue
    const states = await ask(hashed, asking)
    for (const one of hashed) {
      const { path, bytes, sha256 } = one
      const state = states.get(sha256)
      listener.progress(done, all.length, path)
      if (state?.state === 'wanted') {
        let first: StoreForm | undefined = { ...state.form, fileField: 'file' }
        const form = async () => {
          const given = first ?? (await formFor(one, asking))
          first = undefined
          return given
        }
        await sendBy(one.file.slice(0, bytes, 'application/octet-stream'), form, quiet(listener), signal)
        taken.sentBytes += bytes
        states.set(sha256, { sha256, state: 'there' })
      }
      done += 1
      if (state?.state === 'stamped') taken.stamped.push(path)
      else {
        taken.papers[path] = { sha256, bytes }
        files.set(sha256, one.file)
      }
    }
  }
  listener.progress(all.length, all.length, '')
}

/** The hash of a file's bytes, or why it is not taken. */
async function readingOf({ path, file }: Picked): Promise<{ sha256: string } | 'archives' | 'unreadable'> {
  try {
    if (isArchive(path, new Uint8Array(await file.slice(0, 8).arrayBuffer()))) return 'archives'
    return { sha256: await sha256Of(file) }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return 'unreadable'
  }
}

/** The files of papers that were chosen while the page is open. */
export function filesOf(papers: Readonly<Record<string, Paper>>, paths: readonly string[]): Picked[] {
  return paths.flatMap((path) => {
    const file = files.get(papers[path]?.sha256 ?? '')
    return file ? [{ path, file }] : []
  })
}

/** There is no room for more papers; the message says what to do. */
export class NoRoom extends Error {
  override name = 'NoRoom'
}

async function ask(papers: readonly (Paper & { path: string })[], asking: Asking): Promise<Map<string, Asked>> {
  const asked = papers.map(({ path, sha256, bytes }) => ({ path, sha256, bytes }))
  const answer = await post(DRAFT_PAPERS_PATH, JSON.stringify({ papers: asked }), asking)
  const told = await answer.json()
  if (!answer.ok) throw new NoRoom(told.detail ?? String(answer.status))
  return new Map(told.papers.map((one: Asked) => [one.sha256, one]))
}

async function formFor(paper: Paper & { path: string }, asking: Asking): Promise<StoreForm> {
  const found = (await ask([paper], asking)).get(paper.sha256)
  if (found?.state !== 'wanted') throw new Error('the paper is there by now')
  return { ...found.form, fileField: 'file' }
}

const quiet = ({ lost }: PapersListener) => ({ progress: () => undefined, lost })

async function sha256Of(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  // Where a page does not come by https, browsers keep their own from it.
  const hash =
    'subtle' in crypto
      ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      : (await import('@noble/hashes/sha2.js')).sha256(new Uint8Array(bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Papers whose names hold what is typed, accents or not; those whose own name begins with it first. */
export function papersNamed(paths: readonly string[], typed: string, most: number): string[] {
  const words = foldWords(typed.normalize('NFC'))
  const rank = (path: string) => {
    const [whole, name] = [foldWords(path), foldWords(path.slice(path.lastIndexOf('/') + 1))]
    return words === '' || name.startsWith(words) ? 0 : whole.includes(words) ? 1 : 2
  }
  const ranked = paths.map((path) => ({ path, rank: rank(path) })).filter((one) => one.rank < 2)
  return ranked
    .sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1))
    .slice(0, most)
    .map(({ path }) => path)
}

/** The paper that may be meant by a name that none has: another ending, accents, letters; undefined where none is near. */
export function paperMeant(paths: readonly string[], name: string): string | undefined {
  if (name === '' || paths.includes(name)) return undefined
  const bare = (path: string) => foldWords(path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z0-9]{2,5}$/i, ''))
  const wanted = bare(name.normalize('NFC'))
  const exact = paths.find((path) => bare(path) === wanted)
  if (exact !== undefined || wanted.length < 4) return exact
  const byName = new Map(paths.map((path) => [bare(path), path]))
  const near = nearest(wanted, byName.keys())
  // Names of offices differ by numbers: 88 is not meant by 89.
  const digits = (text: string) => text.replace(/\D+/g, ' ').trim()
  return near !== undefined && digits(near) === digits(wanted) ? byName.get(near) : undefined
}
