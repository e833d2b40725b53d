import type { BundleFile, Dossier } from '../../dossier/dossier.ts'
import { type Manifest, manifest as manifestSchema, namedPaths } from '../../dossier/manifest.ts'
import { type DocumentReading, isReadScan } from '../../dossier/reading.ts'
import type { Paper } from '../vocabulary.ts'
import type { Scope } from './scope.ts'

/** Words of text that make a file say something. */
const LEAST_WORDS = 20
/** Characters of a scan that was read to its end. */
const LEAST_CHARACTERS = 20
/** Of a document without pages, words that count as one page. */
const WORDS_A_PAGE = 300
/** A list that is judged line by line backs no act. */
const LISTS = ['/catalogue/file']

/** A file that is named for more different acts than it has pages. */
export interface OverusedFile {
  /** The first path by name, of however many it is at. */
  path: string
  paths: number
  acts: number
  pages: number
}

interface Papers {
  byPath: ReadonlyMap<string, Paper>
  overused: readonly OverusedFile[]
}

/** Worked out once for a dossier: nothing of it depends on the day. */
const known = new WeakMap<Dossier, Papers>()

/** What a file that is there is worth as evidence, whichever rule asks for it. */
export function paper({ dossier }: Scope, path: string): Paper {
  return papersOf(dossier).byPath.get(path) ?? NOTHING
}

/** The files that are named for more different acts than they have pages, by path. */
export function overusedFiles(dossier: Dossier): readonly OverusedFile[] {
  return papersOf(dossier).overused
}

const NOTHING: Paper = { holds: false, withinUses: true, read: false }

function papersOf(dossier: Dossier): Papers {
  const found = known.get(dossier) ?? workOut(dossier)
  known.set(dossier, found)
  return found
}

function workOut({ manifest, files, readings }: Dossier): Papers {
  const uses = actsByPath(manifest)
  const byPath = new Map<string, Paper>()
  const overused: OverusedFile[] = []
  for (const group of sameFiles([...files.values()], readings)) {
    const acts = different(group.flatMap(({ path }) => [...(uses.get(path) ?? [])]))
    const pages = Math.max(...group.map(({ path }) => pagesOf(readings?.get(path))))
    const withinUses = readings === undefined || acts.size <= pages
    if (!withinUses) {
      const paths = group.map(({ path }) => path).sort()
      overused.push({ path: paths[0] ?? '', paths: paths.length, acts: acts.size, pages })
    }
    for (const file of group) byPath.set(file.path, { ...worthOf(file, readings), withinUses })
  }
  return { byPath, overused: overused.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** Without readings nobody has opened the files: that they are there is all that is known. */
function worthOf(file: BundleFile, readings: Dossier['readings']): Omit<Paper, 'withinUses'> {
  if (file.state !== 'ok') return { holds: false, read: false }
  if (readings === undefined) return { holds: true, read: false }
  const reading = readings.get(file.path)
  if (reading === undefined) return { holds: false, read: false }
  const read = reading.text === 'read' || isReadScan(reading)
  // Of a scan that was read in part, nobody knows what the rest says.
  const says = read ? reading.says : undefined
  return { holds: holdsSomething(reading, file), read, ...(says && { says }) }
}

const PICTURES: readonly BundleFile['kind'][] = ['png', 'jpeg', 'tiff']

/**
 * Whether a file opens and holds something: 20 words, or a page with ink. Until a page is drawn, one of pictures counts
 * as such. A picture file counts as a page; what our bounds or a legacy font kept us from reading is there all the same.
 */
function holdsSomething({ text, content, scan }: DocumentReading, { kind }: BundleFile): boolean {
  // A picture without words is no paper.
  if (scan?.unread === 0 && scan.characters < LEAST_CHARACTERS) return false
  switch (text) {
    case 'locked':
    case 'unreadable':
      return false
    case 'overBounds':
    case 'legacyFont':
      return true
    case 'none':
      return PICTURES.includes(kind)
    case 'scan':
      return content.words >= LEAST_WORDS || content.inkedPages === null || content.inkedPages > 0
    case 'read':
      return content.words >= LEAST_WORDS || (content.inkedPages ?? 0) > 0
  }
}

/**
 * How many different acts a file may back: one a page that holds something; without pages one for every 300 words. Pages
 * of a text that hold hardly a word are none: blank ones may be added to any file.
 */
function pagesOf(reading: DocumentReading | undefined): number {
  if (reading === undefined) return 1
  const { text, content } = reading
  if (content.pages === null) return Math.max(1, Math.floor(content.words / WORDS_A_PAGE))
  if (text !== 'read') return Math.max(1, content.inkedPages ?? content.pages)
  const written = Math.min(content.pages, Math.floor(content.words / LEAST_WORDS))
  return Math.max(1, written, content.inkedPages ?? 0)
}

/** Files that are one and the same: of the same bytes, the same words, or the same drawn pages. */
function sameFiles(files: readonly BundleFile[], readings: Dossier['readings']): BundleFile[][] {
  const groups = new Map<string, BundleFile[]>()
  for (const file of files) {
    const { textHash, drawnHash } = readings?.get(file.path)?.content ?? NO_HASH
    const marks = [
      `bytes ${file.sha256}`,
      ...(textHash === null ? [] : [`words ${textHash}`]),
      ...(drawnHash === null ? [] : [`pages ${drawnHash}`]),
    ]
    const joined = new Set(marks.flatMap((mark) => groups.get(mark) ?? []))
    const group = [...joined, file]
    // Whoever is of the group is found by any mark of any of its files.
    const all = new Set(marks)
    for (const [mark, members] of groups) if (members.some((one) => joined.has(one))) all.add(mark)
    for (const mark of all) groups.set(mark, group)
  }
  return [...new Set(groups.values())]
}

const NO_HASH = { textHash: null, drawnHash: null }

/** The acts that a path is named for: a declaration, an audit, a review, a document, a process, a record. */
function actsByPath(manifest: Manifest): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>()
  for (const { path, pointer } of namedPaths(manifestSchema, manifest)) {
    if (LISTS.includes(pointer)) continue
    uses.set(path, (uses.get(path) ?? new Set()).add(actOf(pointer)))
  }
  return uses
}

/** A declaration may itself say that the head confirms the system: that is one act. */
function different(acts: readonly string[]): ReadonlySet<string> {
  const declares = acts.some((act) => act.startsWith('/declarations/'))
  return new Set(acts.filter((act) => !declares || act !== '/effectiveness'))
}

/** `/declarations/0/notice/file` → `/declarations/0`; `/effectiveness/file` → `/effectiveness`. */
function actOf(pointer: string): string {
  return /^\/[^/]+\/\d+/.exec(pointer)?.[0] ?? /^\/[^/]+/.exec(pointer)?.[0] ?? pointer
}
