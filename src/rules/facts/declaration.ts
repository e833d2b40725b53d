import type { Clock, Day } from '../../core/days.ts'
import type { Declaration } from '../../dossier/quality-system.ts'
import type { FactValue } from '../vocabulary.ts'
import { type Fact, type Facts, fact } from './fact.ts'
import { day, type Scope, usableFile } from './scope.ts'

/** A declaration, its place in the list, and the day it was signed. */
export interface DeclarationFound {
  act: Declaration
  index: number
  on: Day
}

/**
 * The declaration in force: signed and not withdrawn. The latest such replaces all earlier ones; on one day, the last
 * listed.
 */
export function declarationInForce(scope: Scope, clock: Clock): DeclarationFound | undefined {
  let best: DeclarationFound | undefined
  ;(scope.manifest.declarations ?? []).forEach((act, index) => {
    const on = day(act.signedOn)
    if (on === undefined || !clock.inForce(on, day(act.withdrawnOn))) return
    if (!best || on >= best.on) best = { act, index, on }
  })
  return best
}

/**
 * Whether a declaration is the agency's first: as its `kind` says; when it does not say, no other one is listed that
 * was signed earlier, or on the same day and listed before.
 */
export function isFirst({ manifest }: Scope, { act, index, on }: DeclarationFound): boolean {
  if (act.kind !== undefined) return act.kind === 'first'
  return !(manifest.declarations ?? []).some((other, place) => {
    const signed = day(other.signedOn)
    return signed !== undefined && (signed < on || (signed === on && place < index))
  })
}

/** A fact about the declaration in force; absent when none is. `key` is where in the declaration it stands. */
export function declared(
  type: Fact['type'],
  vi: string,
  en: string,
  key: string,
  read: (found: DeclarationFound, scope: Scope, clock: Clock) => FactValue,
): Fact {
  const of = (scope: Scope, clock: Clock) => scope.derive(declarationInForce, clock)
  return fact(
    type,
    vi,
    en,
    (scope, clock) => {
      const found = of(scope, clock)
      return found && read(found, scope, clock)
    },
    (scope, clock) => {
      const found = of(scope, clock)
      return found && `/declarations/${found.index}${key}`
    },
  )
}

/** The declaration in force (QĐ 19/2014 Điều 4 khoản 3). */
export const declarationFacts: Facts = {
  'declaration.inForce': declared(
    'section',
    'công bố Hệ thống quản lý chất lượng đang có hiệu lực',
    'declaration in force',
    '',
    () => true,
  ),
  'declaration.number': declared(
    'text',
    'số, ký hiệu công bố',
    'number of the declaration',
    '/number',
    ({ act }) => act.number,
  ),
  'declaration.signedOn': declared(
    'day',
    'ngày ký công bố',
    'day the declaration was signed',
    '/signedOn',
    ({ on }) => on,
  ),
  'declaration.lastDay': declared(
    'day',
    'ngày cuối công bố còn hiệu lực',
    'last day before the declaration is withdrawn',
    '/withdrawnOn',
    ({ act }) => {
      const withdrawn = day(act.withdrawnOn)
      return withdrawn === undefined ? undefined : withdrawn - 1
    },
  ),
  'declaration.isFirst': declared('flag', 'công bố lần đầu', 'first declaration', '/kind', (found, scope) =>
    isFirst(scope, found),
  ),
  'declaration.file': declared('file', 'bản công bố', 'the declaration itself', '/file', ({ act }, scope) =>
    usableFile(scope, act.file),
  ),
}
