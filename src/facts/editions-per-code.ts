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

/**
 * Answers, for each of a set of documents and processes, whether no other edition of its code is in force beside it on
 * the day; undefined when an absent edition or day leaves that open. Codes match whole; one without a code, or not in
 * force itself, has no other edition beside it.
 */
export function editionCheck<T extends Coded>(all: readonly T[], clock: Clock): (one: T) => boolean | undefined {
  const [certain, possible] = [new Map<string, T[]>(), new Map<string, T[]>()]
  for (const one of all) {
    if (one.code === undefined) continue
    const from = day(one.effectiveOn ?? one.approvedOn)
    if (!clock.inForce(from, day(one.withdrawnOn))) continue
    for (const group of from === undefined ? [possible] : [certain, possible])
      group.set(one.code, [...(group.get(one.code) ?? []), one])
  }
  return (one) => {
    const together = possible.get(one.code ?? '') ?? []
    if (together.length < 2 || !together.includes(one)) return true
    const sure = certain.get(one.code ?? '') ?? []
    if (sure.includes(one) && editions(sure).size > 1) return false
    const known = together.every(({ edition }) => edition !== undefined)
    return known && editions(together).size === 1 ? true : undefined
  }
}

const editions = (group: readonly Coded[]) => new Set(group.flatMap(({ edition }) => edition ?? []))
