import { keptDraft } from './builder/draft-steps.ts'
import { type Asking, OtherAgency, SignedOut } from './shared/ask.ts'
import { element, pageData, say, show, sizeText } from './shared/elements.ts'
import {
  checkPicked,
  checkSize,
  confirmManifest,
  type Sendable,
  UploadFault,
  type UploadLimits,
} from './upload/check.ts'
import { fromDrop, fromInput, type Picked, pack } from './upload/files.ts'
import { GaveUp, NotTaken, send } from './upload/send.ts'
import { UPLOAD_WORDS } from './upload/words.ts'

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

const settings = pageData<Asking & { limits: UploadLimits }>('upload-settings')
const view = new UploadView()
const zone = element('upload-choice', HTMLElement)
const draft = keptDraft(settings.agency).read()?.manifest
const withDraft = element('upload-with-draft', HTMLInputElement)
let chosen: Picked[] = []
let sendable: Sendable | undefined
/** Packed once, though sent many times. */
let packed: Blob | undefined
let work = new AbortController()

for (const id of ['upload-files', 'upload-folder']) {
  const input = element(id, HTMLInputElement)
  input.addEventListener('change', () => void attempt(async () => check(fromInput(input.files ?? []))))
}
show(element('upload-draft', HTMLElement), draft !== undefined)
withDraft.addEventListener('change', () => {
  if (chosen.length > 0) void attempt(async () => check(chosen))
})
zone.addEventListener('dragover', (event) => {
  event.preventDefault()
  zone.classList.add('over')
})
zone.addEventListener('dragleave', () => zone.classList.remove('over'))
zone.addEventListener('drop', (event) => {
  event.preventDefault()
  zone.classList.remove('over')
  const items = event.dataTransfer?.items ?? []
  void attempt(async () => check(await fromDrop(items)))
})
element('upload-send', HTMLButtonElement).addEventListener('click', () => void attempt(sendIt))
element('upload-cancel', HTMLButtonElement).addEventListener('click', () => work.abort(new Cancelled()))

class Cancelled extends Error {
  override name = 'Cancelled'
}

async function check(picked: Picked[]): Promise<void> {
  chosen = picked
  sendable = undefined
  packed = undefined
  view.state('idle')
  view.tell([say(UPLOAD_WORDS.checking)])
  const found = await checkPicked(picked, settings.limits, withDraft.checked ? draftFile() : undefined)
  const read = found.manifest && (await confirmManifest(found.manifest, settings))
  sendable = found
  const files = 'zip' in found.form ? picked : found.form.files
  const size = sizeText(files.reduce((sum, { file }) => sum + file.size, 0))
  view.tell([
    say(UPLOAD_WORDS.chosen, { n: files.length, size }),
    ...(found.litter > 0 ? [say(UPLOAD_WORDS.litter, { n: found.litter })] : []),
    read ? say(UPLOAD_WORDS.ready, { manifest: found.manifest?.name ?? '' }) : say(UPLOAD_WORDS.readyUnseen),
  ])
  view.state('ready')
}

const draftFile = () => new File([`${JSON.stringify(draft, null, 2)}\n`], 'manifest.json', { type: 'application/json' })

async function sendIt(): Promise<void> {
  if (sendable === undefined) return
  const { form } = sendable
  view.state('busy')
  if ('files' in form) packed ??= await packFiles(form.files)
  const zip = 'zip' in form ? form.zip : packed
  if (zip === undefined) return
  const size = sizeText(zip.size)
  const listener = {
    progress: (bytes: number) => view.advance(UPLOAD_WORDS.sending, bytes, zip.size, size),
    lost: () => view.tell([say(UPLOAD_WORDS.waitingForLine)]),
  }
  view.advance(UPLOAD_WORDS.sending, 0, zip.size, size)
  const next = await send(zip, settings, listener, work.signal)
  view.tell([say(UPLOAD_WORDS.sent)])
  location.assign(next)
}

async function packFiles(files: readonly Picked[]): Promise<Blob> {
  const total = files.reduce((sum, { file }) => sum + file.size, 0)
  const zip = await pack(files, (read) => view.advance(UPLOAD_WORDS.packing, read, total), work.signal)
  checkSize(zip.size, files, settings.limits)
  view.state('busy')
  return zip
}

/** Does something; however it ends, the page says so and what was chosen is kept. */
async function attempt(step: () => Promise<void>): Promise<void> {
  view.fault('')
  try {
    await step()
  } catch (error) {
    view.tell(error instanceof Cancelled ? [say(UPLOAD_WORDS.cancelled)] : [])
    view.state(sendable === undefined ? 'idle' : 'ready')
    if (error instanceof Cancelled) work = new AbortController()
    else if (error instanceof SignedOut) view.signedOut()
    else if (error instanceof UploadFault) view.fault(error.message, error.places)
    else view.fault(reason(error))
  }
}

function reason(error: unknown): string {
  if (error instanceof OtherAgency) return say(UPLOAD_WORDS.otherAgency, { code: error.message })
  if (error instanceof GaveUp) return say(UPLOAD_WORDS.gaveUp)
  if (error instanceof NotTaken) return say(UPLOAD_WORDS.notTaken, { reason: error.message })
  return say(UPLOAD_WORDS.failed, { reason: error instanceof Error ? error.message : String(error) })
}
