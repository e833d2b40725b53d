import { describe, expect, it } from 'vitest'
import { buildSamples } from '../../scripts/samples/sample.ts'
import { Clock, toDay } from '../../src/core/days.ts'
import type { Dossier } from '../../src/dossier/dossier.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { Refusal } from '../../src/intake/refusals/refusal.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { findProfile, judgingProfile } from '../../src/rules/rule-set.ts'
import { DayJudge, type DueRule, effective, factsFor, goOver, publishPlainRules } from '../../src/verdict/day-judge.ts'
import { readDossier } from '../../src/verdict/pipeline.ts'
import { loaded } from '../support/loaded.ts'
import { outcomesByBareEngine } from './bare-engine.ts'

const samples = await buildSamples()
const profile = judgingProfile(findProfile(loaded, 'national'), loaded.source)

async function dossierOf(zip: Uint8Array): Promise<Dossier | undefined> {
  const source = { size: zip.length, read: async (at: number, length: number) => zip.subarray(at, at + length) }
  try {
    return await readDossier(source, { limits: DEFAULT_LIMITS, stopwatch: () => 0, ruleSet: loaded })
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** The facts of a day, for every rule in force on it. */
function facts(scope: Scope, asOf: string) {
  const day = toDay(asOf)
  const due = loaded.rules.flatMap((rule): DueRule[] => {
    const clock = new Clock(day)
    const found = effective(rule, profile, clock)
    const { version, params } = found
    return version === undefined || found.off
      ? []
      : [{ ...found, version, context: { scope, clock, params }, texts: [] }]
  })
  goOver(due, scope)
  return factsFor(due, scope, day)
}

describe('the plain rules in a bare engine come to what the verdict says', () => {
  it.each(samples)('of sample $name', async ({ zip, description: { asOf } }) => {
    const dossier = await dossierOf(zip)
    if (dossier === undefined) return
    const scope = () => new Scope(dossier, { ruleSet: loaded.source, profile })
    const judged = await new DayJudge(scope(), loaded, profile).judge(toDay(asOf))
    const { name, text } = publishPlainRules(loaded, 'national', asOf)
    expect(name).toBe(`json-rules-engine-${asOf}-national-${loaded.sha256}.json`)
    const plain = await outcomesByBareEngine(JSON.parse(text), facts(scope(), asOf))
    const inForce = judged.filter(({ answer }) => answer.outcome !== 'notInForce')
    expect(Object.fromEntries([...plain].map(([rule, line]) => [rule, line.split(' by ')[0]]))).toEqual(
      Object.fromEntries(inForce.map(({ rule, answer }) => [rule.source.id, answer.outcome])),
    )
    expect(plain.size).toBeGreaterThan(40)
  })

  it('of at least five samples', () => {
    expect(samples.length).toBeGreaterThanOrEqual(5)
  })
})

it('the plain rules hold the parameters of the profile and its floor under papers as values, and no path', () => {
  const text = (profileId: string) => publishPlainRules(loaded, profileId, '2026-11-01').text
  expect(text('national')).not.toContain('"path"')
  expect(text('national').match(/"missingEvidence by floor"/g)?.length).toBeGreaterThanOrEqual(4)
  expect(text('national')).not.toContain('"rolling"')
  expect(text('national-rolling')).toContain('"rolling"')
})
