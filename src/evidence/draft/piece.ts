import type { Found } from '../../dossier/reading.ts'

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
export interface Doubt {
  at: string
  readings: readonly Found<unknown>[]
}

/** What one paper gives. */
export interface Given {
  pieces: readonly Piece[]
  doubts: readonly Doubt[]
}

/** A value for the manifest out of readings of one fact: nothing where there is none, a doubt where they differ. */
export function given<T>(
  at: string,
  readings: readonly Found<T>[],
  { as = (value) => value, certainty = 'certain' }: { as?: (value: T) => unknown; certainty?: Certainty } = {},
): Given {
  const [first, ...more] = readings
  if (first === undefined) return { pieces: [], doubts: [] }
  if (more.some(({ value }) => JSON.stringify(value) !== JSON.stringify(first.value)))
    return { pieces: [], doubts: [{ at, readings }] }
  const { value, ...from } = first
  return { pieces: [{ at, value: as(value), from, certainty }], doubts: [] }
}

/** A list for the manifest: each of its members was read by itself. */
export function givenList<T>(at: string, readings: readonly Found<T>[], certainty: Certainty = 'certain'): Given {
  const pieces = readings.map(({ value, ...from }, index) => ({ at: `${at}/${index}`, value, from, certainty }))
  return { pieces, doubts: [] }
}

/** All that several readings give together. */
export function together(...all: readonly Given[]): Given {
  return { pieces: all.flatMap(({ pieces }) => pieces), doubts: all.flatMap(({ doubts }) => doubts) }
}
