import { MANIFEST_OPENED_PATH } from '../../core/paths.ts'
import type { PlannedSection } from '../../dossier/form-plan.ts'
import { type Asking, post } from '../shared/ask.ts'
import { make } from '../shared/elements.ts'
import { at, isMembers, type Members } from './field-value.ts'

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
