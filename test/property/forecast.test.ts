import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addMonths, toDay } from '../../src/core/days.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { datedProfile } from '../../src/rules/rule-set.ts'
import { type DayResult, DossierJudge } from '../../src/verdict/day-result.ts'
import { entryFor, FORECAST_MONTHS, forecast } from '../../src/verdict/forecast.ts'
import { findProfile } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { loaded } from '../support/loaded.ts'
import { AS_OF, fileStates, manifests } from '../support/random-dossier.ts'

const today = toDay(AS_OF)
const end = addMonths(today, FORECAST_MONTHS)
const profiles = loaded.source.profiles.map((profile) => profile.id)

it('equals judging every single day anew, over 300 random dossiers', { timeout: 900_000 }, async () => {
  const property = fc.asyncProperty(
    manifests,
    fileStates,
    fc.constantFrom(...profiles),
    async (manifest, files, profileId) => {
      const profile = datedProfile(findProfile(loaded, profileId))
      const fresh = () =>
        new DossierJudge(new Scope(testDossier(manifest, { files }), { ruleSet: loaded.source, profile }), loaded, [])
      const judge = fresh()
      const first = await judge.judge(today)
      const timeline = await forecast(first, (day) => judge.judge(day))
      const daily = []
      let before: DayResult = await fresh().judge(today)
      for (let day = today + 1; day <= end; day++) {
        const next = await fresh().judge(day)
        const entry = entryFor(before, next)
        if (entry) daily.push(entry)
        before = next
      }
      expect(timeline).toEqual(daily)
    },
  )
  await fc.assert(property, { numRuns: Number(process.env.FORECAST_RUNS ?? 300), seed: 20_261_101 })
})
