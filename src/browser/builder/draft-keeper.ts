import type { Localized } from '../../core/errors.ts'
import { SIGN_IN_PATH, SIGNED_IN_PATH } from '../../core/paths.ts'
import { type Asking, Lost, OtherAgency, SignedOut } from '../shared/ask.ts'
import { make, say } from '../shared/elements.ts'
import type { Kept } from '../shared/kept.ts'
import { type DraftState, DraftSteps, draftOf, keptDraft, rebased } from './draft-steps.ts'
import type { Members, Path } from './field-value.ts'
import { pathOf } from './form-place.ts'
import { type News, ServiceDraft, withLater } from './service-draft.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

/** What the page does when its draft changes. */
export interface DraftPage {
  /** Draws the form anew: something else stands in the draft than is drawn. */
  redraw(): void
  /** Brings headings and counts up to the draft. */
  refresh(): void
  /** Tells something in the line of the page, and in its notes what is to stay there. */
  report(text: string, notes?: readonly (string | Node)[]): void
  /** Tells in the line alone how the draft is kept. */
  tellKept(text: string): void
  /** A place of the form as a person knows it. */
  nameOf(path: Path): string
}

/** After the last change for so long the draft is saved with the service. */
const SAVE_AFTER_MS = 2_000

/**
 * The one draft of the page: every change is a step, is kept on the device at once and with the service soon after. Nothing
 * that another tab or a colleague has written is written over.
 */
export class DraftKeeper {
  readonly #start: Members
  readonly #page: DraftPage
  readonly #device: Kept<DraftState>
  readonly #service: ServiceDraft
  readonly steps: DraftSteps
  /** Whether an earlier visit left something on the device. */
  readonly wasKept: boolean
  #saving: ReturnType<typeof setTimeout> | undefined

  /** @param start what every manifest of the agency says */
  constructor(asking: Asking, start: Members, page: DraftPage) {
    this.#start = start
    this.#page = page
    this.#device = keptDraft(asking.agency)
    this.#service = new ServiceDraft(asking)
    const kept = this.#device.read()
    this.wasKept = kept !== undefined
    this.steps = new DraftSteps(kept ?? draftOf(start))
    this.#device.onNews(() => {
      if (!this.takeNews()) return
      page.redraw()
      page.report(say(WORDS.otherTab))
    })
  }

  get state(): DraftState {
    return this.steps.state
  }

  /** Whether nothing stands in the form but what stands in every one, and no paper is at hand. */
  get isEmpty(): boolean {
    return JSON.stringify(this.state) === JSON.stringify(draftOf(this.#start))
  }

  /** Whether nothing stands in the form itself. */
  get isBlank(): boolean {
    return JSON.stringify(this.state.manifest) === JSON.stringify(this.#start)
  }

  /** Takes a change of one place in. See `Editing.change`. */
  change(path: Path, make: (draft: DraftState, path: Path) => DraftState, typing?: string): void {
    const mine = this.state
    if (this.takeNews()) {
      const moved = rebased(mine, this.state, path)
      this.steps.take(make(moved.draft, moved.path))
      this.#page.redraw()
    } else this.steps.take(make(mine, path), typing)
    this.#keep()
  }

  /** Takes a change of the whole draft in, made from what stands here now. */
  take(next: DraftState): void {
    const mine = this.state
    this.steps.take(this.takeNews() ? withLater(mine, this.state, next) : next)
    this.#page.redraw()
    this.#keep()
  }

  /** Goes a step back or forth, from the newest that any tab has written. */
  go(move: (steps: DraftSteps) => boolean, told: Localized): void {
    const isNew = this.takeNews()
    // What another tab wrote is shown even where there is no step to go.
    if (!move(this.steps) && !isNew) return
    this.#page.redraw()
    this.#keep()
    this.#page.report(say(told))
  }

  /** Takes in what another tab has written; false where nothing new is there. */
  takeNews(): boolean {
    const news = this.#device.news()
    if (news === undefined) return false
    this.steps.take(news.kept ?? draftOf(this.#start))
    return true
  }

  /** Brings the draft up to what the agency saved with the service. @throws SignedOut; Lost */
  async follow(): Promise<void> {
    const mine = this.state
    const news = await this.#service.open(this.isEmpty ? undefined : mine)
    if (news) this.#takeFrom(news, mine)
  }

  /** Saves with the service what was not saved yet; where that fails it is told, and tried again with the next change. */
  async save(): Promise<void> {
    clearTimeout(this.#saving)
    try {
      let mine = this.state
      const done = await this.#service.save(() => {
        if (this.takeNews()) this.#page.redraw()
        mine = this.state
        return mine
      })
      if (done === 'same') return
      if ('news' in done) return this.#takeFrom(done.news, mine)
      this.#page.tellKept(say(WORDS.saved))
    } catch (error) {
      if (error instanceof SignedOut) this.#page.report(say(WORDS.signedOut), [signInLink()])
      else this.#page.tellKept(notSaved(error))
    }
  }

  /** Erases the draft here and with the service; a step back brings the form back. @throws SignedOut; Lost */
  async clear(): Promise<void> {
    clearTimeout(this.#saving)
    await this.#service.erase()
    this.steps.take(draftOf(this.#start))
    this.#page.redraw()
    this.#page.refresh()
    this.#device.clear()
  }

  /** @param sent what stood here when the news were asked for; what was written since stays */
  #takeFrom({ draft, by, both }: News, sent: DraftState): void {
    this.takeNews()
    this.take(withLater(sent, this.state, draft))
    // Where it was erased meanwhile, there is nobody's change to tell of: what stands here is saved anew.
    if (by === '') return
    // In the notes too: the line below soon tells of saving.
    const places = [...new Set(both.flatMap((place) => this.#named(place)))].join('; ')
    const told = places === '' ? [] : [say(WORDS.colleagueBoth, { places })]
    this.#page.report(say(WORDS.colleague, { by }), [say(WORDS.colleague, { by }), ...told])
  }

  /** Of the places of a draft those that a person has written in: its form and its papers. */
  #named(place: string): string[] {
    const [part, ...keys] = pathOf(`/${place}`)
    if (part === 'papers') return [keys.slice(0, -1).join('/')]
    return part === 'manifest' ? [this.#page.nameOf(keys)] : []
  }

  /** Keeps the draft on the device as it is now, and brings the page up to it. */
  #keep(): void {
    this.#page.refresh()
    clearTimeout(this.#saving)
    this.#saving = setTimeout(() => void this.save(), SAVE_AFTER_MS)
    try {
      this.#device.keep(this.state)
      this.#page.tellKept(say(WORDS.kept))
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      this.#page.report(say(WORDS.notKept), [say(WORDS.notKept)])
    }
  }
}

/** The way to sign in again beside this page, which goes on where it is. */
export function signInLink(): HTMLElement {
  const href = `${SIGN_IN_PATH}?${new URLSearchParams({ to: SIGNED_IN_PATH })}`
  return make('a', { href, target: '_blank', rel: 'noopener' }, [say(WORDS.signIn)])
}

function notSaved(error: unknown): string {
  if (error instanceof Lost) return say(WORDS.savedHere)
  if (error instanceof OtherAgency) return say(WORDS.otherAgency, { code: error.message })
  return say(WORDS.notSaved, { reason: error instanceof Error ? error.message : String(error) })
}
