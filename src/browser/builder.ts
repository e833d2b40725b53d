import type { Localized } from '../core/errors.ts'
import { DRAFT_SEND_PATH, MANIFEST_WORKBOOK_PATH } from '../core/paths.ts'
import type { PlannedSection } from '../dossier/form-plan.ts'
import { type DraftState, DraftSteps, draftOf, keptDraft, placeOf, rebased } from './builder/draft-steps.ts'
import type { Members } from './builder/field-value.ts'
import type { Editing } from './builder/field-view.ts'
import { LastWorkbook, namedIn, type OpenedManifest, openManifest, save } from './builder/files.ts'
import { formPlace, pathOf, pointerOf } from './builder/form-place.ts'
import { NoRoom, paperMeant } from './builder/papers.ts'
import { PapersView, Stopped } from './builder/papers-view.ts'
import { FormProblems, nameOfPlace } from './builder/problems.ts'
import { rememberPlaces, type SectionView, sectionView } from './builder/section-view.ts'
import { differences, type News, ServiceDraft, withLater, withWorkbook } from './builder/service-draft.ts'
import { BUILDER_WORDS as WORDS } from './builder/words.ts'
import { checkManifest, Lost, type ManifestProblem, OtherAgency, post, SignedOut } from './shared/ask.ts'
import { element, make, pageData, say, show, sizeText } from './shared/elements.ts'
import { fromDrop, fromInput, pack, withoutLitter } from './upload/files.ts'
import { GaveUp, NotTaken } from './upload/send.ts'

interface Settings {
  csrf: string
  agency: string
  sections: readonly PlannedSection[]
  /** What every manifest of the agency says. */
  start: Members
}

const settings = pageData<Settings>('builder-settings')
const device = keptDraft(settings.agency)
const lastWorkbook = new LastWorkbook(settings.agency)
const form = element('builder-sections', HTMLElement)
const status = element('builder-status', HTMLElement)
const notes = element('builder-notes', HTMLUListElement)
const nextButton = element('builder-next', HTMLButtonElement)
const undoButton = element('builder-undo', HTMLButtonElement)
const redoButton = element('builder-redo', HTMLButtonElement)
const kept = device.read()
const steps = new DraftSteps(kept ?? draftOf(settings.start))
const service = new ServiceDraft(settings)
let views: SectionView[] = []
let papers: PapersView | undefined
let grouped: { open: readonly object[]; by: Map<string, string[]> } | undefined

const editing: Editing = {
  get draft() {
    return steps.state
  },
  change(path, make, typing) {
    const mine = steps.state
    if (takeNews()) {
      const moved = rebased(mine, steps.state, path)
      steps.take(make(moved.draft, moved.path))
      redraw()
    } else steps.take(make(mine, path), typing)
    keep()
  },
  settle: () => steps.settle(),
  sourcesOf: (path, value) =>
    papers?.sources?.of(path, value, steps.state.confirmed, (page) => say(WORDS.page, { n: page })) ?? [],
  openIn: (section) => openBySection().get(placeOf(section)) ?? [],
  async takePapers(items) {
    const picked = await fromDrop(items)
    await attempt(async () => void (await papers?.add(picked)))()
    return picked.map(({ path }) => path).find((path) => steps.state.papers[path] !== undefined)
  },
}

const problems = new FormProblems(element('builder-problems', HTMLUListElement), form, settings.sections, editing)
redraw()
show(nextButton, false)
if (kept) report(say(WORDS.found))
papers = new PapersView({ asking: settings, draft: () => steps.state, take: takeWhole, report }, attempt)
tellOpen()
void attempt(follow)()
openLinked()
addEventListener('hashchange', openLinked)

/** Values that wait to be confirmed, by the place of their section; put in order once for each state of the draft. */
function openBySection(): Map<string, string[]> {
  const open = papers?.openOf(steps.state) ?? []
  if (grouped?.open === open) return grouped.by
  const by = new Map<string, string[]>()
  for (const { pointer, id } of open) {
    const place = formPlace(pathOf(pointer), settings.sections)
    const name = placeOf(place?.section.at ?? [])
    by.set(name, [...(by.get(name) ?? []), id])
  }
  grouped = { open, by }
  return by
}

