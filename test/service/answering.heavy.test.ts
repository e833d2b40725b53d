import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { ownProcessorTime } from '../../src/documents/process/usage.ts'
import { createService } from '../../src/service/create-service.ts'
import { openWorkers } from '../../src/service/workers/service-workers.ts'
import { builtService } from '../support/built-service.ts'
import { HEAVIEST } from '../support/heaviest.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { loopWatched } from '../support/loop-watched.mjs'
import { endWorlds, makeWorld, upload } from './world.ts'

/** Milliseconds of processor time that this process may take between two turns of its loop: meanwhile nobody is answered. */
const MOST_MS = 100
const A_MOMENT_MS = 20

afterAll(endWorlds)

test('who has the heaviest bundles judged is free to answer all the while', async () => {
  const world = await makeWorld({ judge: { ruleSet: loaded, profileId: 'national', engine: ENGINE } })
  const entry = pathToFileURL(join(await builtService(), 'chunks', 'worker.mjs'))
  const workers = openWorkers(world.tools, { judging: 1, asked: 1 }, { entry })
  const service = createService({ ...world.tools, workers })
  const bundles = await Promise.all(HEAVIEST.map(({ of }, at) => of(`H61.${100 + at}`)))
  try {
    for (const [at, bytes] of bundles.entries()) {
      const sent = await upload(world, `2026-03-05T02:00:0${at}.000Z`, bytes, { code: `H61.${100 + at}` })
      const longest = loopWatched()
      expect(await service.evaluateUpload(sent)).toMatchObject({ kind: 'verdict', stored: 'written' })
      expect(longest(), HEAVIEST[at]?.name).toBeLessThan(MOST_MS)
    }
  } finally {
    workers.end()
  }
}, 900_000)

test('the watch sees a loop that does not turn', async () => {
  const longest = loopWatched()
  await new Promise((resolve) => setTimeout(resolve, A_MOMENT_MS))
  for (const end = ownProcessorTime() + 2 * MOST_MS; ownProcessorTime() < end; );
  await new Promise((resolve) => setTimeout(resolve, A_MOMENT_MS))
  expect(longest()).toBeGreaterThan(MOST_MS)
})
