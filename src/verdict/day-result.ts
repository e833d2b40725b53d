import { Clock, type Day, toDay } from '../core/days.ts'
import { agencyCode } from '../core/names.ts'
import type { Exception } from '../rules/exceptions.ts'
import { type Duty, dutyOf, isJudged } from '../rules/facts/duty.ts'
import type { Scope } from '../rules/facts/scope.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { DayJudge, type JudgedRule, type RuleByRule } from './day-judge.ts'
import { backingOf } from './evidence.ts'
import { gradeOf, scoreOf, statusOf } from './score.ts'
import type { Backing, Score, Status } from './verdict.ts'

/** Status, grade and score together, and what the score rests on. */
export interface Standing {
  status: Status
  grade: string | null
  score: Score | null
  evidence: Backing | null
}

/** Everything that can differ from one day to the next. */
export interface DayResult extends Standing {
  day: Day
  /** Last day on which all of this stays so. */
  until: number
  duty: Duty
  /** False: the agency is not judged on this day, and every finding is notApplicable. */
  judged: boolean
  rules: JudgedRule[]
  /** The same as they were judged, also where the agency is not. */
  asJudged: readonly JudgedRule[]
  /** The rule for whose sake the bundle is set aside, whatever the duty. */
  quarantine: JudgedRule | undefined
  /** Rules taken out of status, grade and score by an exception that counts on this day. */
  excepted: ReadonlySet<string>
}

/** Judges one dossier for one day after another; days must not go backwards. */
export class DossierJudge {
  readonly #scope: Scope
  readonly #ruleSet: LoadedRuleSet
  readonly #days: DayJudge
  readonly #exceptions: readonly Exception[]

  /** @param exceptions those of the authority's file; of other agencies too */
  constructor(scope: Scope, ruleSet: LoadedRuleSet, exceptions: readonly Exception[], how: RuleByRule = {}) {
    this.#scope = scope
    this.#ruleSet = ruleSet
    this.#days = new DayJudge(scope, ruleSet, scope.registers.profile, how)
    const code = agencyCode(scope.manifest.agency.code)
    this.#exceptions = exceptions.filter(({ agency }) => agencyCode(agency) === code)
  }

  /** The grades in use: the profile's own, or those of the rule set. */
  get grades() {
    return this.#scope.registers.profile.grades ?? this.#ruleSet.source.grades
  }

  /** This agency's exceptions, lapsed ones too. */
  get exceptions(): readonly Exception[] {
    return this.#exceptions
  }

  async judge(day: Day): Promise<DayResult> {
    const clock = new Clock(day)
    const duty = dutyOf(this.#scope, clock)
    const judged = isJudged(this.#scope, duty, clock)
    const all = await this.#days.judge(day)
    const counting = this.#exceptions.filter(({ lastDay }) => !clock.passed(toDay(lastDay)))
    const excepted = new Set(counting.map(({ rule }) => rule))
    const until = Math.min(clock.until, ...all.map((rule) => rule.until))
    const quarantine = all.find(
      ({ rule, answer, off }) => !off && rule.source.quarantines && answer.outcome === 'needsReview',
    )
    const common = { day, until, duty, judged, asJudged: all, excepted, quarantine }
    if (!judged) {
      const standing = { status: 'notApplicable', grade: null, score: null, evidence: null } as const
      return { ...common, rules: all.map(setAside), ...standing }
    }
    return { ...common, rules: all, ...this.standing(counted(all, excepted)) }
  }

  /** Status, grade and score of rules. */
  standing(rules: readonly JudgedRule[]): Standing {
    const [status, score] = [statusOf(rules), scoreOf(rules)]
    const evidence = score && backingOf(rules)
    return { status, score, evidence, grade: gradeOf(rules, status, score, this.grades) }
  }
}

/** The rules that count: neither switched off by the profile nor taken out by an exception. */
export function counted(rules: readonly JudgedRule[], excepted: ReadonlySet<string>): JudgedRule[] {
  return rules.filter((rule) => !rule.off && !excepted.has(rule.rule.source.id))
}

/** The rule of an agency that is not judged. */
function setAside(rule: JudgedRule): JudgedRule {
  return {
    ...rule,
    answer: {
      outcome: 'notApplicable',
      message: 'notApplicable',
      values: {},
      credit: null,
      evidence: [],
      assurance: null,
    },
  }
}
