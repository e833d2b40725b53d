import { DRAFT_ERASE_PATH, DRAFT_PATH } from '../../core/paths.ts'
import { type Asking, get, post } from '../shared/ask.ts'
import type { DraftState } from './draft-steps.ts'
import { stateIn } from './draft-steps.ts'
import { isMembers, type Members, type Value, at as valueAt, withValue } from './field-value.ts'

/** What a colleague saved meanwhile, put together with what stands here. */
export interface News {
  draft: DraftState
  by: string
  /** Places that both have changed: what stands here was kept. */
  both: string[]
}

/** What saving came to. */
export type Saved = 'same' | { saved: string } | { news: News }

/** The draft as the service keeps it for all of the agency: saved over the version it was made from, and over no other. */
export class ServiceDraft {
  readonly #asking: Asking
  readonly #key: string
  /** What this device and the service agreed on last. */
  #version = 0
  #base: Members | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(asking: Asking) {
    this.#asking = asking
    this.#key = `manifest-synced:${asking.agency}`
  }

  /**
   * What the service has, put together with what stands here.
   * @param mine undefined where nothing stands here that a person wrote
   * @throws SignedOut; Lost
   */
  open(mine: DraftState | undefined): Promise<News | undefined> {
    return this.#alone(async () => {
      this.#remember()
      const told = await (await get(DRAFT_PATH)).json()
      return this.#together(mine, told)
    })
  }

  /**
   * Saves what stands here; where a colleague was faster, hands out both put together, to be shown and saved again.
   * @param mine asked for when it is this one's turn
   * @throws SignedOut; OtherAgency; Lost
   */
  save(mine: () => DraftState): Promise<Saved> {
    return this.#alone(() => this.#save(mine()))
  }

  async #save(mine: DraftState): Promise<Saved> {
    this.#remember()
    const body = asMembers(mine)
    if (same(body, this.#base)) return 'same'
    const answer = await post(DRAFT_PATH, JSON.stringify(body), this.#asking, { 'If-Match': `"${this.#version}"` })
    const told = await answer.json()
    if (answer.status === 412) return { news: this.#together(mine, told) ?? { draft: mine, by: '', both: [] } }
    if (!answer.ok) throw new Error(told.detail ?? `not saved: ${answer.status}`)
    this.#agree(told.version, body)
    return { saved: told.on }
  }

  /** Erases all that is not handed in, papers too. @throws SignedOut; Lost */
  erase(): Promise<void> {
    return this.#alone(async () => {
      const answer = await post(DRAFT_ERASE_PATH, '{}', this.#asking)
      if (!answer.ok) throw new Error(`not erased: ${answer.status}`)
      this.#agree(0, undefined)
    })
  }

  /** One after the other, over all tabs of the device: else a save meets one of its own, and takes it for a colleague's. */
  #alone<T>(act: () => Promise<T>): Promise<T> {
    // Where a page does not come by https there are no locks over tabs.
    if ('locks' in navigator) return navigator.locks.request(this.#key, act)
    const turn = this.#last.then(act)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  #together(mine: DraftState | undefined, told: { version: number; by?: string; form?: Value }): News | undefined {
    const theirs = stateIn(told.form)
    const base = this.#base
    if (theirs === undefined) {
      // It was erased, or kept as long as it is to be: what stands here is saved anew.
      this.#agree(0, undefined)
      return undefined
    }
    const their = asMembers(theirs)
    this.#agree(told.version, their)
    if (mine === undefined) return { draft: theirs, by: told.by ?? '', both: [] }
    const own = asMembers(mine)
    const { value, both } = merged(base, own, their)
    const draft = stateIn(value) ?? mine
    return same(asMembers(draft), own) ? undefined : { draft, by: told.by ?? '', both }
  }

  #agree(version: number, base: Members | undefined): void {
    this.#version = version
    this.#base = base
    try {
      localStorage.setItem(this.#key, JSON.stringify({ version, base }))
    } catch (error) {
      // Without it another visit takes both for new and puts them together.
      if (!(error instanceof DOMException)) throw error
      localStorage.removeItem(this.#key)
    }
  }

  /** What another tab of this device agreed on. */
  #remember(): void {
    const text = localStorage.getItem(this.#key)
    if (text === null) return
    const { version, base } = JSON.parse(text)
    if (typeof version !== 'number') return
    this.#version = version
    this.#base = isMembers(base) ? base : undefined
  }
}

/** What came of a draft that was changed again while news of it were on their way. */
export function withLater(sent: DraftState, now: DraftState, news: DraftState): DraftState {
  if (sent === now) return news
  return stateIn(merged(asMembers(sent), asMembers(now), asMembers(news)).value) ?? now
}

/** A draft as it goes over the line: nothing stands in it that JSON leaves out. */
const asMembers = (draft: DraftState): Members => JSON.parse(JSON.stringify(draft))

/** What came of two changes of the same. */
export interface Merged {
  value: Value | undefined
  /** Places that both have changed, each otherwise: mine stands there. */
  both: string[]
}

/**
 * Two changes of the same form put together: what one of both left as it was is as the other has it. Rows are found again
 * by what stands in them.
 * @param base what both were made from
 */
export function merged(base: Value | undefined, mine: Value | undefined, theirs: Value | undefined, at = ''): Merged {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, both: [] }
  if (same(base, mine)) return { value: theirs, both: [] }
  if (isMembers(mine) && isMembers(theirs)) return mergedMembers(isMembers(base) ? base : {}, mine, theirs, at)
  if (Array.isArray(mine) && Array.isArray(theirs)) return mergedRows(Array.isArray(base) ? base : [], mine, theirs, at)
  return { value: mine, both: [at] }
}

function mergedMembers(base: Members, mine: Members, theirs: Members, at: string): Merged {
  const members: Members = {}
  const both: string[] = []
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const own = merged(base[key], mine[key], theirs[key], at === '' ? key : `${at}/${key}`)
    if (own.value !== undefined) members[key] = own.value
    both.push(...own.both)
  }
  return { value: members, both }
}

