import { Clock, toDay } from '../../core/days.ts'
import { datedProfile, type Profile, type RuleSet } from '../rule-set.ts'
import { declarationInForce } from './declaration.ts'
import { type Facts, fact } from './fact.ts'
import { holds, type Registers, type Scope } from './scope.ts'

/** Whether an agency must have a QMS: by law, by a local plan, not at all, or no more because its level has ended. */
export type Duty = 'obliged' | 'obligedByPlan' | 'encouraged' | 'ended'

/** What the duty of a block hangs on. */
interface DutyRegisters {
  ruleSet: Pick<Registers['ruleSet'], 'blocks'>
  profile: Registers['profile']
}

/** Whether the agency must have a QMS on the day (QĐ 19/2014 Điều 2; blocks are a register), or a plan obliges it. */
export function dutyOf(scope: Scope, clock: Clock): Duty {
  return dutyOfBlock(scope.manifest.agency.block, scope.registers, clock)
}

/** The same for any agency of a block: nothing else of it matters. */
function dutyOfBlock(id: string, { ruleSet, profile }: DutyRegisters, clock: Clock): Duty {
  const block = ruleSet.blocks.find((one) => one.id === id)
  if (block?.endedFrom !== undefined && clock.reached(toDay(block.endedFrom))) return 'ended'
  if (block?.duty === 'obliged') return 'obliged'
  const byPlan = (profile.oblige ?? []).some((entry) => entry.block === id && holds(entry, clock))
  return byPlan ? 'obligedByPlan' : 'encouraged'
}

/** The agency's duty as a word of rules. */
export const dutyFacts: Facts = {
  'agency.duty': fact(
    'text',
    'diện áp dụng của cơ quan',
    "the agency's duty",
    (s, c) => s.derive(dutyOf, c),
    () => '/agency/block',
  ),
}

/** An encouraged agency that has not declared breaks nothing, and one that has ended is judged no more. */
export function isJudged(scope: Scope, duty: Duty, clock: Clock): boolean {
  if (duty === 'ended') return false
  return duty !== 'encouraged' || declarationInForce(scope, clock) !== undefined
}

/**
 * The duty of the agencies of a block on a day, whether or not they have handed in anything.
 * @param asOf `YYYY-MM-DD`
 */
export function blockDuty(block: string, ruleSet: Pick<RuleSet, 'blocks'>, profile: Profile, asOf: string): Duty {
  return dutyOfBlock(block, { ruleSet, profile: datedProfile(profile) }, new Clock(toDay(asOf)))
}
