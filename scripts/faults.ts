import { readFile } from 'node:fs/promises'
import packageJson from '../package.json' with { type: 'json' }
import { vocabulary } from '../src/rules/facts/vocabulary.ts'
import { loadRules } from '../src/rules/load.ts'
import type { Vocabulary } from '../src/rules/vocabulary.ts'
import { faultCampaign } from '../test/service/support/fault-campaign.ts'
import type { Met } from '../test/service/support/faulty-memory.ts'

/** Events in one world; in a world without end every look at its promises would take longer than the one before. */
const EVENTS_OF_A_WORLD = 1000

/**
 * `npm run faults [events] [seed]`: the service's own code over a store that fails as disks, networks and killed processes
 * do, in worlds of a thousand events, each by the next seed. Prints what was met in each; throws at the first promise that is
 * broken, with the seed that shows it again. Cut short, it goes on with the seed after the last one printed.
 */
export async function main([events = '10000', seed = '1']: string[]): Promise<number> {
  const { loaded } = await loadRules('rules', vocabulary as Vocabulary<unknown>)
  const engine = { name: packageJson.name, version: packageJson.version }
  const manifest = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
  const judge = { ruleSet: loaded, profileId: 'national', engine }
  const all: Met = {}
  let own = Number(seed)
  for (let left = Number(events); left > 0; left -= EVENTS_OF_A_WORLD, own++) {
    const met = await faultCampaign({ events: Math.min(left, EVENTS_OF_A_WORLD), seed: own, judge, manifest })
    for (const [what, count] of Object.entries(met)) all[what] = (all[what] ?? 0) + count
    process.stdout.write(`seed ${own}: ${JSON.stringify(met)}\n`)
  }
  process.stdout.write(`held: ${JSON.stringify(all)}\n`)
  return 0
}
