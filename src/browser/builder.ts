import { DRAFT_SEND_PATH, MANIFEST_WORKBOOK_PATH } from '../core/paths.ts'
import type { PlannedSection } from '../dossier/form-plan.ts'
import { DraftKeeper, signInLink } from './builder/draft-keeper.ts'
import { placeOf } from './builder/draft-steps.ts'
import type { Members, Path } from './builder/field-value.ts'
import type { Editing } from './builder/field-view.ts'
import { filesAbsent, LastWorkbook, namedIn, type OpenedManifest, openManifest, save } from './builder/files.ts'
import { formPlace, pathOf } from './builder/form-place.ts'
import { NoRoom } from './builder/papers.ts'
import { PapersView, Stopped } from './builder/papers-view.ts'
import { FormProblems, nameOfPlace } from './builder/problems.ts'
import { rememberPlaces, type SectionView, sectionView } from './builder/section-view.ts'
import { differences, withWorkbook } from './builder/service-draft.ts'
import { BUILDER_WORDS as WORDS } from './builder/words.ts'
import { checkManifest, Lost, OtherAgency, post, SignedOut } from './shared/ask.ts'
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
const lastWorkbook = new LastWorkbook(settings.agency)
const form = element('builder-sections', HTMLElement)
const status = element('builder-status', HTMLElement)
const notes = element('builder-notes', HTMLUListElement)
const nextButton = element('builder-next', HTMLButtonElement)
const sendButton = element('builder-send', HTMLButtonElement)
let views: SectionView[] = []
let papers: PapersView | undefined
let grouped: { open: readonly object[]; by: Map<string, string[]> } | undefined

const keeper = new DraftKeeper(settings, settings.start, {
  redraw,
  refresh,
  report,
  tellKept: (text) => {
    status.textContent = text
  },
  nameOf,
})

const editing: Editing = {
  get draft() {
    return keeper.state
  },
  change: (path, change, typing) => keeper.change(path, change, typing),
  settle: () => keeper.steps.settle(),
  sourcesOf: (path, value) =>
    papers?.sources?.of(path, value, keeper.state.confirmed, (page) => say(WORDS.page, { n: page })) ?? [],
  openIn: (section) => openBySection().get(placeOf(section)) ?? [],
  async takePapers(items) {
    const picked = await fromDrop(items)
    await attempt(async () => void (await papers?.add(picked)))()
    return picked.map(({ path }) => path).find((path) => keeper.state.papers[path] !== undefined)
  },
}

const problems = new FormProblems(element('builder-problems', HTMLUListElement), form, settings.sections, editing)
redraw()
show(nextButton, false)
if (keeper.wasKept) report(say(WORDS.found))
papers = new PapersView(
  {
    asking: settings,
    draft: () => keeper.state,
    take: (next) => keeper.take(next),
    redraw: () => {
      redraw()
      refresh()
    },
    isSure,
    open: openFile,
    report,
  },
  attempt,
)
tellOpen()
void attempt(() => keeper.follow())()
openLinked()
addEventListener('hashchange', openLinked)