/** Opens the field that the address names: from a verdict people come to what is to be done. */
function openLinked(): void {
  const pointer = decodeURIComponent(location.hash.slice(1))
  if (!pointer.startsWith('/') || !problems.open(pointer)) return
  const isEmpty = JSON.stringify(steps.state.manifest) === JSON.stringify(settings.start)
  if (isEmpty) report(say(WORDS.linkedEmpty))
}

/** Takes a change of the whole draft in: from papers, or from what a colleague saved. */
function takeWhole(next: DraftState): void {
  steps.take(next)
  redraw()
  keep()
}

/** Brings the draft up to what the agency saved with the service. */
async function follow(): Promise<void> {
  const hasOwn = JSON.stringify(steps.state) !== JSON.stringify(draftOf(settings.start))
  const mine = steps.state
  const news = await service.open(hasOwn ? mine : undefined)
  if (news) takeNewsOf(news, mine)
}

/** @param sent what stood here when they were asked for; what was written since stays */
function takeNewsOf({ draft, by, both }: News, sent: DraftState): void {
  takeNews()
  takeWhole(withLater(sent, steps.state, draft))
  // In the notes too: the line below soon tells of saving.
  const told = both.length > 0 ? [say(WORDS.colleagueBoth, { places: both.join('; ') })] : []
  report(say(WORDS.colleague, { by }), [say(WORDS.colleague, { by }), ...told])
}

let saving: ReturnType<typeof setTimeout> | undefined
/** After the last change for so long the draft is saved with the service. */
const SAVE_AFTER_MS = 2_000

function saveSoon(): void {
  clearTimeout(saving)
  saving = setTimeout(() => void keepWithService(), SAVE_AFTER_MS)
}

/** Saves with the service; without a line it is tried again with the next change, and the device has it meanwhile. */
async function keepWithService(): Promise<void> {
  try {
    let mine = steps.state
    const done = await service.save(() => {
      if (takeNews()) redraw()
      mine = steps.state
      return mine
    })
    if (done === 'same') return
    if ('news' in done) return takeNewsOf(done.news, mine)
    status.textContent = say(WORDS.saved)
  } catch (error) {
    if (error instanceof Lost || error instanceof SignedOut || error instanceof OtherAgency)
      status.textContent = say(WORDS.savedHere)
    else throw error
  }
}

/** How many values wait to be confirmed, and the way to the next. */
function tellOpen(): void {
  const open = papers?.openOf(steps.state) ?? []
  const toConfirm = element('builder-confirm', HTMLButtonElement)
  show(toConfirm, open.length > 0)
  toConfirm.textContent = say(WORDS.confirmNext, { n: open.length })
}

/** Takes in what another tab has written; false where nothing new is there. */
function takeNews(): boolean {
  const news = device.news()
  if (news === undefined) return false
  steps.take(news.kept ?? draftOf(settings.start))
  return true
}

function redraw(): void {
  const drawAgain = rememberPlaces(form)
  views = settings.sections.map((section) => sectionView(section, settings.sections, editing))
  form.replaceChildren(...views.map(({ element: view }) => view))
  drawAgain()
  tellSteps()
}

function tellSteps(): void {
  undoButton.disabled = !steps.canUndo
  redoButton.disabled = !steps.canRedo
}

/** Keeps the draft on the device as it is now, and brings the headings up to it. */
function keep(): void {
  for (const view of views) view.refresh()
  tellSteps()
  papers?.refresh()
  tellOpen()
  saveSoon()
  try {
    device.keep(steps.state)
    status.textContent = say(WORDS.kept)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    report(say(WORDS.notKept))
  }
}

