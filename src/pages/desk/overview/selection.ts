import type { Prescreen, PrescreenAgency } from '../../../cohort/prescreen.ts'

/** What the list of agencies is narrowed to and sorted by; every part comes from the address and may be anything. */
export interface Selection {
  q: string
  block: string
  /** A status, or `none` for agencies without a bundle. */
  status: string
  change: string
  /** `onSite`, `dossier` or `none`. */
  visit: string
  sort: string
}

/** The orders that the list knows; the first is the document's own. */
export const ORDERS = ['register', 'code', 'name', 'score', 'until', 'blocking'] as const

/** Where the plan has an agency. */
export function visitOf({ plan }: Pick<Prescreen, 'plan'>, code: string): 'onSite' | 'dossier' | 'none' {
  if (plan.onSite.some((visit) => visit.code === code)) return 'onSite'
  return plan.dossier.some((visit) => visit.code === code) ? 'dossier' : 'none'
}

/** The agencies of a document that a selection leaves, in its order. */
export function selected(document: Prescreen, selection: Selection): PrescreenAgency[] {
  const words = folded(selection.q).split(' ').filter(Boolean)
  const wanted = (part: string, value: string) => part === '' || part === value
  const left = document.agencies.filter((agency) => {
    const text = folded(`${agency.code} ${agency.name}`)
    return (
      words.every((word) => text.includes(word)) &&
      wanted(selection.block, agency.block) &&
      wanted(selection.status, agency.status ?? 'none') &&
      wanted(selection.change, agency.change ?? '') &&
      wanted(selection.visit, visitOf(document, agency.code))
    )
  })
  return sorted(left, selection.sort)
}

/** Without tone marks and case, so that "so tu phap" finds "Sở Tư pháp". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim().replace(/\s+/g, ' ')
}

const LAST = '9999'
const KEYS: Readonly<Record<string, (agency: PrescreenAgency) => number | string>> = {
  code: ({ code }) => code,
  name: ({ name }) => folded(name),
  score: ({ score }) => score?.low ?? -1,
  until: ({ validUntil }) => validUntil ?? LAST,
  blocking: ({ blocking }) => -blocking.length,
}

function sorted(agencies: PrescreenAgency[], sort: string): PrescreenAgency[] {
  const key = Object.hasOwn(KEYS, sort) ? KEYS[sort] : undefined
  if (key === undefined) return agencies
  return agencies.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)]
    if (typeof one === 'string' && typeof other === 'string') return one.localeCompare(other, 'vi', { numeric: true })
    return Number(one) - Number(other)
  })
}
