import fc from 'fast-check'
import { expect } from 'vitest'
import { addMonths, type Day, toDay } from '../../src/core/days.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { findProfile, judgingProfile } from '../../src/rules/rule-set.ts'
import type { JudgedRule } from '../../src/verdict/day-judge.ts'
import { DossierJudge } from '../../src/verdict/day-result.ts'
import { entryFor, FORECAST_MONTHS, forecast } from '../../src/verdict/forecast.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { loaded } from '../support/loaded.ts'
import { AS_OF, fileStates, manifests } from '../support/random-dossier.ts'

const today = toDay(AS_OF)
const end = addMonths(today, FORECAST_MONTHS)
const profiles = loaded.source.profiles.map((profile) => profile.id)
/** Days looked at between turns, where nothing may differ from the day before. */
const OTHER_DAYS = 40
const otherDays = fc.array(fc.integer({ min: today + 1, max: end }), { minLength: OTHER_DAYS, maxLength: OTHER_DAYS })
/** On each of them a share of the rules is judged, and over the days all rules: judging is what costs. */
const SHARES = 16
const outcomeOf = ({ off, answer }: JudgedRule) => (off ? 'notInForce' : answer.outcome)

/**
 * Over random dossiers, holds the forecast against judging days anew: around each turn the rules that turn, on the day,
 * the day before and the day after; on forty random days and on the last one a share of all rules, by turns; the first
 * turn and the last whole, with score and grade. No turn may be missed between any two of these.
 */
export async function expectForecasts(dossiers: number): Promise<void> {
  const property = fc.asyncProperty(
    manifests,
    fileStates,
    fc.constantFrom(...profiles),
    otherDays,
    async (manifest, files, profileId, others) => {
      const profile = judgingProfile(findProfile(loaded, profileId), loaded.source)
      const dossier = testDossier(manifest, { files })
      const judgeOf = (some: (id: string, at: number) => boolean) => {
        const rules = loaded.rules.filter(({ source }, at) => some(source.id, at))
        return new DossierJudge(new Scope(dossier, { ruleSet: loaded.source, profile }), { ...loaded, rules }, [])
      }
      const judge = judgeOf(() => true)
      const now = await judge.judge(today)
      const timeline = await forecast(now, (day) => judge.judge(day))

      /** Each rule's outcome on a day, as the forecast has it. */
      const forecasted = (day: Day) => {
        const outcomes = new Map(now.rules.map((rule) => [rule.rule.source.id, outcomeOf(rule) as string]))
        for (const { on, turns } of timeline)
          if (toDay(on) <= day) for (const { rule, to } of turns) outcomes.set(rule, to)
        return outcomes
      }
      const expectOn = async (day: Day, some: (id: string, at: number) => boolean) => {
        if (day <= today || day > end) return
        const due = forecasted(day)
        const found = (await judgeOf(some).judge(day)).rules
        const outcomes = found.map((rule) => [rule.rule.source.id, outcomeOf(rule)])
        expect({ day, outcomes }).toEqual({ day, outcomes: outcomes.map(([id = '']) => [id, due.get(id)]) })
      }

      const turns = timeline.map(({ on }) => toDay(on))
      expect(turns).toEqual([...new Set(turns)].sort((a, b) => a - b))
      for (const { on, turns: those } of timeline) {
        const turning = new Set(those.map(({ rule }) => rule))
        for (const day of [toDay(on) - 1, toDay(on), toDay(on) + 1]) await expectOn(day, (id) => turning.has(id))
      }
      for (const [nth, day] of others.entries()) await expectOn(day, (_, at) => at % SHARES === nth % SHARES)
      await expectOn(end, () => true)
      for (const day of new Set([...turns.slice(0, 1), ...turns.slice(-1)])) {
        const [before, next] = [await judgeOf(() => true).judge(day - 1), await judgeOf(() => true).judge(day)]
        expect({ day, entry: entryFor(before, next) }).toEqual({ day, entry: timeline[turns.indexOf(day)] })
      }
    },
  )
  await fc.assert(property, { numRuns: dossiers, seed: 20_261_101 })
}
