import { type Prescreen, type PrescreenAgency, type Reason, resultOf } from '../../province/prescreen.ts'

/** What the list of agencies is narrowed to and sorted by; every part comes from the address and may be anything. */
export interface Selection {
  q: string
  block: string
  /** What an agency came to. */
  status: string
  change: string
  /** `onSite`, `dossier` or `none`. */
  visit: string
  /** Month of the visit in the plan, `YYYY-MM`; `none`: without one. */
  month: string
  /** A band of what papers back, of {@link EVIDENCE_BANDS}. */
  evidence: string
  /** The month in which the result lapses, `YYYY-MM`. */
  until: string
  /** Why the plan has an agency. */
  reason: string
  /** `yes` or `no`: whether a declaration is in force. */
  declared: string
  sort: string
}

/** A selection of everything. */
export const EVERYTHING: Selection = {
  ...{
    q: '',
    block: '',
    status: '',
    change: '',
    visit: '',
    month: '',
    evidence: '',
    until: '',
    reason: '',
    declared: '',
    sort: '',
  },
}

/** The selection in an address. */
export function selectionOf(query: (name: string) => string | undefined): Selection {
  const parts = Object.keys(EVERYTHING).map((name) => [name, query(name)?.slice(0, LONGEST_PART) ?? ''])
  return { ...EVERYTHING, ...Object.fromEntries(parts) }
}

const LONGEST_PART = 100

/** How much of the score papers back, in percent from and below; the last one holds those without a score. */
export const EVIDENCE_BANDS = ['0-40', '40-70', '70-100', 'none'] as const
export type EvidenceBand = (typeof EVIDENCE_BANDS)[number]

/** The band that an agency is in. */
export function bandOf({ backed }: Pick<PrescreenAgency, 'backed'>): EvidenceBand {
  if (backed === null) return 'none'
  return backed < 40 ? '0-40' : backed < 70 ? '40-70' : '70-100'
}

/** The orders that the list knows; the first is the document's own. */
export const ORDERS = ['register', 'code', 'name', 'score', 'backed', 'until', '-blocking', '-missing'] as const

/** Tells where the plan has an agency, by its code. */
export function visitsOf({ plan }: Pick<Prescreen, 'plan'>): (code: string) => 'onSite' | 'dossier' | 'none' {
  const [onSite, dossier] = [plan.onSite, plan.dossier].map((visits) => new Set(visits.map(({ code }) => code)))
  return (code) => (onSite?.has(code) ? 'onSite' : dossier?.has(code) ? 'dossier' : 'none')
}

/** Why the plan has an agency, by its code; empty where it is not in the plan. */
export function reasonsOf({ plan }: Pick<Prescreen, 'plan'>): (code: string) => readonly Reason[] {
  const reasons = new Map([...plan.onSite, ...plan.dossier].map((visit) => [visit.code, visit.reasons]))
  return (code) => reasons.get(code) ?? []
}

/** In which month the plan has an agency; `none` where it is in the plan without one. */
export function plannedMonths({ plan }: Pick<Prescreen, 'plan'>): (code: string) => string {
  const months = new Map([...plan.dossier, ...plan.onSite].map(({ code, month }) => [code, month ?? 'none']))
  return (code) => months.get(code) ?? ''
}

/** How many agencies came to what among those that the other parts of a selection leave. */
export function statusCounts(document: Prescreen, selection: Selection): Map<string, number> {
  const counts = new Map<string, number>()
  for (const agency of selected(document, { ...selection, status: '' }))
    counts.set(resultOf(agency), (counts.get(resultOf(agency)) ?? 0) + 1)
  return counts
}

/** The address of the list with some parts of a selection set otherwise; of a later page than the first, with its number. */
export function withParts(path: string, selection: Selection, parts: Partial<Selection>, page = 1): string {
  const said = Object.entries({ ...selection, ...parts }).filter(([, value]) => value !== '')
  if (page > 1) said.push(['page', String(page)])
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}

/** Agencies on a page of a list. */
const A_PAGE = 50

/** A page of a list: its number, of how many, and what is on it. A number that is none is the first, one too high the last. */
export interface ListPage<T> {
  number: number
  of: number
  items: T[]
}

/** The page of a list that an address asks for. */
export function pageOf<T>(items: readonly T[], asked: string | undefined): ListPage<T> {
  const of = Math.max(1, Math.ceil(items.length / A_PAGE))
  const number = Math.min(of, Math.max(1, /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1))
  return { number, of, items: items.slice((number - 1) * A_PAGE, number * A_PAGE) }
}

/** The agencies of a document that a selection leaves, in its order. */
export function selected(document: Prescreen, selection: Selection): PrescreenAgency[] {
  const words = folded(selection.q).split(' ').filter(Boolean)
  const wanted = (part: string, value: string) => part === '' || part === value
  const visitOf = visitsOf(document)
  const monthFor = plannedMonths(document)
  const reasonsFor = reasonsOf(document)
  const declaredAs = ({ declared }: PrescreenAgency) => (declared === undefined ? '' : declared ? 'yes' : 'no')
  const left = document.agencies.filter((agency) => {
    return (
      isCalled(agency, words) &&
      wanted(selection.block, agency.block) &&
      wanted(selection.status, resultOf(agency)) &&
      wanted(selection.change, agency.change ?? '') &&
      wanted(selection.visit, visitOf(agency.code)) &&
      wanted(selection.month, monthFor(agency.code)) &&
      wanted(selection.evidence, bandOf(agency)) &&
      wanted(selection.until, agency.validUntil?.slice(0, 7) ?? '') &&
      wanted(selection.declared, declaredAs(agency)) &&
      (selection.reason === '' || reasonsFor(agency.code).some((reason) => reason === selection.reason))
    )
  })
  return sorted(left, selection.sort)
}

/** Without tone marks and case, so that "so tu phap" finds "Sở Tư pháp". */
function isCalled({ code, name }: PrescreenAgency, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = folded(`${code} ${name}`)
  return words.every((word) => text.includes(word))
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim().replace(/\s+/g, ' ')
}

type Key = number | string | null

/** What is sorted by; null, where there is nothing to tell, stands last in either direction. */
const KEYS: Readonly<Record<string, (agency: PrescreenAgency) => Key>> = {
  code: ({ code }) => code,
  name: ({ name }) => folded(name),
  score: ({ score }) => score?.low ?? null,
  backed: ({ backed }) => backed,
  until: ({ validUntil }) => validUntil,
  blocking: ({ blocking }) => blocking.length,
  missing: ({ missing }) => missing.length,
}

function sorted(agencies: PrescreenAgency[], sort: string): PrescreenAgency[] {
  const { by, down } = orderOf(sort)
  const key = Object.hasOwn(KEYS, by) ? KEYS[by] : undefined
  if (key === undefined) return agencies
  const keys = new Map(agencies.map((agency) => [agency, key(agency)]))
  return agencies.toSorted((a, b) => {
    const [one = null, other = null] = [keys.get(a), keys.get(b)]
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
