import type { VisitEntry, VisitHead, VisitItem, VisitItemId, VisitSheet } from '../../dossier/visit.ts'
import type { Value } from '../builder/field-value.ts'
import { merged, same } from '../builder/service-draft.ts'
import { type Asking, get, post } from '../shared/ask.ts'
import { Kept } from '../shared/kept.ts'

/** What the service keeps of a sheet, as it tells it. */
export interface ToldVisit {
  version: number
  by?: string
  sheet?: VisitSheet
  written?: Readonly<Record<string, { by: string; on: string }>>
  signed?: { on: string; by: string }
}

export const NOTHING: VisitSheet = { head: {}, items: {} }

/** Both put together, and the items and places of which both wrote otherwise. */
export interface Together {
  sheet: VisitSheet
  both: string[]
}

/** A sheet as it goes over the line: nothing stands in it that JSON leaves out. */
const asValue = (value: unknown): Value => JSON.parse(JSON.stringify(value ?? {}))

/**
 * What two inspectors made of the same sheet, item by item. What one of both left as it was is as the other has it; where
 * both wrote otherwise, mine stands and theirs stands beside it, until somebody chooses. Texts of the visit as a whole stand
 * one under the other.
 * @param base what both were made from
 */
export function mergedSheets(
  base: VisitSheet,
  mine: VisitSheet,
  theirs: VisitSheet,
  written: NonNullable<ToldVisit['written']> = {},
): Together {
  const both: string[] = []
  const items: VisitSheet['items'] = {}
  const ids = new Set([...Object.keys(theirs.items), ...Object.keys(mine.items)]) as Set<VisitItemId>
  for (const id of ids) {
    const own = mergedItem(base.items[id], mine.items[id], theirs.items[id], written[id])
    items[id] = own.item
    if (own.isBoth) both.push(id)
  }
  const head = mergedHead(base.head, mine.head, theirs.head)
  return { sheet: { head: head.head, items }, both: [...both, ...head.both] }
}

function mergedItem(
  base: VisitItem | undefined,
  mine: VisitItem | undefined,
  theirs: VisitItem | undefined,
  by: { by: string; on: string } | undefined,
): { item: VisitItem; isBoth: boolean } {
  const { value, both } = merged(asValue(base), asValue(mine), asValue(theirs))
  const item = value as unknown as VisitItem
  if (both.length === 0) return { item, isBoth: false }
  const { others: _, ...entry } = theirs ?? {}
  const other = { by: by?.by ?? '', on: by?.on ?? '', entry }
  const others = item.others ?? []
  const isThere = others.some((one) => same(asValue(one.entry), asValue(entry)))
  return { item: { ...item, others: isThere ? others : [...others, other] }, isBoth: true }
}

const LONG_TEXTS: readonly (keyof VisitHead)[] = ['programme', 'proposals', 'opinion']

function mergedHead(base: VisitHead, mine: VisitHead, theirs: VisitHead): { head: VisitHead; both: string[] } {
  const { value, both } = merged(asValue(base), asValue(mine), asValue(theirs))
  const head = { ...(value as unknown as VisitHead) }
  for (const key of LONG_TEXTS) {
    const [own, other] = [mine[key], theirs[key]]
    if (both.includes(key) && typeof own === 'string' && typeof other === 'string' && !own.includes(other))
      Object.assign(head, { [key]: `${own}\n${other}` })
  }
  return { head, both }
}

/** An item under which one entry was chosen of two: what was there before can be undone to. */
export function withChosen(item: VisitItem, at: number, how: 'theirs' | 'both' | 'mine'): VisitItem {
  const { others = [], ...own } = item
  const chosen = others[at]?.entry
  const left = others.filter((_, index) => index !== at)
  const rest = left.length > 0 ? { others: left } : {}
  if (chosen === undefined || how === 'mine') return { ...own, ...rest }
  return { ...(how === 'theirs' ? chosen : joined(own, chosen)), ...rest }
}

