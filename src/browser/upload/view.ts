import { element, say, show } from '../shared/elements.ts'
import { UPLOAD_WORDS } from './words.ts'

/** What the script shows on the page of uploads; all of it is spoken by screen readers too. */
export class UploadView {
  readonly #status = element('upload-status', HTMLElement)
  readonly #fault = element('upload-fault', HTMLElement)
  readonly #places = element('upload-places', HTMLUListElement)
  readonly #progress = element('upload-progress', HTMLProgressElement)
  readonly #signIn = element('upload-sign-in', HTMLElement)
  readonly #send = element('upload-send', HTMLButtonElement)
  readonly #cancel = element('upload-cancel', HTMLButtonElement)
  readonly #choice = element('upload-choice', HTMLElement)
  #spoken = -1

  /** What was chosen, or how the check is getting on. */
  tell(lines: readonly string[]): void {
    this.#status.replaceChildren(...lines.map(paragraph))
  }

  /** How far the packing or sending is: drawn always, spoken every tenth. */
  advance(words: { vi: string; en: string }, done: number, total: number, size = ''): void {
    const percent = total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total))
    this.#progress.value = percent
    if (Math.floor(percent / 10) === this.#spoken) return
    this.#spoken = Math.floor(percent / 10)
    this.tell([say(words, { percent, size })])
  }

  /** Whether something is under way, and whether there is something to send. */
  state(state: 'idle' | 'ready' | 'busy'): void {
    this.#spoken = -1
    this.#progress.value = 0
    this.#send.disabled = state !== 'ready'
    show(this.#cancel, state === 'busy')
    show(this.#progress, state === 'busy')
    for (const input of this.#choice.querySelectorAll('input')) input.disabled = state === 'busy'
  }

  /** Why it does not go on; an empty text takes the last reason away. */
  fault(message: string, places: readonly string[] = []): void {
    this.#fault.textContent = message
    this.#places.replaceChildren(
      ...places.map((place) => Object.assign(document.createElement('li'), { textContent: place })),
    )
    show(this.#fault.parentElement ?? this.#fault, message !== '')
    show(this.#signIn, false)
  }

  /** The session has run out. */
  signedOut(): void {
    this.fault(say(UPLOAD_WORDS.signedOut))
    show(this.#signIn, true)
  }
}

const paragraph = (text: string) => Object.assign(document.createElement('p'), { textContent: text })
