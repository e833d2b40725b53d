import type * as z from 'zod'
import { type Localized, type Problem, withValues } from '../../core/errors.ts'
import { toPointer } from '../../core/json.ts'
import { schemaAt } from '../../core/schemas.ts'
import type { Notice } from '../../dossier/dossier.ts'
import { type Manifest, manifest, manifest as manifestSchema } from '../../dossier/manifest.ts'
import type { ReadOptions } from '../container.ts'
import { shownValue } from '../display.ts'
import { Deadline } from '../limits.ts'
import { tooLong } from '../manifest/expected.ts'
import { cleanData } from '../manifest/source-text.ts'
import { hiddenRemoved } from '../notices.ts'
import { MANIFEST_REFUSALS } from '../refusals/manifest.ts'
import { Refusal } from '../refusals/refusal.ts'
import { SheetUnreadable } from '../sheet.ts'
import { WORKBOOK_TEXTS } from '../words.ts'
import { openWorkbook, type WorkbookSheet } from '../xlsx/workbook.ts'
import { type Gathered, sectionValue } from './entries.ts'
import type { Field, Section } from './layout/section.ts'
import { fieldPath, formOf, partsOf, SECTIONS } from './layout/sections.ts'
import { inOrder, SheetPlaces, SheetProblems, type Tab } from './tab.ts'
import { openTabs } from './tabs.ts'
import { wanted } from './values.ts'

/**
 * The manifest (Bảng kê hồ sơ) that a workbook made from the template holds, checked as one written in JSON is.
 * @param name of the file, as it is told
 * @throws Refusal with every problem and its sheet and cell; `read-timeout` when time is over
 */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<{ manifest: Manifest; notices: readonly Notice[] }> {
  const { checked, gathered } = await stated(bytes, name, options)
  const { listed, count } = gathered.problems
  if (checked.success && count === 0) return { manifest: checked.data, notices: gathered.notices }
  const met = { entry: name, found: String(count), problems: inOrder(listed) }
  throw new Refusal('manifest-invalid', MANIFEST_REFUSALS['manifest-invalid'], met)
}

/**
 * What a workbook says that is still being filled in: a manifest as far as it is one, and what is wrong in it. Cells that are
 * not understood are among the problems alone.
 * @throws Refusal when it is no such workbook, or has more problems than are told
 */