/** Texts one under the other, grounds and papers of both; the conclusion stays mine. */
function joined(mine: VisitEntry, theirs: VisitEntry): VisitEntry {
  const text = (one = '', other = '') =>
    other === '' || one.includes(other) ? one : one === '' ? other : `${one}\n${other}`
  const papers = [...(mine.papers ?? [])]
  for (const paper of theirs.papers ?? []) if (!papers.some(({ sha256 }) => sha256 === paper.sha256)) papers.push(paper)
  const grounds = [...new Set([...(mine.grounds ?? []), ...(theirs.grounds ?? [])])]
  return {
    ...theirs,
    ...mine,
    found: text(mine.found, theirs.found),
    remark: text(mine.remark, theirs.remark),
    ...(grounds.length > 0 && { grounds }),
    ...(papers.length > 0 && { papers }),
    points: { ...theirs.points, ...mine.points },
  }
}

/** What the device keeps of a sheet: as it stands here, and what it and the service agreed on last. */
export interface KeptVisit {
  sheet: VisitSheet
  base: VisitSheet
  version: number
}

/** A sheet in the making, kept on the device by the visit it is of. */
export const keptVisit = (path: string): Kept<KeptVisit> =>
  new Kept(`visit:${path}`, (kept) => {
    const { version, sheet, base } = (kept ?? {}) as Partial<KeptVisit>
    return typeof version === 'number' && sheet?.items && base?.items ? { sheet, base, version } : undefined
  })

/** The service did not take the sheet, and says why. */
export class NotSaved extends Error {
  override name = 'NotSaved'
}

/** What asking or saving came to: what stands here from now on, and what is to be told. */
export interface Followed extends KeptVisit {
  /** Who wrote meanwhile; absent where nobody did. */
  by?: string
  both: string[]
  signed?: ToldVisit['signed']
}

/** What the service has, put together with what stands here. @throws SignedOut; Lost */
export async function follow(path: string, kept: KeptVisit): Promise<Followed> {
  const told: ToldVisit = await (await get(`${path}/sheet`)).json()
  return together(kept, told)
}

/**
 * Saves what stands here over the version it was made from; where a colleague was faster, hands out both put together, to be
 * shown and saved again.
 * @throws SignedOut; OtherAgency; Lost; NotSaved
 */
export async function saveVisit(path: string, kept: KeptVisit, asking: Asking): Promise<Followed> {
  const answer = await post(`${path}/sheet`, JSON.stringify(kept.sheet), asking, { 'If-Match': `"${kept.version}"` })
  const told = await answer.json()
  if (answer.status === 412) return together(kept, told)
  if (!answer.ok) throw new NotSaved(told.detail ?? String(answer.status))
  return { sheet: kept.sheet, base: kept.sheet, version: told.version, both: [] }
}

function together(kept: KeptVisit, told: ToldVisit): Followed {
  const { version, sheet: theirs = NOTHING, written, signed, by } = told
  // It was erased, or kept as long as it is to be: what stands here is saved anew.
  if (version < kept.version) return { sheet: kept.sheet, base: NOTHING, version, both: [] }
  const { sheet, both } = mergedSheets(kept.base, kept.sheet, theirs, written)
  const isNews = version > kept.version && !same(asValue(sheet), asValue(kept.sheet))
  return { sheet, base: theirs, version, both, ...(isNews && by !== undefined && { by }), ...(signed && { signed }) }
}

/** Whether something stands here that the service has not. */
export const isUnsent = ({ sheet, base }: KeptVisit): boolean => !same(asValue(sheet), asValue(base))

/** Hashes of all papers that a sheet names, in what stands and in what colleagues wrote. */
export function papersOf({ items }: VisitSheet): ReadonlySet<string> {
  const entries = Object.values(items).flatMap((one) => [one, ...(one.others ?? []).map(({ entry }) => entry)])
  return new Set(entries.flatMap(({ papers = [] }) => papers.map(({ sha256 }) => sha256)))
}
