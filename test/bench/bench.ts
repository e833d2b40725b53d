import { toDay } from '../../src/core/days.ts'
import { bytesInMemory } from '../../src/core/files.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import { type LoadedRuleSet, loadRules } from '../../src/rules/load.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'
import { DayJudge } from '../../src/verdict/day-judge.ts'
import { findProfile, judge } from '../../src/verdict/judge.ts'
import { evaluateBundle } from '../../src/verdict/pipeline.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { oraclesFor } from '../oracle/all.ts'
import { bundleOf, manifestOf } from './bundle.ts'
import { floor, rawEntries } from './floor.ts'
import { quickest, ratio } from './measure.ts'

const AS_OF = '2026-11-01'
const ENGINE = { name: 'qms-verdict', version: 'bench' }

/** `npm run bench`: prints ratios within this run; bare times mean nothing on another machine. */
export async function main(): Promise<number> {
  const { loaded } = await loadRules('rules', vocabulary as Vocabulary<unknown>)
  process.stdout.write(
    `${loaded.rules.length} rules\n\nbundle in, verdict out, against inflate + SHA-256 + JSON.parse of the same bundle\n`,
  )
  for (const [procedures, files, bytes] of [
    [12, 30, 170_000],
    [200, 30, 170_000],
    [200, 200, 25_000],
  ] as const)
    await wholeBundle(loaded, procedures, files, bytes)
  process.stdout.write(
    '\njudging one day, against the hand-written rules of test/oracle (same rules on both sides), and all of it\n',
  )
  for (const procedures of [5, 200, 2000]) await judging(loaded, procedures)
  return 0
}

async function wholeBundle(ruleSet: LoadedRuleSet, procedures: number, files: number, bytes: number): Promise<void> {
  const archive = await bundleOf(await manifestOf(procedures), files, bytes)
  const entries = rawEntries(archive)
  const input = {
    source: bytesInMemory(archive),
    asOf: AS_OF,
    judge: { ruleSet, profileId: 'national', engine: ENGINE },
    limits: DEFAULT_LIMITS,
    stopwatch: () => performance.now(),
  }
  const least = await quickest(25, () => floor(archive, entries))
  const whole = await quickest(25, () => evaluateBundle(input))
  const size = `${procedures} procedures, ${files} files, ${(archive.length / 1e6).toFixed(1)} MB`
  process.stdout.write(`  ${size.padEnd(40)} ${ratio(whole, least)}   (floor ${least.toFixed(1)} ms here)\n`)
}

async function judging(ruleSet: LoadedRuleSet, procedures: number): Promise<void> {
  const dossier = testDossier(await manifestOf(procedures))
  const profile = findProfile(ruleSet, 'national')
  const oracles = oraclesFor(ruleSet.rules.map(({ source }) => source.id))
  const same = { ...ruleSet, rules: ruleSet.rules.filter(({ source }) => oracles.has(source.id)) }
  const day = (rules: LoadedRuleSet) => () =>
    new DayJudge(new Scope(dossier, { ruleSet: ruleSet.source, profile }), rules, profile).judge(toDay(AS_OF))
  // By hand means plainly, list inside list: with thousands of procedures one round is long enough to measure.
  const rounds = procedures > 1000 ? 3 : 60
  const byHand = await quickest(rounds, () => {
    for (const oracle of oracles.values()) oracle({ ...dossier, asOf: AS_OF, params: {} })
  })
  const ours = await quickest(60, day(same))
  const all = await quickest(60, day(ruleSet))
  const verdict = await quickest(20, () =>
    judge({ dossier, ruleSet, profileId: 'national', engine: ENGINE, asOf: AS_OF }),
  )
  const line = [
    `${oracles.size} rules by hand 1×`,
    `by the engine ${ratio(ours, byHand)}`,
    `all ${ruleSet.rules.length} rules ${ratio(all, byHand)}`,
    `whole verdict with forecast ${ratio(verdict, byHand)}`,
  ]
  process.stdout.write(
    `  ${String(procedures).padStart(5)} procedures: ${line.join(', ')}   (by hand ${byHand.toFixed(3)} ms here)\n`,
  )
}
