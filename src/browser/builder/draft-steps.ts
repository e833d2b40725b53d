import type { PlannedSection } from '../../dossier/form-plan.ts'
import { Kept } from '../shared/kept.ts'
import { at, isMembers, type Members, type Path, type Value, withValue } from './field-value.ts'

/** What a section says: something, that there is none, or nothing yet. */
export type SectionState = 'some' | 'none' | 'unsaid'

/** A manifest on its way. Never changed in place: each change makes another. */
export interface DraftState {
  manifest: Members
  /** What sections held before they were put away, by section: it comes back when they are opened again. */
  putAway: Readonly<Record<string, Value>>
  /** Sections of which it was said that there is something, though nothing may stand in them yet. */
  stated: readonly string[]
  /** Papers at hand, by their places in the bundle: the service has them. */
  papers: Readonly<Record<string, Paper>>
  /** By which what was read in them is asked for. */
  reading?: string | undefined
  /** Values read in papers that a person has looked at. */
  confirmed: readonly string[]
}

/** A paper that the service has. */
export interface Paper {
  sha256: string
  bytes: number
}

/** The draft of a manifest that is just that. */
export const draftOf = (manifest: Members): DraftState => ({
  manifest,
  putAway: {},
  stated: [],
  papers: {},
  confirmed: [],
})

/** Where a value of the form was read. */
export interface ValueSource {
  /** By which it is told apart from others. */
  id: string
  /** The paper and its page or cell, as a person reads it. */
  place: string
  quote: string
  /** A person should look at it, and has not. */
  isOpen: boolean
}

/** The name by which a place of the page is found again after it was drawn anew. */
export const placeOf = (path: Path): string => path.join('/')

/** How many changes can be taken back. States share what did not change between them. */
const MOST_STEPS = 500

/** A draft with every change as a step that can be taken back and made again. */
export class DraftSteps<State = DraftState> {
  #states: State[]
  #now = 0
  #typing: string | undefined

  constructor(first: State) {
    this.#states = [first]
  }

  get state(): State {
    return this.#states[this.#now] as State
  }

  get canUndo(): boolean {
    return this.#now > 0
  }

  get canRedo(): boolean {
    return this.#now < this.#states.length - 1
  }

  /**
   * Takes a change in as a step.
   * @param typing the field being typed in: what is typed there in one go is one step
   */
  take(next: State, typing?: string): void {
    if (next === this.state) return
    const goesOn = typing !== undefined && typing === this.#typing && this.canUndo && !this.canRedo
    const before = this.#states.slice(0, goesOn ? this.#now : this.#now + 1)
    this.#states = [...before, next].slice(-MOST_STEPS - 1)
    this.#now = this.#states.length - 1
    this.#typing = typing
  }

  /** What is typed from now on is a step of its own. */
  settle(): void {
    this.#typing = undefined
  }

  /** Takes the last change back; false where there is none. */
  undo(): boolean {
    return this.#go(-1)
  }

  /** Makes a change again that was taken back. */
  redo(): boolean {
    return this.#go(1)
  }

  #go(by: 1 | -1): boolean {
    this.settle()
    if (this.#states[this.#now + by] === undefined) return false
    this.#now += by
    return true
  }
}

/** By which name a section is put away. */
const nameOf = ({ at: path }: Pick<PlannedSection, 'at'>): string => path.join('.')

/**
 * The draft with a value in a field.
 * @param owner the path of the object that the field belongs to, which stays though it be empty
 */
export function withField(draft: DraftState, owner: Path, key: string, value: Value | undefined): DraftState {
  const path = [...owner, ...key.split('.')]
  if (same(at(draft.manifest, path), value)) return draft
  return { ...draft, manifest: withValue(draft.manifest, path, value, owner.length) }
}

/** The draft with more rows in a list. Rows in which nothing stands give way to pasted ones. */
export function withRows(draft: DraftState, list: Path, rows: readonly Members[]): DraftState {
  const stated = at(draft.manifest, list)
  const there = Array.isArray(stated) ? stated : []
  const isBlank = (row: Value) => isMembers(row) && Object.keys(row).length === 0
  const stay = rows.some((row) => !isBlank(row)) ? there.filter((row) => !isBlank(row)) : there
  return { ...draft, manifest: withValue(draft.manifest, list, [...stay, ...rows], list.length) }
}

/** The draft without a row. A list without rows says nothing: that there is none is said by choosing it. */
export function withoutRow(draft: DraftState, list: Path, index: number, isAlways: boolean): DraftState {
  const stated = at(draft.manifest, list)
  const left = Array.isArray(stated) ? stated.filter((_, place) => place !== index) : []
  const value = left.length > 0 || isAlways ? left : undefined
  return { ...draft, manifest: withValue(draft.manifest, list, value, keptAbove(draft, list)) }
}

/** The draft without what stands at a path, though no field of the form may tell of it. */
export function without(draft: DraftState, path: Path): DraftState {
  const index = path.at(-1)
  if (typeof index === 'number') return withoutRow(draft, path.slice(0, -1), index, true)
  return { ...draft, manifest: withValue(draft.manifest, path, undefined, path.length - 1) }
}

