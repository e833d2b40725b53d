import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { buildSample } from '../../scripts/samples/sample.ts'
import { type DeskSettings, prepareCache } from '../../src/cli/prescreen/bundle-judge.ts'
import { type NamedBundle, runBundles } from '../../src/cli/prescreen/run-bundles.ts'
import { mapConcurrent } from '../../src/core/async.ts'
import { bytesInMemory } from '../../src/core/files.ts'
import { canonical, mergePatch } from '../../src/core/json.ts'
import type { Dossier } from '../../src/dossier/dossier.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import type { LoadedRuleSet } from '../../src/rules/load.ts'
import { readPublished } from '../../src/rules/publish.ts'
import { publishRuleSet, ruleSetHash } from '../../src/rules/rule-set.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'
import { packFacts } from '../../src/service/facts.ts'
import { openWorkers } from '../../src/service/workers/service-workers.ts'
import { type DayStanding, judge, judgeDay } from '../../src/verdict/judge.ts'
import { readDossier } from '../../src/verdict/pipeline.ts'
import { previewDossier } from '../../src/verdict/rules-diff.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { makeZip } from '../support/zip.ts'
import { bundleOf, manifestOf } from './bundle.ts'
import { floor, rawEntries } from './floor.ts'
import { ownMs, takingTurns, treeMs } from './measure.ts'
import type { Extent, Part, Table } from './table.ts'

const AS_OF = '2026-11-01'
const PROFILE = 'national'
const by = { ruleSet: loaded, profileId: PROFILE, engine: ENGINE }
const NATION = 15_000
const PROCEDURES = 200

const settings: DeskSettings = {
  asOf: AS_OF,
  profileId: PROFILE,
  ruleSet: canonical(loaded.source),
  known: {},
  cache: undefined,
}

