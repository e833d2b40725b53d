import fc from 'fast-check'
import { expect } from 'vitest'
import { addMonths, toDay } from '../../src/core/days.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { judgingProfile } from '../../src/rules/rule-set.ts'
import { DossierJudge } from '../../src/verdict/day-result.ts'
import { entryFor, FORECAST_MONTHS, forecast } from '../../src/verdict/forecast.ts'
import { findProfile } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { loaded } from '../support/loaded.ts'
import { AS_OF, fileStates, manifests } from '../support/random-dossier.ts'

const today = toDay(AS_OF)
const end = addMonths(today, FORECAST_MONTHS)
const profiles = loaded.source.profiles.map((profile) => profile.id)
/** Days looked at between turns, where nothing may differ from the day before. */
const OTHER_DAYS = 40
const otherDays = fc.array(fc.integer({ min: today + 1, max: end }), { minLength: OTHER_DAYS, maxLength: OTHER_DAYS })

/**
 * Over random dossiers, holds the forecast against judging days anew: each turn with the day before and the day after,
 * the last day, and forty random ones; and no turn may be missed between any two of these.
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
      const fresh = () => new DossierJudge(new Scope(dossier, { ruleSet: loaded.source, profile }), loaded, [])
      const judge = fresh()
      const timeline = await forecast(await judge.judge(today), (day) => judge.judge(day))
      const turns = timeline.map(({ on }) => toDay(on))
      const near = turns.flatMap((day) => [day - 1, day, day + 1])
      const days = [...new Set([...near, ...others, end])]
        .filter((day) => day > today && day <= end)
        .sort((a, b) => a - b)
      let before = await fresh().judge(today)
      for (const day of days) {
        // Nothing turns between two days that are looked at: the one before stands for the eve of this one.
        const next = await fresh().judge(day)
        expect({ day, entry: entryFor(before, next) }).toEqual({ day, entry: timeline[turns.indexOf(day)] })
        before = next
      }
      expect(turns).toEqual([...new Set(turns)].sort((a, b) => a - b))
    },
  )
  await fc.assert(property, { numRuns: dossiers, seed: 20_261_101 })
}
