import { MANIFEST_OPENED_PATH, MANIFEST_WORKBOOK_PATH } from '../core/paths.ts'
import type { PlannedSection } from '../dossier/form-plan.ts'
import { at, isMembers, type Members } from './builder/field-value.ts'
import { sectionView } from './builder/section-view.ts'
import { BUILDER_WORDS as WORDS } from './builder/words.ts'
import { type Asking, checkManifest, Lost, post, SignedOut } from './shared/ask.ts'
import { Draft } from './shared/draft.ts'
import { element, make, pageData, say, show, sizeText } from './shared/elements.ts'
import { fromInput, pack, withoutLitter } from './upload/files.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The manifest in a file, JSON or the workbook, as far as it is one at all; undefined where it is none.
 * @throws SignedOut; Lost
 */
export async function openManifest(file: File, asking: Asking): Promise<Members | undefined> {
  const value = /\.xlsx$/i.test(file.name) ? await fromWorkbook(file, asking) : fromJson(await file.text())
  return isMembers(value) && isMembers(value.agency) ? value : undefined
}

async function fromWorkbook(file: File, asking: Asking) {
  const answer = await post(MANIFEST_OPENED_PATH, file.slice(0, file.size, XLSX), asking)
  return answer.ok ? answer.json() : undefined
}

function fromJson(text: string) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** The files that a manifest names, as its sections have them. */
export function namedIn(sections: readonly PlannedSection[], root: Members): string[] {
  return [...new Set(sections.flatMap((section) => namedInSection(section, root)))]
}

function namedInSection(section: PlannedSection, root: Members): string[] {
  const stated = section.at.length === 0 ? root : at(root, section.at)
  const objects = (Array.isArray(stated) ? stated : [stated]).filter(isMembers)
  const paths = section.fields.filter(({ kind }) => kind === 'path')
  return objects.flatMap((object) => [
    ...paths.map(({ key }) => at(object, key.split('.'))).filter((path) => typeof path === 'string'),
    ...namedIn(section.parts, object),
  ])
}

/** How long a browser may take to begin a download. */
const HELD_MS = 60_000

/** Gives a file to the person, under a name. */
export function save(content: Blob, name: string): void {
  const href = URL.createObjectURL(content)
  make('a', { href, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(href), HELD_MS)
}

interface Settings {
  csrf: string
  agency: string
  sections: readonly PlannedSection[]
  /** What every manifest of the agency says. */
  start: Members
}

const settings = pageData<Settings>('builder-settings')
const draft = new Draft(settings.agency)
const form = element('builder-sections', HTMLElement)
const status = element('builder-status', HTMLElement)
const problems = element('builder-problems', HTMLUListElement)
const kept = draft.read()
let manifest = kept ?? structuredClone(settings.start)

draw()
if (kept) report(say(WORDS.found))

function draw(): void {
  form.replaceChildren(...settings.sections.map((section) => sectionView(section, manifest, keep)))
}

function keep(): void {
  try {
    draft.keep(manifest)
    report(say(WORDS.kept))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    report(say(WORDS.notKept))
  }
}

const asJson = () => new Blob([`${JSON.stringify(manifest, null, 2)}\n`], { type: 'application/json' })

async function check(): Promise<void> {
  const found = await checkManifest('manifest.json', asJson(), settings)
  if (found?.ok === false)
    report(
      found.message,
      found.problems.map(({ text }) => text),
    )
  else report(say(WORDS.right), found?.notes)
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
  const lacking = namedIn(settings.sections, manifest).filter((path) => !there.has(path))
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
  manifest = opened
  draw()
  keep()
  report(say(WORDS.opened, { name: file.name }))
}

async function clear(): Promise<void> {
  if (!confirm(say(WORDS.clearSure))) return
  draft.clear()
  manifest = structuredClone(settings.start)
  draw()
  report(say(WORDS.cleared))
}

function report(text: string, places: readonly string[] = []): void {
  status.textContent = text
  problems.replaceChildren(...places.map((place) => make('li', {}, [place])))
  show(problems, places.length > 0)
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

const onClick = (id: string, step: () => void | Promise<void>) =>
  element(id, HTMLButtonElement).addEventListener('click', attempt(step))
onClick('builder-check', check)
onClick('builder-json', () => save(asJson(), 'manifest.json'))
onClick('builder-xlsx', saveWorkbook)
onClick('builder-zip', saveZip)
onClick('builder-clear', clear)
element('builder-open', HTMLInputElement).addEventListener('change', attempt(open))