async function withFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-bench-'))
  try {
    await act(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Bundles of 100 to 300 procedures and 30 files that are no papers. */
async function writePlain(count: number, folder: string): Promise<NamedBundle[]> {
  const bundles: NamedBundle[] = []
  for (let at = 0; at < count; at++) {
    const procedures = 100 + Math.round((200 * at) / Math.max(1, count - 1))
    const manifest = mergePatch(await manifestOf(procedures), { agency: { code: `H61.${at + 1}` } })
    bundles.push(await written(folder, `${at + 1}.zip`, await bundleOf(manifest, 30, 170_000)))
  }
  return bundles
}

/** The same real dossier of so many departments; no two have a paper of the same bytes. */
async function writeReal(count: number, folder: string): Promise<NamedBundle[]> {
  const files = unzipSync((await buildSample('department-complete')).zip)
  const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json']))
  const bundles: NamedBundle[] = []
  for (let at = 0; at < count; at++) {
    const own = Object.entries(files).map(([path, bytes]): [string, Uint8Array] =>
      path.endsWith('.pdf') ? [path, Buffer.concat([bytes, Buffer.from(`\n%${at}\n`)])] : [path, bytes],
    )
    const told = Buffer.from(JSON.stringify(mergePatch(manifest, { agency: { code: `H61.${1000 + at}` } })))
    const zip = await makeZip({ ...Object.fromEntries(own), 'manifest.json': told })
    bundles.push(await written(folder, `thuc-${at}.zip`, zip))
  }
  return bundles
}

async function written(folder: string, name: string, bytes: Uint8Array): Promise<NamedBundle> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  await writeFile(path, bytes)
  return { name, path }
}

async function readAndInflate(bundles: readonly NamedBundle[]): Promise<void> {
  for (const { path } of bundles) {
    const archive = await readFile(path)
    floor(archive, rawEntries(archive))
  }
}

async function readAndHash(bundles: readonly NamedBundle[]): Promise<void> {
  for (const { path } of bundles)
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
}

const screenAll = (bundles: readonly NamedBundle[], how: DeskSettings) => () =>
  runBundles(bundles, how, 2, () => undefined)

/** Each bundle several times over: without a cache nothing of it is known the next time. */
const repeated = (bundles: readonly NamedBundle[], count: number) =>
  Array.from({ length: count }, (_, at) => bundles[at % bundles.length]).filter((one) => one !== undefined)

const measurePrescreen = (table: Table, { quick }: Extent) =>
  withFolder(async (folder) => {
    const count = quick ? 32 : 200
    const different = await writePlain(quick ? 8 : 40, folder)
    const bundles = repeated(different, count)
    const once = { rounds: quick ? 1 : 3, clock: treeMs, warm: false }
    const [plain = 0, least = 1] = await takingTurns(
      [screenAll(bundles, settings), () => readAndInflate(bundles)],
      once,
    )
    table.ratio(
      `${count} bundles, no papers`,
      plain / least,
      { most: 1.5 },
      `${(plain / count).toFixed(0)} ms each here`,
    )

    const real = await writeReal(quick ? 6 : 24, folder)
    const cache = join(folder, 'cache')
    await prepareCache(cache)
    const kept = { ...settings, cache }
    const [first = 0, readReal = 1] = await takingTurns([screenAll(real, kept), () => readAndInflate(real)], {
      ...once,
      rounds: 1,
    })
    const papers = `${real.length} real dossiers, papers read for the first time`
    table.ratio(papers, first / readReal, undefined, `${(first / real.length).toFixed(0)} ms each here`)
    await screenAll(bundles, kept)()
    const [again = 0, hash = 1] = await takingTurns([screenAll(bundles, kept), () => readAndHash(bundles)], once)
    table.ratio(`${count} bundles again, against reading and hashing`, again / hash, { most: 1.2 })

    const sizes = quick ? [8, 32] : [12, 48, 192]
    const sides = sizes.flatMap((size) => {
      const some = repeated(different, size)
      return [screenAll(some, settings), () => readAndInflate(some)]
    })
    const taken = await takingTurns(sides, once)
    const side = (which: number) => sizes.map((_, at) => taken[2 * at + which] ?? Number.NaN)
    table.growth('bundles', sizes, side(0), side(1))
  })

/** Dossiers of departments that were read, and what is stored of each. */
async function storedDossiers(count: number) {
  const stored: { dossier: Dossier; facts: { sha256: string; bytes: Uint8Array } }[] = []
  for (let at = 0; at < count; at++) {
    const manifest = mergePatch(await manifestOf(PROCEDURES), { agency: { code: `H61.${at + 1}` } })
    const zip = await bundleOf(manifest, 3, 1000)
    const options = { limits: DEFAULT_LIMITS, stopwatch: ownMs, ruleSet: loaded }
    const dossier = await readDossier(bytesInMemory(zip), options)
    stored.push({ dossier, facts: { sha256: dossier.bundle.sha256, bytes: await packFacts(dossier) } })
  }
  return stored
}

async function measureNation(table: Table, { quick }: Extent): Promise<void> {
  const stored = await storedDossiers(8)
  const sizes = quick ? [40, 160] : [60, 240, 960]
  const numbered = (count: number) => repeatedly(stored, count)
  const bare = async (count: number) => {
    for (const { dossier } of numbered(count)) await judge({ dossier, asOf: AS_OF, ...by })
  }
  const tools = { judge: by, limits: DEFAULT_LIMITS, stopwatch: ownMs }
  const entry = pathToFileURL(resolve('dist/chunks/worker.mjs'))
  const workers = openWorkers(tools, { judging: 2, asked: 0 }, { entry })
  const onTwo = (count: number) =>
    mapConcurrent(numbered(count), 2, async ({ facts }) => {
      const judged = await workers.run('judge', { facts, asOf: AS_OF })
      if ('unusable' in judged) throw new Error('the facts cannot be used')
    })
  try {
    // Both start, and know the rules; this process has compiled what judges.
    await onTwo(40)
    await bare(40)
    const taken = await takingTurns(
      sizes.flatMap((count) => [() => onTwo(count), () => bare(count)]),
      { rounds: quick ? 1 : 3, clock: treeMs, warm: false },
    )
    const side = (which: number) => sizes.map((_, at) => taken[2 * at + which] ?? Number.NaN)
    const [two, one, most = 1] = [side(0), side(1), sizes.at(-1)]
    const [all = 0, alone = 0] = [two.at(-1), one.at(-1)]
    const name = `two processors, ${most} agencies of ${PROCEDURES} procedures`
    table.ratio(name, (2 * alone) / all, { least: 1.8 }, `${(all / most).toFixed(1)} ms each here`)
    table.told(
      `${NATION} agencies on two processors like these`,
      `${(((all / most / 2) * NATION) / 1000).toFixed(0)} s`,
    )
    table.growth('agencies', sizes, two, one)
  } finally {
    workers.end()
  }
}

function* repeatedly<T>(items: readonly T[], count: number): Generator<T> {
  for (let at = 0; at < count; at++) {
    const item = items[at % items.length]
    if (item !== undefined) yield item
  }
}

/** The shipped rules with one of them changed. */
function withOneChanged(): LoadedRuleSet {
  const rules = loaded.source.rules.map((rule) =>
    rule.id === 'improvement-shown' ? { ...rule, severity: 'major' as const, weight: rule.weight + 1 } : rule,
  )
  const source = { ...loaded.source, rules }
  const { name, text } = publishRuleSet({ ...loaded, source, sha256: ruleSetHash(source) }, AS_OF)
  return readPublished(text, name, vocabulary as Vocabulary<unknown>)
}

async function measurePreview(table: Table, { quick }: Extent): Promise<void> {
  const dossiers = (await storedDossiers(8)).map(({ dossier }) => dossier)
  const now = withOneChanged()
  const preview = { old: loaded, new: now, profileId: PROFILE, asOf: AS_OF, engine: ENGINE }
  const standing = new Map<Dossier, DayStanding>()
  for (const dossier of dossiers) standing.set(dossier, await judgeDay({ dossier, asOf: AS_OF, ...by }))
  const previewed = async (count: number) => {
    for (const dossier of repeatedly(dossiers, count)) await previewDossier(dossier, preview, standing.get(dossier))
  }
  const firstPreviewed = async (count: number) => {
    for (const dossier of repeatedly(dossiers, count)) await previewDossier(dossier, preview)
  }
  const full = async (count: number) => {
    for (const dossier of repeatedly(dossiers, count))
      for (const ruleSet of [loaded, now]) await judge({ dossier, asOf: AS_OF, ...by, ruleSet })
  }
  const sizes = quick ? [12, 50] : [12, 50, 200]
  for (const act of [previewed, full, firstPreviewed]) await act(12)
  const taken = await takingTurns(
    sizes.flatMap((count) => [() => previewed(count), () => full(count), () => firstPreviewed(count)]),
    { rounds: quick ? 1 : 3, warm: false },
  )
  const side = (which: number) => sizes.map((_, at) => taken[3 * at + which] ?? Number.NaN)
  const [ours, theirs, first, most = 1] = [side(0), side(1), side(2), sizes.at(-1)]
  const [own = 0, all = 1] = [ours.at(-1), theirs.at(-1)]
  const name = `${most} agencies, one rule changed`
  table.ratio(`${name}, how they stand known`, own / all, { most: 0.1 }, `${(own / most).toFixed(1)} ms each here`)
  table.ratio(`${name}, the first preview of a day`, (first.at(-1) ?? 0) / all)
  table.told(`${NATION} agencies on one processor like this`, `${(((own / most) * NATION) / 1000).toFixed(0)} s`)
  table.growth('agencies', sizes, ours, theirs)
}

export const provinceParts: readonly Part[] = [
  {
    name: 'prescreen',
    heading: 'pre-screening on two threads; against reading, inflating and hashing alone',
    measure: measurePrescreen,
  },
  {
    name: 'nation',
    heading: 'judging again from stored facts in two processes; against bare judging in one',
    measure: measureNation,
  },
  {
    name: 'preview',
    heading: 'what a changed rule would do; against judging all rules of both sets',
    measure: measurePreview,
  },
]
