import { Clock } from '../base/clock.ts'
import type { Day } from '../base/day.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Profile } from '../rules/registers.ts'
import type { RuleSet } from '../rules/rule-set.ts'

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
