import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chosenRules } from '../../src/cli/load.ts'
import type { DeskSettings } from '../../src/cli/prescreen/bundle-judge.ts'
import { type NamedBundle, runBundles } from '../../src/cli/prescreen/run-bundles.ts'
import { canonical, mergePatch } from '../../src/core/json.ts'
import { bundleOf, manifestOf } from './bundle.ts'
import { floor, rawEntries } from './floor.ts'
import { ratio } from './measure.ts'

const FILES = 30
const FILE_BYTES = 170_000
/**
 * `node scripts/run.mjs test/bench/prescreen.ts [--bundles N]`: pre-screens N bundles of 30 files, 5 MB and 100 to 300
 * procedures on one thread and on two, against reading, inflating and hashing them alone on one.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { bundles: { type: 'string', default: '200' } } })
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-bench-'))
  try {
    const bundles = await makeBundles(Number(values.bundles), folder)
    const settings = await deskSettings()
    const two = await timed(() => runBundles(bundles, settings, 2, () => undefined))
    const peak = process.resourceUsage().maxRSS / 1024
    const one = await timed(() => runBundles(bundles, settings, 1, () => undefined))
    const least = await timed(() => readAll(bundles))
    const perSecond = (bundles.length / two.wall) * 1000
    process.stdout.write(
      [
        `${bundles.length} bundles of ${FILES} files, ${((FILES * FILE_BYTES) / 1e6).toFixed(1)} MB, 100 to 300 procedures`,
        `two threads: ${perSecond.toFixed(1)} bundles a second, peak ${peak.toFixed(0)} MiB; ${ratio(one.wall, two.wall)} as fast as one thread`,
        `processor time: ${ratio(two.cpu, least.cpu)} reading, inflating and hashing alone (on one thread ${ratio(one.cpu, least.cpu)})`,
        '',
      ].join('\n'),
    )
    return 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function deskSettings(): Promise<DeskSettings> {
  const ruleSet = canonical((await chosenRules('rules', undefined)).source)
  return { asOf: '2026-11-01', profileId: 'national', ruleSet, known: {}, cache: undefined }
}

async function makeBundles(count: number, folder: string): Promise<NamedBundle[]> {
  await mkdir(folder, { recursive: true })
  const bundles: NamedBundle[] = []
  for (let at = 0; at < count; at++) {
    const procedures = 100 + Math.round((200 * at) / Math.max(1, count - 1))
    const manifest = mergePatch(await manifestOf(procedures), { agency: { code: `H61.${at + 1}` } })
    const name = `${at + 1}.zip`
    const path = join(folder, name)
    await writeFile(path, await bundleOf(manifest, FILES, FILE_BYTES))
    bundles.push({ name, path })
  }
  return bundles
}

async function readAll(bundles: readonly NamedBundle[]): Promise<void> {
  for (const { path } of bundles) {
    const archive = await readFile(path)
    floor(archive, rawEntries(archive))
  }
}

/** Milliseconds on the clock, and of processor time on all threads: the latter is the same on a busy machine. */
async function timed(work: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  const [from, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { wall: performance.now() - from, cpu: (user + system) / 1000 }
}
