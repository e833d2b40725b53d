import { DESK_TOKEN_PATH, HOME_PATH } from '../core/paths.ts'
import type { VisitItemId, VisitSheet } from '../dossier/visit.ts'
import { DraftSteps } from './builder/draft-steps.ts'
import { type Asking, Lost, OtherAgency, SignedOut } from './shared/ask.ts'
import { element, pageData, say, sizeText } from './shared/elements.ts'
import {
  type Followed,
  follow,
  isUnsent,
  type KeptVisit,
  keptVisit,
  mergedSheets,
  NOTHING,
  NotSaved,
  papersOf,
  saveVisit,
} from './visit/draft.ts'
import { headView } from './visit/head-view.ts'
import { hashOf, maskPhoto, putWaiting, sendWaiting, waitingHashes } from './visit/photos.ts'
import { type Editing, itemView, type VisitSettings } from './visit/view.ts'
import { VISIT_WORDS as WORDS } from './visit/words.ts'

const settings = pageData<VisitSettings>('visit-settings')
const asking: Asking = { csrf: settings.csrf, agency: settings.agency, tokenPath: DESK_TOKEN_PATH }
const { path } = settings
const device = keptVisit(path)
const place = element('visit-sheet', HTMLElement)
const status = element('visit-status', HTMLElement)
const undoButton = element('visit-undo', HTMLButtonElement)
const redoButton = element('visit-redo', HTMLButtonElement)
const found = device.read()
const steps = new DraftSteps<VisitSheet>(found?.sheet ?? NOTHING)
/** What this device and the service agreed on last. */
let agreed: Pick<KeptVisit, 'base' | 'version'> = { base: found?.base ?? NOTHING, version: found?.version ?? 0 }
let waiting: ReadonlySet<string> = new Set()
let isClosed = settings.isClosed

const keptNow = (): KeptVisit => ({ sheet: steps.state, ...agreed })

const editing: Editing = {
  settings,
  item: (id) => steps.state.items[id] ?? {},
  head: () => steps.state.head,
  change(id, next, typing) {
    takeNews()
    const item = next(steps.state.items[id] ?? {})
    take({ ...steps.state, items: { ...steps.state.items, [id]: item } }, id, typing)
  },
  changeHead(next, typing) {
    takeNews()
    take({ ...steps.state, head: next(steps.state.head) }, 'head', typing)
  },
  settle: () => steps.settle(),
  waits: (hash) => waiting.has(hash),
  addPaper: (id, file, where) => attempt(() => addPaper(id, file, where)),
}

/** Takes a change in; while it is being typed, the box stays as it is. */
function take(next: VisitSheet, part: VisitItemId | 'head', typing?: string): void {
  steps.take(next, typing)
  if (typing === undefined) redraw(part)
  keep()
}

undoButton.textContent = say(WORDS.undo)
redoButton.textContent = say(WORDS.redo)
drawAll()
void openOffline()
void attempt(async () => {
  await lookWaiting()
  await sync(true)
})

/** Takes in what another tab has written. */
function takeNews(): boolean {
  const news = device.news()?.kept
  if (news === undefined) return false
  agreed = { base: news.base, version: news.version }
  steps.take(news.sheet)
  drawAll()
  return true
}

/** Draws one part anew, with the cursor where it was. */
function redraw(part: VisitItemId | 'head'): void {
  const old = document.getElementById(`item-${part}`)
  if (!(old instanceof HTMLDetailsElement)) {
    drawAll()
    return
  }
  const active = document.activeElement?.id
  const shown = settings.items.find(({ id }) => id === part)
  const made = shown === undefined ? headView(editing) : itemView(shown, editing)
  made.open = old.open
  old.replaceWith(made)
  if (active) document.getElementById(active)?.focus()
}

function drawAll(): void {
  const open = new Set([...place.querySelectorAll('details[open]')].map(({ id }) => id))
  const active = document.activeElement?.id
  const parts = [headView(editing), ...settings.items.map((item) => itemView(item, editing))]
  for (const part of parts) part.open = open.has(part.id)
  place.replaceChildren(...parts)
  if (active) document.getElementById(active)?.focus()
}

/** Keeps the sheet on the device as it is now, and sends it soon. */
function keep(): void {
  undoButton.disabled = !steps.canUndo
  redoButton.disabled = !steps.canRedo
  try {
    device.keep(keptNow())
    status.textContent = say(WORDS.keptHere)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    status.textContent = say(WORDS.notKept)
  }
  sendSoon()
}

let sending: ReturnType<typeof setTimeout> | undefined
/** After the last change for so long the sheet is sent. */
const SEND_AFTER_MS = 1_500
/** After a try without a line the next comes by itself. */
const AGAIN_AFTER_MS = 15_000

function sendSoon(after = SEND_AFTER_MS): void {
  clearTimeout(sending)
  sending = setTimeout(() => void attempt(() => sync(false)), after)
}

let last: Promise<void> = Promise.resolve()

/** One after the other, over all tabs of the device: else a save meets one of its own, and takes it for a colleague's. */
function sync(isFirst: boolean): Promise<void> {
  const act = () => (isFirst ? followed(() => follow(path, keptNow())) : sendAll())
  if ('locks' in navigator) return navigator.locks.request(`visit ${path}`, act)
  last = last.then(act, act)
  return last
}

async function sendAll(): Promise<void> {
  takeNews()
  if (isClosed) return
  for (let tries = 0; tries < 4 && isUnsent(keptNow()); tries++) {
    await sendWaiting(path, papersOf(steps.state), asking)
    await followed(() => saveVisit(path, keptNow(), asking))
  }
  await lookWaiting()
  if (!isUnsent(keptNow())) tell(say(WORDS.sent))
}

