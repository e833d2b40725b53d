import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { ownProcessorTime } from '../../src/documents/process/usage.ts'
import { createService } from '../../src/service/create-service.ts'
import { openWorkers } from '../../src/service/workers/service-workers.ts'
import { builtService } from '../support/built-service.ts'
import { HEAVIEST } from '../support/heaviest.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { endWorlds, makeWorld, upload } from './world.ts'

/**
 * Milliseconds of processor time that this process may take between two turns of its loop: meanwhile nobody is answered.
 * Time on the wall would tell of the machine; and what the collector of garbage takes counts here too.
 */
const MOST_MS = 150
const EVERY_MS = 5

afterAll(endWorlds)

/** Watches for how long the loop of this process does not turn. @returns tells the longest time, and ends */
function loopWatched(): () => number {
  let [last, longest] = [ownProcessorTime(), 0]
  const look = () => {
    const now = ownProcessorTime()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, EVERY_MS)
  return () => {
    clearInterval(timer)
    look()
    return longest
  }
}

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
  await new Promise((resolve) => setTimeout(resolve, 3 * EVERY_MS))
  for (const end = ownProcessorTime() + 2 * MOST_MS; ownProcessorTime() < end; );
  await new Promise((resolve) => setTimeout(resolve, 3 * EVERY_MS))
  expect(longest()).toBeGreaterThan(MOST_MS)
})
