import { readFile } from 'node:fs/promises'
import packageJson from '../package.json' with { type: 'json' }
import { vocabulary } from '../src/rules/facts/vocabulary.ts'
import { loadRules } from '../src/rules/load.ts'
import type { Vocabulary } from '../src/rules/vocabulary.ts'
import { faultCampaign } from '../test/service/support/fault-campaign.ts'

/**
 * `npm run faults [events] [seed]`: the service's own code over a store that fails as disks, networks and killed processes
 * do. Prints what was met; throws at the first promise that is broken, with the seed that shows it again.
 */
export async function main([events = '10000', seed = '1']: string[]): Promise<number> {
  const { loaded } = await loadRules('rules', vocabulary as Vocabulary<unknown>)
  const engine = { name: packageJson.name, version: packageJson.version }
  const manifest = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
  const judge = { ruleSet: loaded, profileId: 'national', engine }
  const met = await faultCampaign({ events: Number(events), seed: Number(seed), judge, manifest })
  process.stdout.write(`${JSON.stringify(met, null, 2)}\n`)
  return 0
}
