import type { Clock } from '../../core/days.ts'
import type { BundleFile } from '../../dossier/dossier.ts'
import { manifest as manifestSchema, namedPaths } from '../../dossier/manifest.ts'
import { bearsSecrecyMark, type DocumentReading, type SignatureReason } from '../../dossier/reading.ts'
import { type Facts, fact, field, list } from './fact.ts'
import type { Scope } from './scope.ts'

interface FileItem {
  path: string
  /** Where it bears a secrecy stamp; absent when it has none. */
  stamp: string | undefined
}

function fileItems(scope: Scope, clock: Clock): readonly FileItem[] {
  const stamps = new Map(scope.derive(secretStamps, clock).map(({ path, place }) => [path, place]))
  return [...scope.dossier.files.keys()].map((path) => ({ path, stamp: stamps.get(path) }))
}

/** Every file of the bundle, named in the manifest or not. */
export const filesList = list<FileItem>({
  label: { vi: 'tệp trong bộ hồ sơ', en: 'files of the bundle' },
  items: fileItems,
  place: ({ path }) => ({ file: path }),
  fields: {
    path: field('text', 'đường dẫn tệp', 'path of the file', (item: FileItem) => item.path),
    stamped: field(
      'flag',
      'có dấu chỉ độ mật trong tên tệp hoặc nội dung',
      'has a secrecy stamp in its name or text',
      (item) => item.stamp !== undefined,
    ),
    stamp: field('text', 'vị trí dấu chỉ độ mật', 'where the stamp stands', (item) => item.stamp),
  },
})

type State =
  | BundleFile['state']
  | 'absent'
  | 'unreadable'
  | 'locked'
  | 'overBounds'
  | 'signatureBroken'
  | 'signatureUnverified'

interface NamedFile {
  path: string
  state: State
  /** Id of why its reader could not open it, or of what is wrong with its signature. */
  reason: string | undefined
  /** The path when the file can be used. */
  file: string | undefined
  pointer: string
}

function namedFiles({ manifest, dossier }: Scope): readonly NamedFile[] {
  const byPath = new Map<string, NamedFile>()
  for (const { path, pointer } of namedPaths(manifestSchema, manifest)) {
    if (byPath.has(path)) continue
    const state = dossier.files.get(path)?.state ?? 'absent'
    const file = state === 'ok' ? path : undefined
    const opened = file === undefined ? undefined : stateWhenRead(dossier.readings?.get(file))
    byPath.set(path, { path, state, reason: undefined, ...opened, file, pointer })
  }
  return [...byPath.values()]
}

/** What opening a file in its reader brought to light; undefined where nothing is wrong with it. */
function stateWhenRead(reading: DocumentReading | undefined): Pick<NamedFile, 'state' | 'reason'> | undefined {
  if (!reading) return undefined
  const { text, reason, signatures } = reading
  if (text === 'unreadable' || text === 'locked' || text === 'overBounds')
    return { state: text, reason: reason && `reading.${reason}` }
  const doubtful = signatures.filter(({ intact, complete }) => !intact || !complete)
  const broken = doubtful.find((one) => !UNVERIFIED.has(one.reason))
  const told = broken ?? doubtful[0]
  if (!told) return undefined
  return {
    state: broken ? 'signatureBroken' : 'signatureUnverified',
    reason: told.reason && `signature.${told.reason}`,
  }
}

/**
 * Why a signature could not be looked into: it may well be whole. What was added after the last one may be no more than
 * the data that keeps it verifiable for long (PAdES LTV), or the mark of who received it.
 */
const UNVERIFIED: ReadonlySet<string | undefined> = new Set<SignatureReason>([
  'overBounds',
  'kindUnknown',
  'algorithmUnknown',
  'signerMissing',
  'addedAfter',
  // Official software stamps "đến", or cuts an extract, after signing: what was signed may well be whole.
  'byteRange',
])

const UNOPENED: readonly State[] = ['locked', 'overBounds']

/** Every file the manifest names, once, where it names it first. */
export const namedFilesList = list<NamedFile>({
  label: { vi: 'tệp nêu trong bảng kê hồ sơ', en: 'files named in the manifest' },
  items: (scope: Scope, clock: Clock) => scope.derive(namedFiles, clock),
  place: ({ pointer }) => ({ pointer }),
  fields: {
    path: field('text', 'đường dẫn tệp', 'path of the file', (item: NamedFile) => item.path),
    state: field('text', 'tình trạng tệp', 'state of the file', (item) => item.state),
    reason: field('text', 'lý do', 'reason', (item) => item.reason),
    opened: field('flag', 'nội dung tệp mở xem được', 'what is in the file, opened', ({ state }) =>
      UNOPENED.includes(state) ? undefined : state !== 'unreadable',
    ),
    file: { ...field('file', 'tệp đọc được', 'readable file', (item: NamedFile) => item.file), asked: false },
  },
})

/** A file that bears a secrecy stamp, and where. */
export interface StampedFile {
  path: string
  place: 'stampInName' | 'stampInText'
}

/** Paths of the files that bear a secrecy stamp in their name or text, sorted: named in the manifest or not. */
export function secretStamps({ dossier }: Scope): readonly StampedFile[] {
  return [...dossier.files.keys()].sort().flatMap((path): StampedFile[] => {
    if (hasStamp(path)) return [{ path, place: 'stampInName' }]
    return dossier.readings?.get(path)?.stamped ? [{ path, place: 'stampInText' }] : []
  })
}

/** How many files had their text looked at, and how many did not: scans, pictures, files that could not be opened. */
export const secrecyFacts: Facts = {
  'files.textsLooked': fact('number', 'số tệp đã xem nội dung', 'number of files whose text was looked at', (scope) =>
    textsLooked(scope),
  ),
  'files.textsNotLooked': fact(
    'number',
    'số tệp chưa xem được nội dung',
    'number of files whose text could not be looked at',
    (scope) => scope.dossier.files.size - textsLooked(scope),
  ),
}

function textsLooked({ dossier: { files, readings } }: Scope): number {
  return [...files.keys()].filter((path) => readings?.get(path)?.text === 'read').length
}

/**
 * Whether a part of a path bears a stamp MẬT, TỐI MẬT or TUYỆT MẬT (Luật Bảo vệ bí mật nhà nước): in capitals, as a word
 * of its own; MẬT that makes another word with its neighbour is none.
 */
export function hasStamp(path: string): boolean {
  return path.split('/').some(bearsSecrecyMark)
}
