import type { Localized } from '../../core/errors.ts'
import { DRAFT_LAST_PATH, DRAFT_READ_PATH } from '../../core/paths.ts'
import { type Asking, Lost, post } from '../shared/ask.ts'
import { button, element, make, say, show, sizeText } from '../shared/elements.ts'
import { commonFolder, manifestsAmong } from '../upload/check.ts'
import { fromDrop, fromInput, type Picked, withoutLitter } from '../upload/files.ts'
import type { DraftState, Paper } from './draft-steps.ts'
import { type ReadPapers, Sources, withRead } from './drafted.ts'
import { isMembers, type Members } from './field-value.ts'
import { filesOf, nothingTaken, type TakenPapers, takePapers } from './papers.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

/** What the papers of the page work with. */
export interface PapersTools {
  asking: Asking
  draft(): DraftState
  /** Takes a change of the whole draft in as a step. */
  take(next: DraftState): void
  /** Draws the form anew: what is known of its values has changed. */
  redraw(): void
  /** Asks before what is filled in gives way to something of a name. */
  isSure(name: string): boolean
  /** Opens a manifest that lay beside the papers. */
  open(file: File): Promise<void>
  report(text: string, places?: readonly string[]): void
}

/** The papers at hand: chosen or dropped, sent one by one, read into the form. */
export class PapersView {
  readonly #tools: PapersTools
  readonly #zone = element('papers-choice', HTMLElement)
  readonly #status = element('papers-status', HTMLElement)
  readonly #progress = element('papers-progress', HTMLProgressElement)
  readonly #list = element('papers-list', HTMLElement)
  readonly #left = element('papers-left', HTMLUListElement)
  readonly #stop = element('papers-cancel', HTMLButtonElement)
  readonly #readAgain = element('papers-read', HTMLButtonElement)
  #work = new AbortController()
  /** Where the values of the form were read; undefined while nothing was. */
  sources: Sources | undefined
  #sourcesOf: string | undefined
  #openOf: { draft: DraftState; sources: Sources | undefined; open: { pointer: string; id: string }[] } | undefined

