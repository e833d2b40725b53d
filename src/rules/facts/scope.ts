import { Clock, type Day, toDay } from '../../core/days.ts'
import type { Dossier } from '../../dossier/dossier.ts'
import type { Profile, RuleSet } from '../rule-set.ts'

/** The registers and the profile that facts are read with. */
export interface Registers {
  ruleSet: Pick<RuleSet, 'sources' | 'standards' | 'holidays' | 'blocks'>
  profile: Profile
}

/** Something worked out from the dossier for a day, and shared by every fact that needs it. */
export type Derivation<T> = (scope: Scope, clock: Clock) => T

interface Derived {
  value: unknown
  from: Day
  until: number
}

/**
 * What one dossier is judged on: the dossier, the registers, and what was worked out from them so far. A derivation is
 * worked out again only when the day has moved past the day through which it holds.
 */
export class Scope {
  readonly dossier: Dossier
  readonly registers: Registers
  readonly #derived = new Map<Derivation<unknown>, Derived>()

  constructor(dossier: Dossier, registers: Registers) {
    this.dossier = dossier
    this.registers = registers
  }

  get manifest(): Dossier['manifest'] {
    return this.dossier.manifest
  }

  /** The derivation's value on the clock's day; how long it stays so is noted on the clock. */
  derive<T>(how: Derivation<T>, clock: Clock): T {
    const known = this.#derived.get(how)
    if (known && known.from <= clock.day && clock.day <= known.until) {
      clock.absorb(known.until)
      return known.value as T
    }
    const own = new Clock(clock.day)
    const value = how(this, own)
    this.#derived.set(how, { value, from: clock.day, until: own.until })
    clock.absorb(own.until)
    return value
  }
}

/** The day of a date that may be absent. */
export function day(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : toDay(text)
}

/** The day of an act that has happened by the day of judgement; an act dated later has not happened. */
export function done(text: string | undefined, clock: Clock): Day | undefined {
  const on = day(text)
  return on !== undefined && clock.reached(on) ? on : undefined
}

/** Of the acts that have happened, the latest; on one day, the last listed. With its place in the list. */
export function latest<T>(
  acts: readonly T[],
  dayOf: (act: T) => Day | undefined,
  clock: Clock,
): { act: T; index: number; on: Day } | undefined {
  let best: { act: T; index: number; on: Day } | undefined
  acts.forEach((act, index) => {
    const on = dayOf(act)
    if (on === undefined || !clock.reached(on)) return
    if (!best || on >= best.on) best = { act, index, on }
  })
  return best
}

/** Whether a dated entry of a profile holds on the day; absent ends are open, `to` is exclusive. */
export function holds(entry: { from?: string | undefined; to?: string | undefined }, clock: Clock): boolean {
  return clock.inForce(day(entry.from), day(entry.to))
}

/**
 * The path of a named file when it is in the bundle, not empty, and of the type its name says; otherwise absent, so
 * that what requires it misses evidence.
 */
export function usableFile(scope: Scope, path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  return scope.dossier.files.get(path)?.state === 'ok' ? path : undefined
}
