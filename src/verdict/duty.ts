import type { Clock } from '../base/clock.ts'
import { declarationInForce } from '../facts/declarations.ts'
import type { Duty } from '../facts/duty.ts'
import type { Scope } from '../facts/scope.ts'

/** An encouraged agency that has not declared breaks nothing, and one that has ended is judged no more. */
export function isJudged(scope: Scope, duty: Duty, clock: Clock): boolean {
  if (duty === 'ended') return false
  return duty !== 'encouraged' || declarationInForce(scope, clock) !== undefined
}