  /** @param attempt does something so that the page says how it ended */
  constructor(tools: PapersTools, attempt: (step: () => Promise<void>) => () => Promise<void>) {
    this.#tools = tools
    const take = (picked: () => Promise<readonly Picked[]>) =>
      void attempt(async () => {
        if (Object.keys((await this.add(await picked())).papers).length > 0) await this.read()
      })()
    for (const id of ['papers-files', 'papers-folder']) {
      const input = element(id, HTMLInputElement)
      input.addEventListener('change', () => take(async () => fromInput(input.files ?? [])))
    }
    this.#zone.addEventListener('dragover', (event) => {
      event.preventDefault()
      this.#zone.classList.add('over')
    })
    this.#zone.addEventListener('dragleave', () => this.#zone.classList.remove('over'))
    this.#zone.addEventListener('drop', (event) => {
      event.preventDefault()
      this.#zone.classList.remove('over')
      const dropped = fromDrop(event.dataTransfer?.items ?? [])
      take(() => dropped)
    })
    this.#stop.addEventListener('click', () => this.#work.abort(new Stopped()))
    this.#readAgain.addEventListener(
      'click',
      attempt(() => this.read()),
    )
    element('papers-last', HTMLButtonElement).addEventListener(
      'click',
      attempt(() => this.beginFromLast()),
    )
    this.refresh()
  }

  /**
   * Sends papers and lays them beside those at hand; one of the same place takes its place. However it ends, those that were
   * sent are laid there. A manifest among them is opened.
   * @throws as {@link takePapers}
   */
  async add(all: readonly Picked[]): Promise<TakenPapers> {
    const { picked, manifest } = withoutManifest(withoutLitter(all))
    const taken = nothingTaken()
    this.#busy(true)
    try {
      const listener = {
        progress: (done: number, total: number, name: string) =>
          this.#advance(done, total, say(WORDS.papersSending, { done, total, name })),
        lost: () => this.#tell(WORDS.lost),
      }
      const { asking } = this.#tools
      await takePapers(picked, taken, { asking, listener, signal: this.#work.signal })
    } finally {
      const draft = this.#tools.draft()
      const n = Object.keys(taken.papers).length
      if (n > 0) this.#tools.take({ ...draft, papers: { ...draft.papers, ...taken.papers } })
      this.#busy(false)
      this.#status.textContent = say(WORDS.papersTaken, { n, size: sizeText(taken.sentBytes) })
      const left = leftOut(taken, draft.papers)
      // It stays below the papers, whatever is told later.
      this.#left.replaceChildren(...left.map((line) => make('li', {}, [line])))
      show(this.#left, left.length > 0)
      if (left.length > 0) this.#tools.report(left[0] ?? '', left)
    }
    if (manifest !== undefined) await this.#tools.open(manifest)
    return taken
  }

  /** Has the service read the papers at hand, and fills in what it found where nothing stands. */
  async read(): Promise<void> {
    this.#busy(true)
    try {
      const { papers } = this.#tools.draft()
      let told = await this.#ask({ papers })
      while (told.state === 'reading') {
        const words = told.of === 'scans' ? WORDS.papersScans : WORDS.papersReading
        this.#advance(told.done, told.total, say(words, { done: told.done, total: told.total }))
        this.#work.signal.throwIfAborted()
        told = await this.#ask({ papers })
      }
      if (told.state === 'lacking') {
        const found = filesOf(papers, told.papers)
        if (found.length < told.papers.length) return this.#gone(told.papers)
        await this.add(found)
        return await this.read()
      }
      if (told.state === 'refused') return this.#tools.report(told.message)
      if (told.state !== 'read') return
      this.#use(told.id, told.draft)
      this.#tools.take(withRead(this.#tools.draft(), told.draft, told.id))
      this.#tellRead(told.draft)
    } finally {
      this.#busy(false)
    }
  }

  /** Begins from the dossier that was accepted last: its manifest and its papers, which stay where they are. */
  async beginFromLast(): Promise<void> {
    const answer = await (await post(DRAFT_LAST_PATH, '{}', this.#tools.asking)).json()
    if (!isMembers(answer.papers) || !isMembers(answer.manifest)) return this.#tools.report(say(WORDS.noLast))
    if (!this.#tools.isSure(say(WORDS.lastDossier))) return
    const papers = answer.papers as unknown as Record<string, Paper>
    const manifest: Members = answer.manifest
    this.#tools.take({ ...this.#tools.draft(), manifest, putAway: {}, stated: [], papers })
    const left = answer.leftOut.length > 0 ? [say(WORDS.papersLeftOut, { names: answer.leftOut.join('; ') })] : []
    this.#tools.report(say(WORDS.fromLast, { n: Object.keys(papers).length }), left)
  }

  /** Values that wait to be confirmed; looked for once for each state of the draft. */
  openOf(draft: DraftState): { pointer: string; id: string }[] {
    if (this.#openOf?.draft !== draft || this.#openOf.sources !== this.sources)
      this.#openOf = { draft, sources: this.sources, open: this.sources?.open(draft) ?? [] }
    return this.#openOf.open
  }

  /** Brings the list up to the draft, and has what was read in its papers at hand. */
  refresh(): void {
    const { papers, reading } = this.#tools.draft()
    const paths = Object.keys(papers).sort()
    const size = sizeText(Object.values(papers).reduce((sum, { bytes }) => sum + bytes, 0))
    const items = paths.map((path) => make('li', {}, [path, ' ', this.#remove(path)]))
    const open = this.#list.querySelector('details')?.open ?? false
    const list = make('details', { open }, [
      make('summary', {}, [say(WORDS.papersAtHand, { n: paths.length, size })]),
      make('ul', { className: 'papers' }, items),
    ])
    this.#list.replaceChildren(...(paths.length > 0 ? [list] : []))
    show(this.#readAgain, paths.length > 0)
    if (reading === undefined) this.sources = undefined
    else if (reading !== this.#sourcesOf) void this.#load(reading)
  }

  #remove(path: string): HTMLButtonElement {
    const made = button(say(WORDS.paperRemove), 'quiet', () => {
      const draft = this.#tools.draft()
      const { [path]: _gone, ...papers } = draft.papers
      this.#tools.take({ ...draft, papers })
    })
    made.setAttribute('aria-label', `${say(WORDS.paperRemove)}: ${path}`)
    return made
  }

  /** What was read at an earlier visit, or by a colleague: without it no source is shown, so it is asked for until it is there. */
  async #load(id: string): Promise<void> {
    this.#sourcesOf = id
    try {
      const told = await this.#ask({ id })
      if (told.state !== 'read') return
      this.#use(id, told.draft)
      this.#tools.redraw()
    } catch (error) {
      if (!(error instanceof Lost)) return
      setTimeout(() => {
        if (this.#sourcesOf !== id || this.sources !== undefined) return
        this.#sourcesOf = undefined
        this.refresh()
      }, AGAIN_MS)
    }
  }

  #use(id: string, read: ReadPapers): void {
    this.#sourcesOf = id
    this.sources = new Sources(read)
  }

  #tellRead(read: ReadPapers): void {
    const open = this.openOf(this.#tools.draft()).length
    const files = new Set(read.sources.map(({ file }) => file)).size
    const names = (some: readonly { file: string }[]) => some.map(({ file }) => file).join('; ')
    const lines: [Localized, readonly { file: string }[]][] = [
      [WORDS.readDoubts, read.doubts],
      [WORDS.readUnclassified, read.unclassified],
      [WORDS.readUnread, read.unread],
      [WORDS.papersStamped, read.stamped.map((file) => ({ file }))],
    ]
    const told = lines.filter(([, some]) => some.length > 0)
    this.#status.textContent = say(WORDS.readDone, { n: read.sources.length, files, open })
    this.#tools.report(
      say(WORDS.readDone, { n: read.sources.length, files, open }),
      told.map(([words, some]) => say(words, { names: names(some), n: some.length })),
    )
  }

  #gone(names: readonly string[]): void {
    this.#tools.report(say(WORDS.papersGone, { names: names.join('; ') }))
  }

  async #ask(what: { papers: DraftState['papers'] } | { id: string }): Promise<Reading> {
    return (await post(DRAFT_READ_PATH, JSON.stringify(what), this.#tools.asking)).json()
  }

  #advance(done: number, total: number, text: string): void {
    this.#progress.max = Math.max(1, total)
    this.#progress.value = done
    this.#status.textContent = text
  }

  #tell(words: Localized): void {
    this.#status.textContent = say(words)
  }

  #busy(busy: boolean): void {
    show(this.#progress, busy)
    show(this.#stop, busy)
    for (const input of this.#zone.querySelectorAll('input')) input.disabled = busy
    if (busy && this.#work.signal.aborted) this.#work = new AbortController()
    // Leaving would end what is under way: the browser asks.
    if (busy) addEventListener('beforeunload', stay)
    else removeEventListener('beforeunload', stay)
    if (!busy) this.refresh()
  }
}

/** After a lost connection it is tried again so much later. */
const AGAIN_MS = 10_000

function stay(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

/** Papers without the manifest that lay beside them: their places are told from where it lies, as it names them. */
function withoutManifest(all: readonly Picked[]): { picked: readonly Picked[]; manifest: File | undefined } {
  const [own] = manifestsAmong(all).paths
  const manifest = all.find(({ path }) => path === own)?.file
  if (manifest === undefined) return { picked: all, manifest }
  const folder = commonFolder(all.map(({ path }) => path))
  const papers = all.filter(({ path }) => path !== own)
  return { picked: papers.map(({ path, file }) => ({ path: path.slice(folder.length), file })), manifest }
}

/** Papers that were not taken, that took the place of others, or are at hand under another name: each kind in a sentence. */
function leftOut(taken: TakenPapers, before: DraftState['papers']): string[] {
  const known = new Map(Object.entries(before).map(([path, { sha256 }]) => [sha256, path]))
  const twice = Object.entries(taken.papers).flatMap(([path, { sha256 }]) => {
    const other = known.get(sha256)
    return other === undefined || other in taken.papers ? [] : [`${path} = ${other}`]
  })
  const replaced = Object.entries(taken.papers).flatMap(([path, { sha256 }]) =>
    (before[path]?.sha256 ?? sha256) === sha256 ? [] : [path],
  )
  const kinds: [Localized, readonly string[]][] = [
    [WORDS.papersReplaced, replaced],
    [WORDS.papersStamped, taken.stamped],
    [WORDS.papersArchives, taken.archives],
    [WORDS.papersUnreadable, taken.unreadable],
    [WORDS.papersEmpty, taken.empty],
    [WORDS.papersTwice, twice],
  ]
  return kinds.flatMap(([words, names]) => (names.length === 0 ? [] : [say(words, { names: names.join('; ') })]))
}

/** The person stopped sending or reading; what was sent stays. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/** How reading stands, as the service tells it. */
type Reading =
  | { state: 'reading'; of: 'reading' | 'scans'; done: number; total: number }
  | { state: 'read'; id: string; draft: ReadPapers }
  | { state: 'lacking'; papers: string[] }
  | { state: 'refused'; message: string }
  | { state: 'gone' }
