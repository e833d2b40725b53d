import { DRAFT_ERASE_PATH, DRAFT_PATH } from '../../core/paths.ts'
import { type Asking, get, post } from '../shared/ask.ts'
import { stateIn } from '../shared/draft.ts'
import type { DraftState } from './draft-steps.ts'
import { isMembers, type Members, type Value } from './field-value.ts'
import { merged, same } from './merged.ts'

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
  async erase(): Promise<void> {
    await post(DRAFT_ERASE_PATH, '{}', this.#asking)
    this.#agree(0, undefined)
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
