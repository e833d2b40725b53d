import { type Prescreen, type PrescreenAgency, resultOf } from '../../province/prescreen.ts'

/** What the list of agencies is narrowed to and sorted by; every part comes from the address and may be anything. */
export interface Selection {
  q: string
  block: string
  /** What an agency came to. */
  status: string
  change: string
  /** `onSite`, `dossier` or `none`. */
  visit: string
  sort: string
}

/** The orders that the list knows; the first is the document's own. */
export const ORDERS = ['register', 'code', 'name', 'score', 'until', '-blocking', '-missing'] as const

/** Tells where the plan has an agency, by its code. */
export function visitsOf({ plan }: Pick<Prescreen, 'plan'>): (code: string) => 'onSite' | 'dossier' | 'none' {
  const [onSite, dossier] = [plan.onSite, plan.dossier].map((visits) => new Set(visits.map(({ code }) => code)))
  return (code) => (onSite?.has(code) ? 'onSite' : dossier?.has(code) ? 'dossier' : 'none')
}

/** How many agencies came to what among those that the other parts of a selection leave. */
export function statusCounts(document: Prescreen, selection: Selection): Map<string, number> {
  const counts = new Map<string, number>()
  for (const agency of selected(document, { ...selection, status: '' }))
    counts.set(resultOf(agency), (counts.get(resultOf(agency)) ?? 0) + 1)
  return counts
}

/** The address of the list with some parts of a selection set otherwise. */
export function withParts(path: string, selection: Selection, parts: Partial<Selection>): string {
  const said = Object.entries({ ...selection, ...parts }).filter(([, value]) => value !== '')
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}

/** The agencies of a document that a selection leaves, in its order. */
export function selected(document: Prescreen, selection: Selection): PrescreenAgency[] {
  const words = folded(selection.q).split(' ').filter(Boolean)
  const wanted = (part: string, value: string) => part === '' || part === value
  const visitOf = visitsOf(document)
  const left = document.agencies.filter((agency) => {
    const text = folded(`${agency.code} ${agency.name}`)
    return (
      words.every((word) => text.includes(word)) &&
      wanted(selection.block, agency.block) &&
      wanted(selection.status, resultOf(agency)) &&
      wanted(selection.change, agency.change ?? '') &&
      wanted(selection.visit, visitOf(agency.code))
    )
  })
  return sorted(left, selection.sort)
}

/** Without tone marks and case, so that "so tu phap" finds "Sở Tư pháp". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim().replace(/\s+/g, ' ')
}

type Key = number | string | null

/** What is sorted by; null, where there is nothing to tell, stands last in either direction. */
const KEYS: Readonly<Record<string, (agency: PrescreenAgency) => Key>> = {
  code: ({ code }) => code,
  name: ({ name }) => folded(name),
  score: ({ score }) => score?.low ?? null,
  until: ({ validUntil }) => validUntil,
  blocking: ({ blocking }) => blocking.length,
  missing: ({ missing }) => missing.length,
}

function sorted(agencies: PrescreenAgency[], sort: string): PrescreenAgency[] {
  const { by, down } = orderOf(sort)
  const key = Object.hasOwn(KEYS, by) ? KEYS[by] : undefined
  if (key === undefined) return agencies
  return agencies.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return (down ? -1 : 1) * compared(one, other)
  })
}

/** One for all: making it takes longer than a hundred comparisons. */
const ORDER = new Intl.Collator('vi', { numeric: true })

function compared(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return ORDER.compare(String(one), String(other))
}

/** What `sort` in an address means: `score` from the lowest, `-score` from the highest. */
export function orderOf(sort: string): { by: string; down: boolean } {
  return { by: sort.replace(/^-/, ''), down: sort.startsWith('-') }
}