function mergedRows(base: readonly Value[], mine: readonly Value[], theirs: readonly Value[], at: string): Merged {
  const both: string[] = []
  if (mine.length >= base.length && theirs.length >= base.length) {
    // Nobody took a row away: rows keep their places, and new ones follow.
    const kept = base.map((row, index) => {
      const own = merged(row, mine[index], theirs[index], `${at}/${index}`)
      both.push(...own.both)
      return own.value ?? row
    })
    return { value: [...kept, ...union(theirs.slice(base.length), mine.slice(base.length))], both }
  }
  // A row that one took away is gone, unless the other has written in it.
  const stay = theirs.filter((row) => has(mine, row) || !has(base, row))
  return {
    value: union(
      stay,
      mine.filter((row) => !has(base, row)),
    ),
    both,
  }
}

const union = (some: readonly Value[], more: readonly Value[]): Value[] => [
  ...some,
  ...more.filter((row) => !has(some, row)),
]

const has = (rows: readonly Value[], row: Value) => rows.some((one) => same(one, row))

/** The places at which two values differ, the innermost ones: of rows added or taken away the rows. */
export function differences(before: Value | undefined, after: Value | undefined, at = ''): string[] {
  if (same(before, after)) return []
  const deeper = (key: string | number) => (at === '' ? String(key) : `${at}/${key}`)
  if (isMembers(before) && isMembers(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      differences(before[key], after[key], deeper(key)),
    )
  if (Array.isArray(before) && Array.isArray(after) && [...before, ...after].every(isMembers))
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
      index < before.length && index < after.length
        ? differences(before[index], after[index], deeper(index))
        : [deeper(index)],
    ).flat()
  return [at]
}

/**
 * A workbook's changes taken into the form, cell by cell. Where it is not known what the workbook said when it went out, all
 * that stands in it is taken, and what it says nothing of stays.
 * @param unclear places of cells that are not understood: there the form keeps what it has
 */
export function withWorkbook(
  out: Members | undefined,
  mine: Members,
  back: Members,
  unclear: readonly string[],
): { manifest: Members; both: string[] } {
  const base = out ?? mine
  let read = out === undefined ? overlaid(mine, back) : back
  for (const place of unclear) {
    const path = place.split('/').map((key) => (/^\d+$/.test(key) ? Number(key) : key))
    read = withValue(read, path, valueAt(base, path), path.length - 1)
  }
  const { value, both } = out === undefined ? { value: read, both: [] } : merged(base, mine, read)
  return { manifest: isMembers(value) ? value : mine, both }
}

/** One manifest with all that another one says laid over it. */
function overlaid(under: Members, over: Members): Members {
  const all = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const there = under[key]
    all[key] = isMembers(there) && isMembers(value) ? overlaid(there, value) : value
  }
  return all
}

/** Whether two values say the same, in whatever order their members stand. */
export function same(one: Value | undefined, other: Value | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => same(item, other[index]))
  if (!isMembers(one) || !isMembers(other)) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]))
}