/** Does something with the service, and takes in what came of it; what was written meanwhile stays. */
async function followed(act: () => Promise<Followed>): Promise<void> {
  const asked = steps.state
  const { sheet, base, version, by, both, signed } = await act()
  const now = steps.state
  agreed = { base, version }
  if (sheet !== asked) {
    steps.take(now === asked ? sheet : mergedSheets(asked, now, sheet).sheet)
    drawAll()
  }
  if (signed !== undefined) close()
  keepQuietly()
  if (by !== undefined) news = say(WORDS.newsBy, { by: by || say(WORDS.colleague) })
  if (both.length > 0) news = `${news} ${say(WORDS.newsBoth, { n: both.length })}`.trim()
  tell(say(isUnsent(keptNow()) ? WORDS.keptHere : WORDS.sent))
  if (isUnsent(keptNow()) && !isClosed) sendSoon()
}

/** Of a colleague: told until somebody writes again. */
let news = ''
function tell(text: string): void {
  status.textContent = [news, text].filter((one) => one !== '').join(' ')
}

function keepQuietly(): void {
  try {
    device.keep(keptNow())
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    status.textContent = say(WORDS.notKept)
  }
}

/** The minutes were signed: nothing is written any more, and the device need keep nothing that the service has. */
function close(): void {
  if (!isClosed) {
    isClosed = true
    settings.isClosed = true
    drawAll()
    tell(say(WORDS.closed))
  }
  if (!isUnsent(keptNow())) {
    device.clear()
    void forgetPage()
  }
}

async function lookWaiting(): Promise<void> {
  const before = waiting
  waiting = await waitingHashes(path)
  if (before.size !== waiting.size) drawAll()
}

/** Keeps a photo, once what is to be hidden on it was blackened, or a PDF, on the device; it is sent with the sheet. */
async function addPaper(id: VisitItemId, file: File, where: HTMLElement): Promise<void> {
  const { papersOfItem, paperBytes } = settings.limits
  if ((editing.item(id).papers ?? []).length >= papersOfItem) return tell(say(WORDS.manyPapers, { n: papersOfItem }))
  const kept = await asKept(file, where)
  if (kept === undefined) return
  if (kept.blob.size > paperBytes) return tell(say(WORDS.largePaper, { name: file.name, most: sizeText(paperBytes) }))
  const sha256 = await hashOf(kept.blob)
  await putWaiting(path, sha256, kept.blob)
  waiting = new Set([...waiting, sha256])
  const paper = {
    sha256,
    bytes: kept.blob.size,
    name: kept.name.slice(0, 200),
    ...(kept.masked && { masked: true as const }),
  }
  editing.change(id, (now) => {
    const others = (now.papers ?? []).filter((one) => one.sha256 !== sha256)
    return { ...now, papers: [...others, paper] }
  })
}

async function asKept(
  file: File,
  where: HTMLElement,
): Promise<{ blob: Blob; name: string; masked: boolean } | undefined> {
  const head = new Uint8Array(await file.slice(0, 5).arrayBuffer())
  if (String.fromCharCode(...head) === '%PDF-')
    return { blob: file.slice(0, file.size, 'application/pdf'), name: file.name, masked: false }
  try {
    const photo = await maskPhoto(file, where)
    return photo && { ...photo, name: `${file.name.replace(/\.[^.]{1,5}$/, '')}.jpg` }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    status.textContent = say(WORDS.badPaper, { name: file.name })
    return undefined
  }
}

/** Does something; however it ends, the page says so, and what was written is kept. */
async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    tell(ended(error))
    if (isUnsent(keptNow()) && !isClosed) sendSoon(AGAIN_AFTER_MS)
  }
}

function ended(error: unknown): string {
  if (error instanceof Lost) return say(WORDS.offline)
  if (error instanceof SignedOut) return say(WORDS.signedOut)
  if (error instanceof OtherAgency) return say(WORDS.otherCaller, { code: error.message })
  if (error instanceof NotSaved) return say(WORDS.notSaved, { reason: error.message })
  return say(WORDS.failed, { reason: error instanceof Error ? error.message : String(error) })
}

/** The cache in which the script beside the pages keeps sheets that were opened. */
const PAGES = 'visits-1'

/** Makes the sheet open again without a line; where the page does not come by https, browsers do not offer it. */
async function openOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || isClosed) return
  // Of the whole site, since signing out is no page of the desk.
  await navigator.serviceWorker.register(settings.worker, { scope: HOME_PATH, type: 'module' })
  const cache = await caches.open(PAGES)
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
  const assets = [...new Set(loaded)].filter((name) => name.startsWith('/assets/'))
  for (const one of [path, ...assets]) if (!(await cache.match(one))) await cache.add(one).catch(() => undefined)
}

async function forgetPage(): Promise<void> {
  if (!('caches' in globalThis)) return
  await (await caches.open(PAGES)).delete(path)
}

function go(move: () => boolean): void {
  takeNews()
  if (!move()) return
  drawAll()
  keep()
}

undoButton.addEventListener('click', () => go(() => steps.undo()))
redoButton.addEventListener('click', () => go(() => steps.redo()))
undoButton.disabled = true
redoButton.disabled = true
device.onNews(() => {
  takeNews()
  if (isUnsent(keptNow())) sendSoon()
})
addEventListener('online', () => sendSoon(0))