export async function readUnfinished(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<{ stated: unknown; problems: readonly Problem[] }> {
  const { value, gathered } = await stated(bytes, name, options)
  const { listed, count } = gathered.problems
  const problems = inOrder(listed)
  if (count === listed.length) return { stated: value, problems }
  throw new Refusal('manifest-invalid', MANIFEST_REFUSALS['manifest-invalid'], {
    entry: name,
    found: String(count),
    problems,
  })
}

async function stated(bytes: Uint8Array, name: string, options: ReadOptions) {
  try {
    const deadline = new Deadline(options)
    const tick = () => deadline.check()
    const sheets = await openWorkbook(bytes, options, tick, { clean: tidyLines, hidden: true })
    return await statedIn(sheets, name, tick)
  } catch (error) {
    if (error instanceof SheetUnreadable) throw unreadable(name, error.text, error)
    if (error instanceof Refusal && error.code !== 'manifest-invalid' && error.code !== 'read-timeout')
      throw unreadable(name, error.text, error)
    throw error
  }
}

async function statedIn(sheets: readonly WorkbookSheet[], name: string, tick: () => void) {
  const gathered: Gathered = { file: name, problems: new SheetProblems(tick), places: new SheetPlaces(), notices: [] }
  const tabs = await openTabs(sheets, gathered.problems)
  const stated = { format: 'qms-bundle/1' }
  for (const section of SECTIONS) {
    const tab = tabs.get(section.sheet)
    if (tab !== undefined && section.rowsOf === undefined) put(stated, section.at, sectionValue(tab, tabs, gathered))
    if (tab === undefined) tellAbsent(section, tabs, gathered)
  }
  const { value, hidden } = cleanData(stated, manifestSchema)
  if (hidden !== undefined) {
    const place = gathered.places.of(hidden.first.pointer)
    gathered.notices.push(hiddenRemoved(name, hidden, place && `${place.sheet}!${place.cell ?? ''}`))
  }
  const checked = manifestSchema.safeParse(value)
  if (!checked.success) issueProblems(checked.error.issues, value, gathered)
  return { value, checked, gathered }
}

/** A sheet that must be there, or whose rows other sheets refer to, and is not. */
function tellAbsent(section: Section, tabs: ReadonlyMap<string, Tab>, { problems }: Gathered): void {
  const wanted = section.always || partsOf(section).some(({ sheet }) => tabs.get(sheet)?.entries.length)
  if (!wanted) return
  const pointers =
    section.at.length > 0 ? [section.at] : section.fields.map((field) => fieldPath(section, field).slice(0, 1))
  const expected = WORKBOOK_TEXTS.noSuchSheetAdd
  problems.add({ sheet: section.sheet }, '', expected, ...pointers.map(toPointer))
}

function put(manifest: Record<string, unknown>, at: readonly string[], value: unknown): void {
  if (value === undefined) return
  const [key, ...inner] = at
  if (key === undefined) Object.assign(manifest, value)
  else if (inner.length === 0) manifest[key] = value
  else {
    manifest[key] ??= {}
    put(manifest[key] as Record<string, unknown>, inner, value)
  }
}

function unreadable(name: string, why: Localized, cause: unknown): Refusal {
  const code = 'manifest-workbook-unreadable'
  const problems = [{ found: '', expected: why }]
  return new Refusal(code, MANIFEST_REFUSALS[code], { entry: name, problems, cause })
}

type Path = readonly PropertyKey[]

/** What the manifest's schema does not allow, told of the cells it was read from. What was told already is left out. */
export function issueProblems(issues: readonly z.core.$ZodIssue[], value: unknown, gathered: Gathered): void {
  for (const issue of issues) {
    const pointer = toPointer(issue.path)
    if (gathered.problems.told(pointer)) continue
    const { section, field, path } = fieldFor(issue.path)
    const standard = { sheet: section.sheet, heading: field.heading }
    const place = gathered.places.of(toPointer(path)) ?? standard
    if (gathered.problems.lacks(standard)) continue
    const found = valueAt(value, issue.path)
    const { vi, en } = wanted(formOf(section, field))
    const schema = schemaAt(manifest, issue.path)
    const long = schema && tooLong(schema, found)
    if (found === undefined)
      gathered.problems.add(place, '', withValues(WORKBOOK_TEXTS.mustFilledIn, { reason: { vi, en } }), pointer)
    else if (long !== undefined) gathered.problems.add(place, shownValue(found), long, pointer)
    else
      gathered.problems.add(
        place,
        shownValue(found),
        withValues(WORKBOOK_TEXTS.notRight, { reason: { vi, en } }),
        pointer,
      )
  }
}

/** The field a path leads to or into; for an object that is missing as a whole, the first of its fields. */
export function fieldFor(path: Path): { section: Section; field: Field; path: Path } {
  const plain = path.map((key) => (typeof key === 'number' ? 0 : key))
  for (const section of SECTIONS)
    for (const field of section.fields) {
      const here = fieldPath(section, field)
      const shared = Math.min(here.length, plain.length)
      if (here.slice(0, shared).every((key, at) => key === plain[at]))
        return { section, field, path: path.slice(0, here.length) }
    }
  throw new TypeError(`no sheet holds ${toPointer(path)}`)
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined),
    root,
  )
}

/**
 * A text in NFC with single spaces and trimmed, but with its lines kept: in a cell they part the items of a list. Hidden
 * characters are left for the whole manifest to be told of.
 */
export function tidyLines(text: string): string {
  return text
    .normalize('NFC')
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/[^\S\ufeff]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
