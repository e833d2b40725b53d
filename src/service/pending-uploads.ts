import { utcInstant } from '../core/days.ts'
import { type AgencyIndex, agencyIndex } from './entries.ts'
import { parseBundleKey, uploadAskedOn, uploadEntryKey, uploadPrefix } from './keys.ts'
import { describeFault, type Log } from './log.ts'
import type { Presigner, Store, StoredObject } from './store.ts'

/** A store from which what is only noted can be taken away again. */
export interface NoteStore extends Store {
  /** Removes an object, if it is there. */
  remove(key: string): Promise<void>
}

/** The notes of open uploads begin so: one small object for each bundle that may have to be judged. */
const OPEN = 'open/'
/** Is there once all bundles have been walked through that came before there were notes. */
const WALKED = 'open-uploads-walked'
const BUNDLES = 'bundles/'

/** Where the note of a bundle stands, or of all bundles whose keys begin so. */
export const noteKey = (key: string): string => OPEN + key.slice(BUNDLES.length)

/**
 * Notes that a bundle is to come under a key, so that it is found after a crash without looking through all bundles.
 * Written before the bundle can be there.
 */
export async function noteOpen(key: string, bundles: Store): Promise<void> {
  if (parseBundleKey(key) === undefined) return
  await bundles.putIfAbsent(noteKey(key), new TextEncoder().encode('open\n'), 'text/plain')
}

/** A presigner that notes every form it gives, where nobody hears of what comes into the store. */
export function notedPresigner(presign: Presigner, bundles: Store): Presigner {
  return async (policy) => {
    await noteOpen(policy.key, bundles)
    return presign(policy)
  }
}

/** Where {@link PendingUploads} looks. */
export interface PendingStores {
  /** Opens the store of bundles so that listings pass over what cannot be read, and somebody hears of it. */
  openBundles: (onUnreadable: (path: string, fault: unknown) => void) => NoteStore
  verdicts: Store
  /** After so many seconds no form is valid any more and a bundle is not replaced. */
  formSeconds: number
  /** Whether a form may be used again while it is valid, so that its upload stays open until then. */
  formsReplace: boolean
  now: () => Date
  log: Log
}

/** Finds uploads that were not judged, by what lies in the stores alone: a bundle that is noted and has no index entry. */
export class PendingUploads {
  readonly #stores: PendingStores
  readonly #bundles: NoteStore
  #unreadable = 0

  constructor(stores: PendingStores) {
    this.#stores = stores
    this.#bundles = stores.openBundles((folder, fault) => {
      this.#unreadable++
      stores.log('error', 'folder-passed-over', { folder, fault: describeFault(fault) })
    })
  }

  /**
   * Keys of the bundles that are not judged, agency by agency, each in upload order. Notes of what is done are removed;
   * what cannot be read of one upload is logged and keeps back no other.
   */
  async *list(): AsyncGenerator<string> {
    const { log } = this.#stores
    const bundles = this.#bundles
    const index = this.#indexes()
    for await (const note of bundles.list(OPEN)) {
      const key = BUNDLES + note.key.slice(OPEN.length)
      try {
        const state = await this.#state(key, index)
        if (state === 'waiting') yield key
        if (state === 'done') await bundles.remove(note.key)
      } catch (fault) {
        log('error', 'upload-not-looked-at', { key, fault: describeFault(fault) })
      }
    }
  }

  /**
   * Notes what an earlier version took in and did not judge, by one walk through all bundles of a store without notes;
   * done once in the life of a store, or again at the next start where something could not be read.
   */
  async walkOnce(isEnded: () => boolean = () => false): Promise<void> {
    const { log } = this.#stores
    const bundles = this.#bundles
    if ((await bundles.read(WALKED)) !== undefined) return
    const unreadable = this.#unreadable
    const index = this.#indexes()
    let whole = true
    for await (const object of bundles.list(BUNDLES)) {
      if (isEnded()) return
      const upload = parseBundleKey(object.key)
      if (upload === undefined) continue
      try {
        if (!isJudged(object, await index(upload.code), this.#stores.formSeconds)) await noteOpen(object.key, bundles)
      } catch (fault) {
        whole = false
        log('error', 'upload-not-looked-at', { key: object.key, fault: describeFault(fault) })
      }
    }
    if (whole && unreadable === this.#unreadable)
      await bundles.putIfAbsent(WALKED, new TextEncoder().encode('walked\n'), 'text/plain')
  }

  async #state(key: string, index: (code: string) => Promise<AgencyIndex>): Promise<'waiting' | 'open' | 'done'> {
    const { formSeconds, formsReplace, now } = this.#stores
    const upload = parseBundleKey(key)
    if (upload === undefined) return 'done'
    const mayCome = now().getTime() <= lastUploadMs(upload.uploadId, formSeconds)
    const object = await this.#bundles.head(key)
    if (object === undefined) return mayCome ? 'open' : 'done'
    const known = await index(upload.code)
    if (known.erased.has(upload.uploadId)) return 'done'
    if (!isJudged(object, known, formSeconds)) return 'waiting'
    return mayCome && formsReplace ? 'open' : 'done'
  }

  /** The index of the agency asked for; the last one is kept, since the keys of an agency follow each other. */
  #indexes(): (code: string) => Promise<AgencyIndex> {
    let last: AgencyIndex | undefined
    return async (code) => {
      if (last?.code !== code) last = await agencyIndex(code, this.#stores.verdicts)
      return last
    }
  }
}

/** Clocks of this service and of the store may differ by so much. */
const TOLERANCE_SECONDS = 3600

/** Until when a bundle may come under the form of an upload. */
const lastUploadMs = (uploadId: string, formSeconds: number): number =>
  Date.parse(uploadAskedOn(uploadId)) + (formSeconds + TOLERANCE_SECONDS) * 1000

/**
 * Whether the bundle that lies under a key was judged, by the index of its agency.
 * @param formSeconds after which no form is valid any more and a bundle is not replaced
 */
export function isJudged(
  { key, modified }: StoredObject,
  { uploads }: Pick<AgencyIndex, 'uploads'>,
  formSeconds: number,
): boolean {
  const upload = parseBundleKey(key)
  if (upload === undefined || modified === undefined) return false
  const { code, uploadId } = upload
  const found = uploads.filter((entry) => entry.startsWith(uploadPrefix(code, uploadId)))
  if (found.length === 0) return false
  // A listing does not tell the version, on which the end of an entry's key depends.
  const own = uploadEntryKey(code, uploadId, { on: utcInstant(modified) }).replace(/[0-9a-f]{8}\.json$/, '')
  if (found.some((entry) => entry.startsWith(own))) return true
  // A form may be used again while it is valid. What is later was brought back from a backup, and stays judged.
  return Date.parse(modified) > lastUploadMs(uploadId, formSeconds)
}