/** Objects on the way to a list stay where their own section was stated. */
function keptAbove({ stated }: DraftState, list: Path): number {
  const above = list.slice(0, -1)
  const isRow = above.some((key) => typeof key === 'number')
  return isRow || stated.includes(above.join('.')) ? above.length : 0
}

/** The sections inside a section's object, such as the procedures in the catalogue. */
export function innerSections(section: PlannedSection, all: readonly PlannedSection[]): PlannedSection[] {
  return all.filter(
    (other) => other.at.length > section.at.length && section.at.every((key, index) => key === other.at[index]),
  )
}

/** What a section says itself, without the sections inside it; undefined where it says nothing. */
export function ownValue({ manifest }: DraftState, section: PlannedSection, inner: readonly PlannedSection[]) {
  const value = at(manifest, section.at)
  return isMembers(value) ? membersOf(value, section, inner, false) : value
}

/** Members of a section's object that belong to the sections inside it, or those that do not. */
function membersOf(value: Members, section: PlannedSection, inner: readonly PlannedSection[], belong: boolean) {
  const keys = new Set(inner.map(({ at: path }) => path[section.at.length]))
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.has(key) === belong))
}

/** Whether something stands in a section that would be missed. */
export function isFilled(value: Value | undefined): boolean {
  if (Array.isArray(value)) return value.some(isFilled)
  return isMembers(value) ? Object.keys(value).length > 0 : value !== undefined
}

/** What a section says, as the manifest has it. */
export function stateOf({ manifest }: DraftState, section: PlannedSection): SectionState {
  if (section.always) return 'some'
  const value = at(manifest, section.at)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : 'some'
  return value === undefined ? 'unsaid' : 'some'
}

/**
 * The draft with another state of a section. What stood in it is put away, and comes back with `some`; the sections
 * inside it are left as they are, and while they say something it cannot be unsaid.
 */
export function withState(
  draft: DraftState,
  section: PlannedSection,
  inner: readonly PlannedSection[],
  to: SectionState,
): DraftState {
  const name = nameOf(section)
  const value = at(draft.manifest, section.at)
  const own = ownValue(draft, section, inner)
  const others = isMembers(value) ? membersOf(value, section, inner, true) : {}
  if (to === 'some') {
    const { [name]: back = section.shape === 'table' ? [{}] : {}, ...putAway } = draft.putAway
    const filled = isMembers(back) ? { ...back, ...others } : back
    return { ...draft, putAway, stated: [...draft.stated, name], manifest: written(draft, section, filled) }
  }
  const putAway = isFilled(own) ? { ...draft.putAway, [name]: own as Value } : draft.putAway
  const left = to === 'none' ? [] : isFilled(others) ? others : undefined
  const stated = draft.stated.filter((one) => one !== name)
  return { ...draft, putAway, stated, manifest: written(draft, section, left) }
}

function written(draft: DraftState, section: PlannedSection, value: Value | undefined): Members {
  return withValue(draft.manifest, section.at, value, keptAbove(draft, section.at))
}

/**
 * Where a change made in one state belongs in another, which a second tab has written meanwhile: its rows are found by
 * what stands in them. A row that is gone there is added again, so that nothing is lost.
 */
export function rebased(mine: DraftState, theirs: DraftState, path: Path): { draft: DraftState; path: Path } {
  let draft = theirs
  let there: (string | number)[] = []
  for (const [depth, key] of path.entries()) {
    if (typeof key !== 'number') {
      there = [...there, key]
      continue
    }
    const row = at(mine.manifest, path.slice(0, depth + 1)) ?? {}
    const found = at(draft.manifest, there)
    const rows = Array.isArray(found) ? found : []
    const index = same(rows[key], row) ? key : rows.findIndex((one) => same(one, row))
    if (index < 0) draft = { ...draft, manifest: withValue(draft.manifest, there, [...rows, row], there.length) }
    there = [...there, index < 0 ? rows.length : index]
  }
  return { draft, path: there }
}

const same = (one: Value | undefined, other: Value | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** A manifest in the making, kept on the device, by the agency it is of. */
export const keptDraft = (agency: string): Kept<DraftState> =>
  new Kept(`manifest-draft:${agency}`, (kept) => stateIn(kept as Value | undefined))

/** The draft in what was kept, here or with the service; an earlier release kept the manifest alone. */
export function stateIn(kept: Value | undefined): DraftState | undefined {
  if (!isMembers(kept)) return undefined
  if (!isMembers(kept.manifest)) return isMembers(kept.agency) ? draftOf(kept) : undefined
  const putAway: Members = isMembers(kept.putAway) ? kept.putAway : {}
  const texts = (value: Value | undefined) =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  const reading = typeof kept.reading === 'string' ? { reading: kept.reading } : {}
  const papers = papersIn(kept.papers)
  return {
    manifest: kept.manifest,
    putAway,
    stated: texts(kept.stated),
    papers,
    confirmed: texts(kept.confirmed),
    ...reading,
  }
}

function papersIn(kept: Value | undefined): DraftState['papers'] {
  const found = Object.entries(isMembers(kept) ? kept : {}).flatMap(([path, paper]) =>
    isMembers(paper) && typeof paper.sha256 === 'string' && typeof paper.bytes === 'number'
      ? [[path, { sha256: paper.sha256, bytes: paper.bytes }] as const]
      : [],
  )
  return Object.fromEntries(found)
}
