import type { Clock } from '../base/clock.ts'
import { day } from './days.ts'

/** What tells which editions of a code are in force: of a document or of a process. */
interface Coded {
  code?: string | undefined
  edition?: string | undefined
  approvedOn?: string | undefined
  effectiveOn?: string | undefined
  withdrawnOn?: string | undefined
}

/** The documents and processes of one code that are in force, or may be. */
interface Group {
  members: number
  /** Editions certainly in force. */
  certain: Set<string>
  /** Editions in force or perhaps so. */
  possible: Set<string>
  editionAbsent: boolean
}

/**
 * Answers, for each of a set of documents and processes, whether no other edition of its code is in force beside it on
 * the day; undefined when an absent edition or day leaves that open. Codes match whole; one without a code, or not in
 * force itself, has no other edition beside it.
 */
export function editionCheck<T extends Coded>(all: readonly T[], clock: Clock): (one: T) => boolean | undefined {
  const groups = new Map<string, Group>()
  const groupOf = new Map<T, Group>()
  for (const one of all) {
    const from = day(one.effectiveOn ?? one.approvedOn)
    if (one.code === undefined || !clock.inForce(from, day(one.withdrawnOn))) continue
    const group = groups.get(one.code) ?? { members: 0, certain: new Set(), possible: new Set(), editionAbsent: false }
    groups.set(one.code, group)
    groupOf.set(one, group)
    group.members++
    if (one.edition === undefined) group.editionAbsent = true
    else for (const set of from === undefined ? [group.possible] : [group.certain, group.possible]) set.add(one.edition)
  }
  return (one) => {
    const group = groupOf.get(one)
    if (group === undefined || group.members < 2) return true
    const dated = one.effectiveOn !== undefined || one.approvedOn !== undefined
    if (group.certain.size > 1 && dated) return false
    return group.possible.size === 1 && !group.editionAbsent ? true : undefined
  }
}
