import type { Clock } from '../base/clock.ts'
import { toDay } from '../base/day.ts'
import { declarationInForce } from '../facts/declarations.ts'
import type { Scope } from '../facts/scope.ts'
import { holds } from './effective.ts'
import type { Duty } from './verdict.ts'

/** Whether the agency must have a QMS on the day (QĐ 19/2014 Điều 2; blocks are a register), or a plan obliges it. */
export function dutyOf(scope: Scope, clock: Clock): Duty {
  const { ruleSet, profile } = scope.registers
  const id = scope.manifest.agency.block
  const block = ruleSet.blocks.find((one) => one.id === id)
  if (block?.endedFrom !== undefined && clock.reached(toDay(block.endedFrom))) return 'ended'
  if (block?.duty === 'obliged') return 'obliged'
  const byPlan = (profile.oblige ?? []).some((entry) => entry.block === id && holds(entry, clock))
  return byPlan ? 'obligedByPlan' : 'encouraged'
}

/** An encouraged agency that has not declared breaks nothing, and one that has ended is judged no more. */
export function isJudged(scope: Scope, duty: Duty, clock: Clock): boolean {
  if (duty === 'ended') return false
  return duty !== 'encouraged' || declarationInForce(scope, clock) !== undefined
}
