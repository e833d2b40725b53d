import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDay } from '../../src/core/days.ts'
import type { Share } from '../../src/rules/answer.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { findProfile, judgingProfile } from '../../src/rules/rule-set.ts'
import { DayJudge } from '../../src/verdict/day-judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { oraclesFor } from '../oracle/all.ts'
import { loaded } from '../support/loaded.ts'
import { AS_OF, fileStates, manifests } from '../support/random-dossier.ts'
import { rounds } from '../support/rounds.ts'

const oracles = oraclesFor(loaded.rules.map(({ source }) => source.id))
const ratio = (share: Share | undefined) => (share ? share.of / share.over : undefined)

it('has an oracle for ten rules at least', () => {
  expect(oracles.size).toBeGreaterThanOrEqual(10)
})

/** The rules that are written a second time, by hand: the others need not be judged. */
const written = { ...loaded, rules: loaded.rules.filter(({ source }) => oracles.has(source.id)) }

describe.each(['national', 'national-rolling'])('under %s', (profileId) => {
  const profile = judgingProfile(findProfile(loaded, profileId), loaded.source)
  const rolling = profileId === 'national-rolling'

  it(`${rounds(1000)} random dossiers come to what the hand-written rules come to`, { timeout: 300_000 }, async () => {
    const seen = new Map<string, Set<string>>()
    const property = fc.asyncProperty(manifests, fileStates, async (manifest, files) => {
      const dossier = testDossier(manifest, { files })
      const judged = await new DayJudge(
        new Scope(dossier, { ruleSet: loaded.source, profile }),
        written,
        profile,
      ).judge(toDay(AS_OF))
      for (const { rule, answer } of judged) {
        const { id } = rule.source
        const oracle = oracles.get(id)
        if (!oracle) continue
        const params: Record<string, string> = rolling ? { yearCounting: 'rolling' } : {}
        const expected = oracle({ ...dossier, asOf: AS_OF, params })
        seen.set(id, (seen.get(id) ?? new Set()).add(expected.outcome))
        expect({ rule: id, outcome: answer.outcome }).toEqual({ rule: id, outcome: expected.outcome })
        if (expected.low !== undefined) expect(ratio(answer.credit?.low)).toBeCloseTo(expected.low, 12)
        if (expected.high !== undefined) expect(ratio(answer.credit?.high)).toBeCloseTo(expected.high, 12)
      }
    })
    await fc.assert(property, { numRuns: Number(process.env.ORACLE_RUNS ?? rounds(1000)), seed: 19_2014 })
    // The dossiers are no proof unless they bring each rule to several ends.
    for (const [id, outcomes] of seen)
      expect([id, outcomes.size]).toEqual([id, expect.toSatisfy((n: number) => n >= 3)])
  })
})