/** Goes a step back or forth, from the newest that any tab has written. */
function go(move: () => boolean, told: Localized): void {
  const isNew = takeNews()
  // What another tab wrote is shown even where there is no step to go.
  if (!move() && !isNew) return
  redraw()
  keep()
  report(say(told))
}

const asJson = () => new Blob([`${JSON.stringify(steps.state.manifest, null, 2)}\n`], { type: 'application/json' })

/** Files that the manifest names and that are not among the papers, where there are any. */
function filesAbsent(): ManifestProblem[] {
  const there = Object.keys(steps.state.papers)
  if (there.length === 0) return []
  const absent = namedIn(settings.sections, steps.state.manifest).filter(({ name }) => !there.includes(name))
  return absent.map(({ at, name }) => {
    const near = paperMeant(there, name)
    const expected = near === undefined ? say(WORDS.paperLacking) : say(WORDS.paperNearIs, { name: near })
    return { pointer: pointerOf(at), text: expected, section: name, expected }
  })
}

/** @returns whether nothing is to be put right */
async function check(): Promise<boolean> {
  const found = await checkManifest('manifest.json', asJson(), settings, true)
  const wrong = [...(found?.ok === false ? found.problems : []), ...filesAbsent()]
  problems.tell(wrong)
  show(nextButton, problems.count > 0)
  if (problems.count > 0) {
    problems.next()
    report(say(WORDS.wrong, { n: problems.count }))
  } else report(found?.ok === false ? found.message : say(WORDS.right), found?.ok ? found.notes : [])
  return problems.count === 0 && found?.ok !== false
}

/** Hands the dossier in: the service has the papers and writes the bundle itself. */
async function send(): Promise<void> {
  if (Object.keys(steps.state.papers).length === 0 && !confirm(say(WORDS.sendWithout))) return
  const absent = filesAbsent().length
  const isRight = await check()
  if (!isRight && (problems.count > absent || !confirm(say(WORDS.sendLacking, { n: absent })))) return
  report(say(WORDS.sending))
  await keepWithService()
  const { manifest, papers: own } = steps.state
  const answer = await post(DRAFT_SEND_PATH, JSON.stringify({ manifest, papers: own }), settings)
  const told = await answer.json()
  if (answer.ok) location.assign(told.next)
  else if (told.kind === 'lacking') report(say(WORDS.papersGone, { names: told.papers.join('; ') }))
  else if (told.kind === 'too-large') report(say(WORDS.tooLarge, { size: sizeText(told.bytes) }))
  else report(told.detail ?? say(WORDS.failed, { reason: answer.status }))
}

async function saveWorkbook(): Promise<void> {
  const answer = await post(MANIFEST_WORKBOOK_PATH, asJson(), settings)
  if (!answer.ok) return void (await check())
  lastWorkbook.keep(steps.state.manifest)
  save(await answer.blob(), 'ho-so.xlsx')
}

async function saveZip(): Promise<void> {
  const chosen = withoutLitter(fromInput(element('builder-files', HTMLInputElement).files ?? []))
  const own = { path: 'manifest.json', file: new File([asJson()], 'manifest.json') }
  const zip = await pack([own, ...chosen], () => undefined, new AbortController().signal)
  save(zip, 'ho-so.zip')
  const there = new Set(chosen.map(({ path }) => path))
  const lacking = namedIn(settings.sections, steps.state.manifest)
    .map(({ name }) => name)
    .filter((path) => !there.has(path))
  report(
    say(WORDS.zipped, { size: sizeText(zip.size) }),
    lacking.length === 0 ? [] : [say(WORDS.filesLacking, { names: lacking.join(', ') })],
  )
}

async function open(): Promise<void> {
  const file = element('builder-open', HTMLInputElement).files?.[0]
  if (file === undefined) return
  const opened = await openManifest(file, settings)
  if (opened === undefined) return report(say(WORDS.notOpened, { name: file.name }))
  if (opened.isWorkbook) return takeWorkbook(file.name, opened)
  takeWhole({ ...steps.state, manifest: opened.manifest, putAway: {}, stated: [] })
  report(say(WORDS.opened, { name: file.name }))
}

