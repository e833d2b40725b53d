import type { Localized } from '../../../base/localized.ts'
import { toPointer } from '../../../base/pointer.ts'
import type { Notice } from '../../../dossier/dossier.ts'
import { type Manifest, manifest as manifestSchema } from '../../../dossier/manifest.ts'
import type { ReadOptions } from '../../container.ts'
import { Deadline } from '../../deadline.ts'
import { hiddenRemoved } from '../../manifest-notices.ts'
import { Refusal } from '../../refusal.ts'
import { MANIFEST_REFUSALS } from '../../refusals-manifest.ts'
import { SheetUnreadable } from '../../sheet/sheet.ts'
import { openWorkbook, type WorkbookSheet } from '../../xlsx/read-xlsx.ts'
import { cleanData } from '../nfc.ts'
import type { Gathered } from './entry-value.ts'
import { issueProblems } from './issue-problems.ts'
import { fieldPath } from './layout/form.ts'
import type { Section } from './layout/section.ts'
import { partsOf, SECTIONS } from './layout/sections.ts'
import { openTabs } from './open-tabs.ts'
import { inOrder } from './problem-order.ts'
import { sectionValue } from './section-value.ts'
import { SheetPlaces } from './sheet-places.ts'
import { SheetProblems } from './sheet-problems.ts'
import type { Tab } from './tab.ts'
import { tidyLines } from './tidy-lines.ts'

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
  try {
    const deadline = new Deadline(options)
    const tick = () => deadline.check()
    const sheets = await openWorkbook(bytes, options, tick, { clean: tidyLines, hidden: true })
    return await manifestIn(sheets, name, tick)
  } catch (error) {
    if (error instanceof SheetUnreadable) throw unreadable(name, error.text, error)
    if (error instanceof Refusal && error.code !== 'manifest-invalid' && error.code !== 'read-timeout')
      throw unreadable(name, error.text, error)
    throw error
  }
}

async function manifestIn(sheets: readonly WorkbookSheet[], name: string, tick: () => void) {
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
  const { listed, count } = gathered.problems
  if (checked.success && count === 0) return { manifest: checked.data, notices: gathered.notices }
  const met = { entry: name, found: String(count), problems: inOrder(listed) }
  throw new Refusal('manifest-invalid', MANIFEST_REFUSALS['manifest-invalid'], met)
}

/** A sheet that must be there, or whose rows other sheets refer to, and is not. */
function tellAbsent(section: Section, tabs: ReadonlyMap<string, Tab>, { problems }: Gathered): void {
  const wanted = section.always || partsOf(section).some(({ sheet }) => tabs.get(sheet)?.entries.length)
  if (!wanted) return
  const pointers =
    section.at.length > 0 ? [section.at] : section.fields.map((field) => fieldPath(section, field).slice(0, 1))
  const expected = {
    vi: 'không có trang này. Thêm lại trang như trong tệp mẫu do lệnh qms-verdict template tạo ra.',
    en: 'there is no such sheet. Add it again as in the template that qms-verdict template writes.',
  }
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
