import type { Day } from '../base/day.ts'
import { foldName } from '../base/names.ts'
import { day } from './days.ts'
import type { Scope } from './scope.ts'

interface Term {
  from: Day | undefined
  to: Day | undefined
}

/** Terms by folded name, read once per scope: a long list of heads is asked about once per document. */
const termsOf = new WeakMap<Scope, ReadonlyMap<string, readonly Term[]>>()

function readTerms({ manifest }: Scope): ReadonlyMap<string, readonly Term[]> {
  const terms = new Map<string, Term[]>()
  for (const head of manifest.agency.heads) {
    const name = foldName(head.name)
    const own = terms.get(name) ?? []
    terms.set(name, own)
    own.push({ from: day(head.from), to: day(head.to) })
  }
  return terms
}

/**
 * Whether a person was, on a day, one of those the agency lists as its head, acting head, or deputy who may sign for
 * the head. Names match in NFC, case folded, single spaces; both ends of the time in office are inclusive, an absent
 * end is open.
 */
export function isHeadOn(scope: Scope, name: string, on: Day): boolean {
  const terms = termsOf.get(scope) ?? readTerms(scope)
  termsOf.set(scope, terms)
  return (terms.get(foldName(name)) ?? []).some(
    ({ from, to }) => (from === undefined || from <= on) && (to === undefined || on <= to),
  )
}

/** Whether a title is a deputy's: it begins with "Phó". */
export function isDeputyTitle(title: string): boolean {
  return foldName(title).startsWith('phó')
}
