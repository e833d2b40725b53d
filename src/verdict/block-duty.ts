import { Clock } from '../base/clock.ts'
import { toDay } from '../base/day.ts'
import { type Duty, dutyOfBlock } from '../facts/duty.ts'
import { datedProfile } from '../rules/dated-profile.ts'
import type { Profile } from '../rules/registers.ts'
import type { RuleSet } from '../rules/rule-set.ts'

/**
 * The duty of the agencies of a block on a day, whether or not they have handed in anything.
 * @param asOf `YYYY-MM-DD`
 */
export function blockDuty(block: string, ruleSet: Pick<RuleSet, 'blocks'>, profile: Profile, asOf: string): Duty {
  return dutyOfBlock(block, { ruleSet, profile: datedProfile(profile) }, new Clock(toDay(asOf)))
}
