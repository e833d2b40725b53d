import type { Clock } from '../../base/clock.ts'
import type { BundleFile } from '../../dossier/dossier.ts'
import { manifest as manifestSchema } from '../../dossier/manifest.ts'
import { namedPaths } from '../../dossier/named-paths.ts'
import type { DocumentReading } from '../../dossier/reading.ts'
import type { SignatureReason } from '../../dossier/signature-reason.ts'
import { field, list } from '../define.ts'
import type { Scope } from '../scope.ts'

type State =
  | BundleFile['state']
  | 'absent'
  | 'unreadable'
  | 'locked'
  | 'overBounds'
  | 'signatureBroken'
  | 'signatureUnverified'

interface Item {
  path: string
  state: State
  /** Id of why its reader could not open it, or of what is wrong with its signature. */
  reason: string | undefined
  /** The path when the file can be used. */
  file: string | undefined
  pointer: string
}

function namedFiles({ manifest, dossier }: Scope): readonly Item[] {
  const byPath = new Map<string, Item>()
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
function stateWhenRead(reading: DocumentReading | undefined): Pick<Item, 'state' | 'reason'> | undefined {
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
])

const UNOPENED: readonly State[] = ['locked', 'overBounds']

/** Every file the manifest names, once, where it names it first. */
export const namedFilesList = list<Item>({
  label: { vi: 'tệp nêu trong bảng kê hồ sơ', en: 'files named in the manifest' },
  items: (scope: Scope, clock: Clock) => scope.derive(namedFiles, clock),
  place: ({ pointer }) => ({ pointer }),
  fields: {
    path: field('text', 'đường dẫn tệp', 'path of the file', (item: Item) => item.path),
    state: field('text', 'tình trạng tệp', 'state of the file', (item) => item.state),
    reason: field('text', 'lý do', 'reason', (item) => item.reason),
    opened: field('flag', 'nội dung tệp mở xem được', 'what is in the file, opened', ({ state }) =>
      UNOPENED.includes(state) ? undefined : state !== 'unreadable',
    ),
    file: { ...field('file', 'tệp đọc được', 'readable file', (item: Item) => item.file), asked: false },
  },
})