/** Values that wait to be confirmed, by the place of their section; put in order once for each state of the draft. */
function openBySection(): Map<string, string[]> {
  const open = papers?.openOf(keeper.state) ?? []
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

function nameOf(path: Path): string {
  return nameOfPlace(formPlace(path, settings.sections))
}

/** Opens the field that the address names: from a verdict people come to what is to be done. */
function openLinked(): void {
  const pointer = decodeURIComponent(location.hash.slice(1))
  if (!pointer.startsWith('/') || !problems.open(pointer)) return
  if (keeper.isBlank) report(say(WORDS.linkedEmpty))
}

/** Before what is filled in gives way to something else, the person agrees. */
function isSure(name: string): boolean {
  return keeper.isBlank || confirm(say(WORDS.replaceSure, { name }))
}

/** How many values wait to be confirmed, and the way to the next. */
function tellOpen(): void {
  const open = papers?.openOf(keeper.state) ?? []
  const toConfirm = element('builder-confirm', HTMLButtonElement)
  show(toConfirm, open.length > 0)
  toConfirm.textContent = say(WORDS.confirmNext, { n: open.length })
}

function redraw(): void {
  const drawAgain = rememberPlaces(form)
  views = settings.sections.map((section) => sectionView(section, settings.sections, editing))
  form.replaceChildren(...views.map(({ element: view }) => view))
  drawAgain()
  tellSteps()
}

function refresh(): void {
  for (const view of views) view.refresh()
  tellSteps()
  papers?.refresh()
  tellOpen()
}

function tellSteps(): void {
  element('builder-undo', HTMLButtonElement).disabled = !keeper.steps.canUndo
  element('builder-redo', HTMLButtonElement).disabled = !keeper.steps.canRedo
}

const undo = () => keeper.go((steps) => steps.undo(), WORDS.undone)
const redo = () => keeper.go((steps) => steps.redo(), WORDS.redone)

const asJson = () => new Blob([`${JSON.stringify(keeper.state.manifest, null, 2)}\n`], { type: 'application/json' })

const absent = () => filesAbsent(settings.sections, keeper.state)

/** @returns whether nothing is to be put right */
async function check(): Promise<boolean> {
  const found = await checkManifest('manifest.json', asJson(), settings, true)
  const wrong = [...(found?.ok === false ? found.problems : []), ...absent()]
  problems.tell(wrong)
  show(nextButton, problems.count > 0)
  if (problems.count > 0) {
    problems.next()
    report(say(WORDS.wrong, { n: problems.count }))
  } else if (found?.ok === false) report(found.message)
  else report(say(found === undefined ? WORDS.unchecked : WORDS.right), found?.notes)
  return problems.count === 0 && found?.ok !== false
}

/** Hands the dossier in: the service has the papers and writes the bundle itself. Pressed twice, it is done once. */
async function send(): Promise<void> {
  if (sendButton.disabled) return
  sendButton.disabled = true
  try {
    await sendOnce()
  } finally {
    sendButton.disabled = false
  }
}

async function sendOnce(): Promise<void> {
  if (Object.keys(keeper.state.papers).length === 0 && !confirm(say(WORDS.sendWithout))) return
  const lacking = absent().length
  const isRight = await check()
  if (!isRight && (problems.count > lacking || !confirm(say(WORDS.sendLacking, { n: lacking })))) return
  report(say(WORDS.sending))
  await keeper.save()
  const { manifest, papers: own } = keeper.state
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
  lastWorkbook.keep(keeper.state.manifest)
  save(await answer.blob(), 'ho-so.xlsx')
}

async function saveZip(): Promise<void> {
  const chosen = withoutLitter(fromInput(element('builder-files', HTMLInputElement).files ?? []))
  const own = { path: 'manifest.json', file: new File([asJson()], 'manifest.json') }
  const zip = await pack([own, ...chosen], () => undefined, new AbortController().signal)
  save(zip, 'ho-so.zip')
  const there = new Set(chosen.map(({ path }) => path))
  const lacking = namedIn(settings.sections, keeper.state.manifest)
    .map(({ name }) => name)
    .filter((path) => !there.has(path))
  report(
    say(WORDS.zipped, { size: sizeText(zip.size) }),
    lacking.length === 0 ? [] : [say(WORDS.filesLacking, { names: lacking.join(', ') })],
  )
}

async function open(): Promise<void> {
  const input = element('builder-open', HTMLInputElement)
  const file = input.files?.[0]
  if (file !== undefined) await openFile(file)
  // Chosen again, the same file is opened again.
  input.value = ''
}

async function openFile(file: File): Promise<void> {
  const opened = await openManifest(file, settings)
  if (opened === undefined) return report(say(WORDS.notOpened, { name: file.name }))
  if (opened.isWorkbook) return takeWorkbook(file.name, opened)
  if (!isSure(file.name)) return
  // What is no value of the form, such as the format of the file, is never asked of a person.
  keeper.take({ ...keeper.state, manifest: { ...settings.start, ...opened.manifest }, putAway: {}, stated: [] })
  report(say(WORDS.opened, { name: file.name }))
}

/** Places of the form that are told by name at once. */
const TOLD = 12

/** Takes the changes of a workbook in cell by cell, and tells which. */
function takeWorkbook(name: string, { manifest: back, problems: unclear }: OpenedManifest): void {
  keeper.takeNews()
  const before = keeper.state.manifest
  const places = unclear.flatMap(({ pointer }) => (pointer ? [pointer.slice(1)] : []))
  const { manifest, both } = withWorkbook(lastWorkbook.read(), before, back, places)
  const changed = differences(before, manifest)
  lastWorkbook.keep(back)
  if (changed.length > 0) keeper.take({ ...keeper.state, manifest })
  const names = (some: readonly string[]) =>
    [...new Set(some.map((place) => nameOf(pathOf(`/${place}`))))].slice(0, TOLD).join('; ')
  report(say(changed.length === 0 ? WORDS.workbookSame : WORDS.workbookTaken, { name, n: changed.length }), [
    ...(changed.length === 0 ? [] : [say(WORDS.workbookChanged, { places: names(changed) })]),
    ...(both.length === 0 ? [] : [say(WORDS.workbookBoth, { places: names(both) })]),
    ...unclear.map(({ text }) => text),
  ])
}

async function clear(): Promise<void> {
  if (!confirm(say(WORDS.clearSure))) return
  await keeper.clear()
  report(say(WORDS.cleared))
}

function report(text: string, places: readonly (string | Node)[] = []): void {
  status.textContent = text
  notes.replaceChildren(...places.map((place) => make('li', {}, [place])))
  show(element('builder-told', HTMLElement), places.length > 0)
}

/** Does something; however it ends, the page says so and the draft is kept. */
function attempt(step: () => unknown): () => Promise<void> {
  return async () => {
    try {
      await step()
    } catch (error) {
      report(ended(error), error instanceof SignedOut ? [signInLink()] : [])
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

document.addEventListener('keydown', (event) => {
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
  // The browser's own undo knows single boxes only; what is not of the draft (a table being pasted) is left to it.
  if (event.target instanceof HTMLElement && event.target.closest('.paste')) return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) redo()
  else undo()
})

const onClick = (id: string, step: () => unknown) =>
  element(id, HTMLButtonElement).addEventListener('click', attempt(step))
onClick('builder-close', () => show(element('builder-told', HTMLElement), false))
onClick('builder-next', () => problems.next())
onClick('builder-undo', undo)
onClick('builder-redo', redo)
onClick('builder-check', check)
onClick('builder-json', () => save(asJson(), 'manifest.json'))
onClick('builder-xlsx', saveWorkbook)
onClick('builder-zip', saveZip)
onClick('builder-clear', clear)
onClick('builder-send', send)
onClick('builder-confirm', () => {
  const [next] = papers?.openOf(keeper.state) ?? []
  if (next !== undefined) problems.open(next.pointer)
})
element('builder-open', HTMLInputElement).addEventListener('change', attempt(open))
