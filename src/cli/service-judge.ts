import type { Judge } from '../evaluation/evaluate-bundle.ts'
import { findProfile } from '../verdict/find-profile.ts'
import { chosenRules, engine } from './load.ts'
import { readExceptionsFile } from './read-exceptions.ts'

/** Options that say by what the service judges. */
export const JUDGE_OPTIONS = {
  profile: { type: 'string', default: 'national' },
  exceptions: { type: 'string' },
  rules: { type: 'string' },
  'rule-set': { type: 'string' },
} as const

/**
 * By what the service judges.
 * @throws InputError when the rules, the profile or the exceptions cannot be used
 */
export async function serviceJudge(values: {
  profile: string
  exceptions?: string | undefined
  rules?: string | undefined
  'rule-set'?: string | undefined
}): Promise<Judge> {
  const ruleSet = await chosenRules(values.rules, values['rule-set'])
  findProfile(ruleSet, values.profile)
  const exceptions = values.exceptions === undefined ? undefined : await readExceptionsFile(values.exceptions, ruleSet)
  return { ruleSet, profileId: values.profile, engine: await engine(), exceptions }
}
