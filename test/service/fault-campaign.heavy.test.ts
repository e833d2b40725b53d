import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ENGINE, loaded } from '../support/loaded.ts'
import { faultCampaign } from './support/fault-campaign.ts'

test('a thousand events amid kills, full disks, errors and clock jumps break no promise', {
  timeout: 300_000,
}, async () => {
  const manifest = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
  const judge = { ruleSet: loaded, profileId: 'national', engine: ENGINE }
  const met = await faultCampaign({ events: 1000, seed: 7, judge, manifest })
  for (const what of [
    'upload',
    'deliver',
    'scan',
    'readScans',
    'readAgain',
    'recheck',
    'rejudge',
    'erase',
    'killed',
    'diskFull',
    'eio',
  ])
    expect(met[what], what).toBeGreaterThan(10)
})
