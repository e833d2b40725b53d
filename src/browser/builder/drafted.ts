import type { DraftState, Paper, ValueSource } from './draft-steps.ts'
import { at, isMembers, type Members, type Value } from './field-value.ts'
import { pathOf } from './form-place.ts'

/** A value that was read in a paper, as the service tells of it. */
interface ReadValue {
  pointer: string
  value: Value
  file: string
  page?: number
  cell?: string
  quote: string
  certainty: 'certain' | 'likely'
}

/** What was read in papers. */
export interface ReadPapers {
  manifest: Members
  sources: readonly ReadValue[]
  /** Values that papers tell in different ways, left blank. */
  doubts: readonly { file: string; value: string }[]
  unread: readonly { file: string; text: string }[]
  unclassified: readonly { file: string; candidates: readonly string[] }[]
  /** With a stamp of secrecy: nothing of them is kept. */
  stamped: readonly string[]
}

/**
 * The draft with what was read in papers where nothing stands: a section that says nothing is taken as it was read, of an
 * object blanks are filled, a list in which rows stand is left as it is. Nothing that a person wrote is written over.
 */
export function withRead(draft: DraftState, read: ReadPapers, id: string): DraftState {
  const papers: Record<string, Paper> = { ...draft.papers }
  for (const path of read.stamped) delete papers[path]
  return { ...draft, papers, reading: id, manifest: filled(draft.manifest, read.manifest) }
}

function filled(there: Members, read: Members): Members {
  const members: Members = { ...there }
  for (const [key, value] of Object.entries(read)) {
    const own = members[key]
    if (own === undefined || (Array.isArray(own) && own.length === 0 && key === 'heads')) members[key] = value
    else if (isMembers(own) && isMembers(value)) members[key] = filled(own, value)
  }
  return members
}

const withoutRows = (path: readonly (string | number)[]) => path.filter((key) => typeof key === 'string').join('/')

/** Where the values of a form were read. */
export class Sources {
  readonly #read: ReadPapers
  readonly #byPlace = new Map<string, ReadValue[]>()

  constructor(read: ReadPapers) {
    this.#read = read
    for (const one of read.sources) {
      const place = withoutRows(pathOf(one.pointer))
      this.#byPlace.set(place, [...(this.#byPlace.get(place) ?? []), one])
    }
  }

  /**
   * Where a value, or the members of a list, were read. Rows may have moved since: they are found by what they say.
   * @param pageWord `trang {n}` in the language of the page
   */
  of(
    path: readonly (string | number)[],
    value: Value | undefined,
    confirmed: readonly string[],
    pageWord: (page: number) => string,
  ): ValueSource[] {
    if (value === undefined) return []
    const candidates = this.#byPlace.get(withoutRows(path)) ?? []
    const values = (Array.isArray(value) ? value : [value]).map((one) => JSON.stringify(one))
    const row = `/${path.join('/')}`
    const own = candidates.filter((one) => one.pointer === row || one.pointer.startsWith(`${row}/`))
    const found = [own, candidates].map((some) => some.filter((one) => values.includes(JSON.stringify(one.value))))
    const [first = []] = found.filter((some) => some.length > 0)
    const told = new Map<string, ValueSource>()
    for (const one of first.slice(0, Array.isArray(value) ? first.length : 1)) {
      const id = idOf(one)
      const where = one.cell ?? (one.page === undefined ? '' : pageWord(one.page))
      const place = [one.file, where].filter((part) => part !== '').join(', ')
      const isOpen = one.certainty === 'likely' && !confirmed.includes(id)
      const before = told.get(place)
      told.set(place, { id, place, quote: one.quote, isOpen: isOpen || before?.isOpen === true })
    }
    return [...told.values()]
  }

  /** Values that a person should look at and has not, as far as they stand where they were put. */
  open({ manifest, confirmed }: DraftState): { pointer: string; id: string }[] {
    return this.#read.sources
      .filter((one) => one.certainty === 'likely' && !confirmed.includes(idOf(one)))
      .filter(({ pointer, value }) => JSON.stringify(at(manifest, pathOf(pointer))) === JSON.stringify(value))
      .map((one) => ({ pointer: one.pointer, id: idOf(one) }))
  }
}

const idOf = ({ pointer, value, file }: ReadValue) => `${file} ${withoutRows(pathOf(pointer))} ${JSON.stringify(value)}`
