import { Engine, Rule } from 'json-rules-engine'
import { Clock, toDay } from '../../src/core/days.ts'
import { bytesInMemory } from '../../src/core/files.ts'
import type { Dossier } from '../../src/dossier/dossier.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { addOperators } from '../../src/rules/condition.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { findProfile, judgingProfile } from '../../src/rules/rule-set.ts'
import { DayJudge, type DueRule, effective, factsFor, goOver, publishPlainRules } from '../../src/verdict/day-judge.ts'
import { judge } from '../../src/verdict/judge.ts'
import { evaluateBundle } from '../../src/verdict/pipeline.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { oraclesFor } from '../oracle/all.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { bundleOf, manifestOf } from './bundle.ts'
import { floor, rawEntries } from './floor.ts'
import { takingTurns } from './measure.ts'
import type { Extent, Part, Table } from './table.ts'

const AS_OF = '2026-11-01'
const PROFILE = 'national'
const by = { ruleSet: loaded, profileId: PROFILE, engine: ENGINE }
const profile = judgingProfile(findProfile(loaded, PROFILE), loaded.source)

/** 1×, 4× and 16×. */
const GROWING = [125, 500, 2000]
const rounds = ({ quick }: Extent) => (quick ? 5 : 15)

const BUNDLES = [
  { procedures: 12, most: 1.25 },
  { procedures: 200, most: 1.35 },
  { procedures: 2000, most: 1.6 },
] as const

async function bundleSides(procedures: number, files: number, bytes: number) {
  const archive = await bundleOf(await manifestOf(procedures), files, bytes)
  const entries = rawEntries(archive)
  const stopwatch = () => performance.now()
  const input = { source: bytesInMemory(archive), asOf: AS_OF, judge: by, limits: DEFAULT_LIMITS, stopwatch }
  return [() => evaluateBundle(input), () => floor(archive, entries)]
}

async function measureBundles(table: Table, extent: Extent): Promise<void> {
  for (const [files, bytes] of [
    [30, 170_000],
    [200, 25_000],
  ] as const)
    for (const { procedures, most } of BUNDLES) {
      const [ours = 0, theirs = 0] = await takingTurns(await bundleSides(procedures, files, bytes), {
        rounds: rounds(extent),
      })
      const name = `${procedures} procedures, ${files} files, ${((files * bytes) / 1e6).toFixed(1)} MB`
      table.ratio(name, ours / theirs, { most }, `${ours.toFixed(1)} ms here`)
    }
  await growing(table, 'procedures', extent, (procedures) => bundleSides(procedures, 30, 170_000))
}

async function growing(table: Table, of: string, extent: Extent, sides: (size: number) => Promise<(() => unknown)[]>) {
  const times: number[][] = []
  for (const size of GROWING) times.push(await takingTurns(await sides(size), { rounds: rounds(extent) }))
  const side = (at: number) => times.map((one) => one[at] ?? Number.NaN)
  table.growth(of, GROWING, side(0), side(1))
}

const dossierOf = async (procedures: number) => testDossier(await manifestOf(procedures))
const scopeOf = (dossier: Dossier) => new Scope(dossier, { ruleSet: loaded.source, profile })

const oneDay =
  (dossier: Dossier, ruleSet = loaded) =>
  () =>
    new DayJudge(scopeOf(dossier), ruleSet, profile).judge(toDay(AS_OF))

/** What the plain rules are told of a dossier: the same facts, with its lists gone over. */
function factsOf(dossier: Dossier) {
  const [scope, day] = [scopeOf(dossier), toDay(AS_OF)]
  const due = loaded.rules.flatMap((rule): DueRule[] => {
    const clock = new Clock(day)
    const { version, ...found } = effective(rule, profile, clock)
    if (version === undefined || found.off) return []
    return [{ ...found, version, context: { scope, clock, params: found.params }, texts: [] }]
  })
  goOver(due, scope)
  return factsFor(due, scope, day)
}

const plainRules = (JSON.parse(publishPlainRules(loaded, PROFILE, AS_OF).text) as object[]).map(
  (one) => new Rule(one as ConstructorParameters<typeof Rule>[0]),
)

/** The exported rules, built once, in an engine that knows our operators and nothing else of ours. */
async function bareEngine(facts: ReturnType<typeof factsOf>) {
  const engine = new Engine(plainRules)
  addOperators(engine)
  for (const fact of facts) engine.addFact(fact)
  const { results } = await engine.run()
  if (results.length < 40) throw new Error(`${results.length} rules were decided`)
}

async function measureJudging(table: Table, extent: Extent): Promise<void> {
  const turns = { rounds: rounds(extent) }
  for (const procedures of [5, 200, 2000]) {
    const dossier = await dossierOf(procedures)
    const given = factsOf(dossier)
    const sides = [oneDay(dossier), () => bareEngine(factsOf(dossier)), () => bareEngine(given)]
    const [ours = 0, theirs = 0, engineAlone = 0] = await takingTurns(sides, turns)
    const name = `${procedures} procedures, ${plainRules.length} rules`
    table.ratio(name, ours / theirs, { most: 1.5 }, `${ours.toFixed(1)} ms here`)
    table.ratio(`${name}, against the engine alone, facts given`, ours / engineAlone)
    await againstHand(table, dossier, `${procedures} procedures`, extent)
  }
  await growing(table, 'procedures', extent, async (procedures) => {
    const dossier = await dossierOf(procedures)
    return [oneDay(dossier), () => bareEngine(factsOf(dossier))]
  })
}

/** The rules that stand a second time in test/oracle, in one pass over maps. */
async function againstHand(table: Table, dossier: Dossier, size: string, extent: Extent): Promise<void> {
  const oracles = oraclesFor(loaded.rules.map(({ source }) => source.id))
  const same = { ...loaded, rules: loaded.rules.filter(({ source }) => oracles.has(source.id)) }
  const byHand = () => {
    for (const oracle of oracles.values()) oracle({ ...dossier, asOf: AS_OF, params: {} })
  }
  const [ours = 0, hand = 1] = await takingTurns([oneDay(dossier, same), byHand], { rounds: rounds(extent) })
  table.ratio(`${size}, ${oracles.size} rules, against the same by hand`, ours / hand)
}

async function measureForecast(table: Table, extent: Extent): Promise<void> {
  const sidesOf = (dossier: Dossier) => [() => judge({ dossier, asOf: AS_OF, ...by }), oneDay(dossier)]
  for (const procedures of [5, 200, 2000]) {
    const [ours = 0, day = 1] = await takingTurns(sidesOf(await dossierOf(procedures)), { rounds: rounds(extent) })
    table.ratio(`${procedures} procedures`, ours / day, { most: 3 }, `${ours.toFixed(1)} ms here`)
  }
  await growing(table, 'procedures', extent, async (procedures) => sidesOf(await dossierOf(procedures)))
}

export const judgingParts: readonly Part[] = [
  {
    name: 'bundle',
    heading: 'bundle in, verdict out, its files no papers; against inflate, SHA-256 and JSON.parse of the same',
    measure: measureBundles,
  },
  {
    name: 'judging',
    heading: 'one day; against the same rules as `rules build` exports them, in a bare json-rules-engine',
    measure: measureJudging,
  },
  {
    name: 'forecast',
    heading: 'a whole verdict with forecast and plan; against judging one day',
    measure: measureForecast,
  },
]
