import type { DocumentReading, Found } from '../../dossier/reading.ts'

export type Certainty = 'certain' | 'likely'

/** One value that a paper gives to its section of the manifest, and the words it was read from. */
export interface Piece {
  /** RFC 6901, below the section or the member of a list. */
  at: string
  value: unknown
  from: Omit<Found<unknown>, 'value'>
  certainty: Certainty
}

/** What a paper says of a value in two ways, so that nobody may choose. */
interface Doubt {
  at: string
  readings: readonly Found<unknown>[]
}

/** What one paper gives. */
export interface Given {
  pieces: readonly Piece[]
  doubts: readonly Doubt[]
}

/** A word of a scan that could not be read is no part of a value. */
function isKnown({ value }: Found<unknown>): boolean {
  return !JSON.stringify(value).includes('\ufffd')
}

/** A value for the manifest out of readings of one fact: nothing where there is none, a doubt where they differ. */
export function given<T>(
  at: string,
  readings: readonly Found<T>[],
  { as = (value) => value, certainty = 'certain' }: { as?: (value: T) => unknown; certainty?: Certainty } = {},
): Given {
  const [first, ...more] = readings.filter(isKnown)
  if (first === undefined) return { pieces: [], doubts: [] }
  if (more.some(({ value }) => JSON.stringify(value) !== JSON.stringify(first.value)))
    return { pieces: [], doubts: [{ at, readings }] }
  const { value, ...from } = first
  return { pieces: [{ at, value: as(value), from, certainty }], doubts: [] }
}

/** A list for the manifest: each of its members was read by itself. */
export function givenList<T>(at: string, readings: readonly Found<T>[], certainty: Certainty = 'certain'): Given {
  const pieces = readings
    .filter(isKnown)
    .map(({ value, ...from }, index) => ({ at: `${at}/${index}`, value, from, certainty }))
  return { pieces, doubts: [] }
}

/** All that several readings give together. */
export function together(...all: readonly Given[]): Given {
  return { pieces: all.flatMap(({ pieces }) => pieces), doubts: all.flatMap(({ doubts }) => doubts) }
}

/** Where a value of the draft was read. */
export interface DraftSource {
  /** RFC 6901, in the drafted manifest. */
  pointer: string
  value: unknown
  file: string
  page?: number
  cell?: string
  quote: string
  certainty: Certainty
}

/** A manifest drafted from the papers of a folder. What is not certain to stand in them is not in it. */
export interface Draft {
  /** Only what was read: parts that a manifest must have may be missing. */
  manifest: Record<string, unknown>
  sources: DraftSource[]
  /** Values that papers tell in different ways: blank, for a person to decide. */
  doubts: { file: string; value: string; readings: Found<unknown>[] }[]
  /** Pointers of what a manifest must have and no paper tells. */
  toFill: string[]
  /** Files whose text could not be read, and why. */
  unread: { file: string; text: DocumentReading['text']; reason?: string }[]
  /** Files that were read and are none of the papers a manifest names, or might be several. */
  unclassified: { file: string; candidates: string[] }[]
  /** Files with a secrecy stamp: nothing of them is read or shown. */
  stamped: string[]
}

/** A manifest being drafted: values are put where they belong, and each leaves its source. */
export class Sheaf {
  readonly manifest: Record<string, unknown> = { format: 'qms-bundle/1' }
  readonly sources: DraftSource[] = []
  readonly doubts: Draft['doubts'] = []
  readonly #scans: ReadonlySet<string>

  /** @param scans papers whose words were recognised in a picture: what they give is to be looked at by a person */
  constructor(scans: ReadonlySet<string> = new Set()) {
    this.#scans = scans
  }

  /** Puts all that a paper gives under a pointer, and the paper itself under `fileKey` where one is named. */
  put(pointer: string, file: string, { pieces, doubts }: Given, fileKey?: string): void {
    for (const { at, value, from, certainty } of pieces) {
      const place = pointer + at
      setIn(this.manifest, place.split('/').slice(1), value)
      const isScan = this.#scans.has(file)
      this.sources.push({ pointer: place, value, file, ...from, certainty: isScan ? 'likely' : certainty })
    }
    for (const { at, readings } of doubts) this.doubts.push({ file, value: pointer + at, readings: [...readings] })
    if (fileKey !== undefined) setIn(this.manifest, [...pointer.split('/').slice(1), fileKey], file)
  }
}

/** Sets a value below an object, making the lists and objects on the way. */
function setIn(root: object, keys: readonly string[], value: unknown): void {
  let here = root as Record<string, unknown>
  for (const [at, key] of keys.entries()) {
    const next = keys[at + 1]
    if (next === undefined) here[key] = value
    else {
      here[key] ??= /^\d+$/.test(next) ? [] : {}
      here = here[key] as Record<string, unknown>
    }
  }
}
