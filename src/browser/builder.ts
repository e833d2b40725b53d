import type { Localized } from '../core/errors.ts'
import { MANIFEST_WORKBOOK_PATH } from '../core/paths.ts'
import type { PlannedSection } from '../dossier/form-plan.ts'
import { DraftSteps, draftOf, type Editing, rebased } from './builder/draft-steps.ts'
import type { Members } from './builder/field-value.ts'
import { namedIn, openManifest, save } from './builder/files.ts'
import { FormProblems } from './builder/problems.ts'
import { rememberPlaces, type SectionView, sectionView } from './builder/section-view.ts'
import { BUILDER_WORDS as WORDS } from './builder/words.ts'
import { checkManifest, Lost, post, SignedOut } from './shared/ask.ts'
import { Draft } from './shared/draft.ts'
import { element, make, pageData, say, show, sizeText } from './shared/elements.ts'
import { fromInput, pack, withoutLitter } from './upload/files.ts'

interface Settings {
  csrf: string
  agency: string
  sections: readonly PlannedSection[]
  /** What every manifest of the agency says. */
  start: Members
}

const settings = pageData<Settings>('builder-settings')
const device = new Draft(settings.agency)
const form = element('builder-sections', HTMLElement)
const status = element('builder-status', HTMLElement)
const notes = element('builder-notes', HTMLUListElement)
const nextButton = element('builder-next', HTMLButtonElement)
const undoButton = element('builder-undo', HTMLButtonElement)
const redoButton = element('builder-redo', HTMLButtonElement)
const kept = device.read()
const steps = new DraftSteps(kept ?? draftOf(settings.start))
let views: SectionView[] = []

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
}

const problems = new FormProblems(element('builder-problems', HTMLUListElement), form, settings.sections, editing)
redraw()
show(nextButton, false)
if (kept) report(say(WORDS.found))

/** Takes in what another tab has written; false where nothing new is there. */
function takeNews(): boolean {
  const news = device.news()
  if (news === undefined) return false
  steps.take(news.draft ?? draftOf(settings.start))
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
  try {
    device.keep(steps.state)
    report(say(WORDS.kept))
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

async function check(): Promise<void> {
  const found = await checkManifest('manifest.json', asJson(), settings, true)
  const wrong = found?.ok === false ? found.problems : []
  problems.tell(wrong)
  show(nextButton, problems.count > 0)
  if (problems.count > 0) {
    problems.next()
    report(say(WORDS.wrong, { n: problems.count }))
  } else report(found?.ok === false ? found.message : say(WORDS.right), found?.ok ? found.notes : [])
}

async function saveWorkbook(): Promise<void> {
  const answer = await post(MANIFEST_WORKBOOK_PATH, asJson(), settings)
  if (answer.ok) save(await answer.blob(), 'ho-so.xlsx')
  else await check()
}

async function saveZip(): Promise<void> {
  const chosen = withoutLitter(fromInput(element('builder-files', HTMLInputElement).files ?? []))
  const own = { path: 'manifest.json', file: new File([asJson()], 'manifest.json') }
  const zip = await pack([own, ...chosen], () => undefined, new AbortController().signal)
  save(zip, 'ho-so.zip')
  const there = new Set(chosen.map(({ path }) => path))
  const lacking = namedIn(settings.sections, steps.state.manifest).filter((path) => !there.has(path))
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
  steps.take(draftOf(opened))
  redraw()
  keep()
  report(say(WORDS.opened, { name: file.name }))
}

async function clear(): Promise<void> {
  if (!confirm(say(WORDS.clearSure))) return
  steps.take(draftOf(settings.start))
  redraw()
  device.clear()
  report(say(WORDS.cleared))
}

function report(text: string, places: readonly string[] = []): void {
  status.textContent = text
  notes.replaceChildren(...places.map((place) => make('li', {}, [place])))
  show(notes, places.length > 0)
}

/** Does something; however it ends, the page says so and the draft is kept. */
const attempt = (step: () => void | Promise<void>) => async () => {
  try {
    await step()
  } catch (error) {
    if (error instanceof SignedOut) report(say(WORDS.signedOut))
    else if (error instanceof Lost) report(say(WORDS.lost))
    else report(say(WORDS.failed, { reason: error instanceof Error ? error.message : String(error) }))
  }
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

const onClick = (id: string, step: () => void | Promise<void>) =>
  element(id, HTMLButtonElement).addEventListener('click', attempt(step))
onClick('builder-check', check)
onClick('builder-json', () => save(asJson(), 'manifest.json'))
onClick('builder-xlsx', saveWorkbook)
onClick('builder-zip', saveZip)
onClick('builder-clear', clear)
element('builder-open', HTMLInputElement).addEventListener('change', attempt(open))
