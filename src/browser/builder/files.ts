import { MANIFEST_OPENED_PATH } from '../../core/paths.ts'
import type { PlannedSection } from '../../dossier/form-plan.ts'
import { type Asking, type ManifestProblem, post } from '../shared/ask.ts'
import { make, say } from '../shared/elements.ts'
import type { DraftState } from './draft-steps.ts'
import { at, isMembers, type Members, type Path } from './field-value.ts'
import { pointerOf } from './form-place.ts'
import { paperMeant } from './papers.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A manifest that was opened, finished or not. */
export interface OpenedManifest {
  manifest: Members
  /** Of a workbook: cells that are not understood. */
  problems: { pointer?: string; text: string }[]
  isWorkbook: boolean
}

/**
 * The manifest in a file, JSON or the workbook, as far as it is one at all; undefined where it is none.
 * @throws SignedOut; Lost
 */
export async function openManifest(file: File, asking: Asking): Promise<OpenedManifest | undefined> {
  const isWorkbook = /\.xlsx$/i.test(file.name)
  const read = isWorkbook ? await fromWorkbook(file, asking) : { manifest: fromJson(await file.text()), problems: [] }
  const { manifest, problems } = read ?? {}
  if (!isMembers(manifest) || !isMembers(manifest.agency)) return undefined
  return { manifest, problems: problems ?? [], isWorkbook }
}

async function fromWorkbook(file: File, asking: Asking) {
  const answer = await post(MANIFEST_OPENED_PATH, file.slice(0, file.size, XLSX), asking)
  return answer.ok ? answer.json() : undefined
}

/** What the workbook said that went out last: what differs from it in one that comes back was changed there. */
export class LastWorkbook {
  readonly #key: string

  constructor(agency: string) {
    this.#key = `qms-workbook-${agency}`
  }

  keep(manifest: Members): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(manifest))
    } catch (error) {
      // Without it a workbook that comes back is laid over what stands here.
      if (!(error instanceof DOMException)) throw error
      localStorage.removeItem(this.#key)
    }
  }

  read(): Members | undefined {
    const value = fromJson(localStorage.getItem(this.#key) ?? '')
    return isMembers(value) ? value : undefined
  }
}

function fromJson(text: string) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** A file that a manifest names, and the path of the field that names it. */
export interface NamedFile {
  at: Path
  name: string
}

/** The files that a manifest names, as its sections have them. */
export function namedIn(sections: readonly PlannedSection[], root: Members, above: Path = []): NamedFile[] {
  return sections.flatMap((section) => {
    const stated = section.at.length === 0 ? root : at(root, section.at)
    const list = [...above, ...section.at]
    const objects = Array.isArray(stated) ? stated : [stated]
    const paths = section.fields.filter(({ kind }) => kind === 'path')
    return objects.flatMap((object, index) => {
      if (!isMembers(object)) return []
      const owner = Array.isArray(stated) ? [...list, index] : list
      const named = paths.flatMap(({ key }) => {
        const name = at(object, key.split('.'))
        return typeof name === 'string' ? [{ at: [...owner, ...key.split('.')], name }] : []
      })
      return [...named, ...namedIn(section.parts, object, owner)]
    })
  })
}

/** Files that the manifest names and that are not among the papers at hand, where there are any, each with the one that may be meant. */
export function filesAbsent(sections: readonly PlannedSection[], { manifest, papers }: DraftState): ManifestProblem[] {
  const there = Object.keys(papers)
  if (there.length === 0) return []
  const absent = namedIn(sections, manifest).filter(({ name }) => !there.includes(name))
  return absent.map(({ at: path, name }) => {
    const near = paperMeant(there, name)
    const expected = near === undefined ? say(WORDS.paperLacking) : say(WORDS.paperNearIs, { name: near })
    return { pointer: pointerOf(path), text: expected, section: name, expected }
  })
}

/** How long a browser may take to begin a download. */
const HELD_MS = 60_000

/** Gives a file to the person, under a name. */
export function save(content: Blob, name: string): void {
  const href = URL.createObjectURL(content)
  make('a', { href, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(href), HELD_MS)
}
