import type { Day } from '../base/day.ts'
import { foldName } from '../base/names.ts'
import { day } from './days.ts'
import type { Scope } from './scope.ts'

/**
 * Whether a person was, on a day, one of those the agency lists as its head, acting head, or deputy who may sign for
 * the head. Names match in NFC, case folded, single spaces; both ends of the time in office are inclusive, an absent
 * end is open.
 */
export function isHeadOn({ manifest }: Scope, name: string, on: Day): boolean {
  const wanted = foldName(name)
  return manifest.agency.heads.some((head) => {
    const [from, to] = [day(head.from), day(head.to)]
    return foldName(head.name) === wanted && (from === undefined || from <= on) && (to === undefined || on <= to)
  })
}

/** Whether a title is a deputy's: it begins with "Phó". */
export function isDeputyTitle(title: string): boolean {
  return foldName(title).startsWith('phó')
}
