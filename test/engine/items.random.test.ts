import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Clock, toDay } from '../../src/core/days.ts'
import { runRules } from '../../src/rules/engine.ts'
import { engineFacts } from '../../src/rules/engine-facts.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import { engineRule, linesOfSteps } from '../../src/rules/outcome-rules.ts'
import { findProfile, judgingProfile } from '../../src/rules/rule-set.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { loaded } from '../support/loaded.ts'
import { AS_OF, fileStates, manifests } from '../support/random-dossier.ts'
import { rounds } from '../support/rounds.ts'

const profile = judgingProfile(findProfile(loaded, 'national'), loaded.source)
const day = toDay(AS_OF)

/** Rules over a list, each with its items' steps as the engine is asked them. */
const overLists = loaded.rules.flatMap(({ source, versions }) =>
  source.versions.flatMap(({ forEach, from, params = {} }) => {
    const plan = versions.find((version) => version.from === toDay(from))?.plan
    if (!forEach || !plan) return []
    return [{ plan, params, ...engineRule(source.id, linesOfSteps(forEach, params)) }]
  }),
)
const lists = [...new Set(overLists.map(({ plan }) => plan.list))]

it(`each item of ${rounds(1000)} random dossiers comes to what the engine says of it`, {
  timeout: 600_000,
}, async () => {
  const seen = new Map<string, Set<string>>()
  const property = fc.asyncProperty(manifests, fileStates, async (manifest, files) => {
    const scope = new Scope(testDossier(manifest, { files }), { ruleSet: loaded.source, profile })
    for (const name of lists) {
      const rules = overLists.filter(({ plan }) => plan.list === name)
      const list = vocabulary.lists[name] as Vocabulary<unknown>['lists'][string]
      const words = { vocabulary: vocabulary as Vocabulary<unknown>, list }
      const asked = rules.flatMap(({ facts }) => facts)
      for (const item of list.items(scope, new Clock(day))) {
        const context = { scope, clock: new Clock(day), params: {}, item }
        const decided = await runRules(rules, engineFacts(asked, words, context))
        for (const { id, plan, params } of rules) {
          const { outcome, missing, unmet } = plan.steps.judge({ ...context, params })
          expect({ rule: id, ...decided.get(id) }).toMatchObject({ rule: id, outcome, missing, unmet })
          seen.set(id, (seen.get(id) ?? new Set()).add(outcome))
        }
      }
    }
  })
  await fc.assert(property, { numRuns: Number(process.env.ITEM_RUNS ?? rounds(1000)), seed: 11_2026 })
  // The dossiers are no proof unless nearly every rule over a list has items that come to several ends.
  const several = [...seen.values()].filter((outcomes) => outcomes.size >= 2)
  expect(several.length).toBeGreaterThanOrEqual(Math.floor(overLists.length * 0.7))
})
