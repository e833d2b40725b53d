import type { Language } from '../../base/localized.ts'
import type { Prescreen, PrescreenAgency } from '../../cohort/prescreen.ts'
import type { Grade } from '../../rules/registers.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { Authority } from './authority.ts'

/** What the plan and the yearly report are written from. */
export interface DeskContext {
  prescreen: Prescreen
  ruleSet: RuleSet
  authority: Authority
  lang: Language
  /** Last year's document, to draw scores against. */
  previous?: Prescreen | undefined
  /** Written reasons of a person beside the plan, by the agency's code. */
  personReasons?: ReadonlyMap<string, string> | undefined
}

/** The agencies of this year's list: not those that stood in last year's alone. */
export function agenciesListed({ agencies }: Prescreen): PrescreenAgency[] {
  return agencies.filter(({ change }) => change !== 'left')
}

/** What the block is called; its id where the rule set does not have it. */
export function blockLabel(id: string, { ruleSet, lang }: DeskContext): string {
  return ruleSet.blocks.find((one) => one.id === id)?.label[lang] ?? id
}

/** The profile's title; its id where the rule set does not have it. */
export function profileTitle({ prescreen, ruleSet, lang }: DeskContext): string {
  const { id } = prescreen.profile
  return ruleSet.profiles.find((one) => one.id === id)?.title[lang] ?? id
}

/** The grades of the programme, or the national ones, the best first. */
export function gradesInUse({ prescreen, ruleSet }: DeskContext): Grade[] {
  const own = ruleSet.profiles.find(({ id }) => id === prescreen.profile.id)?.grades
  return [...(own ?? ruleSet.grades)].sort((a, b) => b.atLeast - a.atLeast)
}