/** Places of the form that are told by name at once. */
const TOLD = 12

/** Takes the changes of a workbook in cell by cell, and tells which. */
function takeWorkbook(name: string, { manifest: back, problems: unclear }: OpenedManifest): void {
  takeNews()
  const before = steps.state.manifest
  const places = unclear.flatMap(({ pointer }) => (pointer ? [pointer.slice(1)] : []))
  const { manifest, both } = withWorkbook(lastWorkbook.read(), before, back, places)
  const changed = differences(before, manifest)
  lastWorkbook.keep(back)
  if (changed.length > 0) takeWhole({ ...steps.state, manifest })
  const names = (some: readonly string[]) =>
    [...new Set(some.map((place) => nameOfPlace(formPlace(pathOf(`/${place}`), settings.sections))))]
      .slice(0, TOLD)
      .join('; ')
  report(say(changed.length === 0 ? WORDS.workbookSame : WORDS.workbookTaken, { name, n: changed.length }), [
    ...(changed.length === 0 ? [] : [say(WORDS.workbookChanged, { places: names(changed) })]),
    ...(both.length === 0 ? [] : [say(WORDS.workbookBoth, { places: names(both) })]),
    ...unclear.map(({ text }) => text),
  ])
}

async function clear(): Promise<void> {
  if (!confirm(say(WORDS.clearSure))) return
  steps.take(draftOf(settings.start))
  redraw()
  papers?.refresh()
  tellOpen()
  device.clear()
  clearTimeout(saving)
  await service.erase()
  report(say(WORDS.cleared))
}

function report(text: string, places: readonly string[] = []): void {
  status.textContent = text
  notes.replaceChildren(...places.map((place) => make('li', {}, [place])))
  show(notes, places.length > 0)
}

/** Does something; however it ends, the page says so and the draft is kept. */
function attempt(step: () => unknown): () => Promise<void> {
  return async () => {
    try {
      await step()
    } catch (error) {
      report(ended(error))
    }
  }
}

function ended(error: unknown): string {
  if (error instanceof SignedOut) return say(WORDS.signedOut)
  if (error instanceof Lost || error instanceof GaveUp) return say(WORDS.lost)
  if (error instanceof Stopped) return say(WORDS.stopped)
  if (error instanceof NoRoom) return error.message
  if (error instanceof OtherAgency) return say(WORDS.otherAgency, { code: error.message })
  if (error instanceof NotTaken) return say(WORDS.notTaken, { reason: error.message })
  return say(WORDS.failed, { reason: error instanceof Error ? error.message : String(error) })
}

nextButton.addEventListener('click', () => problems.next())
undoButton.addEventListener('click', () => go(() => steps.undo(), WORDS.undone))
redoButton.addEventListener('click', () => go(() => steps.redo(), WORDS.redone))
document.addEventListener('keydown', (event) => {
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
  // The browser's own undo knows single boxes only; what is not of the draft (a table being pasted) is left to it.
  if (event.target instanceof HTMLElement && event.target.closest('.paste')) return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) go(() => steps.redo(), WORDS.redone)
  else go(() => steps.undo(), WORDS.undone)
})
device.onNews(() => {
  if (!takeNews()) return
  redraw()
  report(say(WORDS.otherTab))
})

const onClick = (id: string, step: () => unknown) =>
  element(id, HTMLButtonElement).addEventListener('click', attempt(step))
onClick('builder-check', check)
onClick('builder-json', () => save(asJson(), 'manifest.json'))
onClick('builder-xlsx', saveWorkbook)
onClick('builder-zip', saveZip)
onClick('builder-clear', clear)
onClick('builder-send', send)
onClick('builder-confirm', () => {
  const [next] = papers?.openOf(steps.state) ?? []
  if (next !== undefined) problems.open(next.pointer)
})
element('builder-open', HTMLInputElement).addEventListener('change', attempt(open))
