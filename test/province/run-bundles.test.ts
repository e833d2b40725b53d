import { expect, test } from 'vitest'
import type { DeskSettings } from '../../src/cli/prescreen/bundle-judge.ts'
import { runBundles } from '../../src/cli/prescreen/run-bundles.ts'

/** A thread that answers as one that judges does, by the words in the path. */
const THREAD = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads'
    parentPort.on('message', (path) => {
      if (path.includes('dies')) throw new Error('out of memory')
      if (path.includes('fault')) parentPort.postMessage({ fault: { said: 'Error: boom' } })
      else if (path.includes('input'))
        parentPort.postMessage({ fault: { said: 'InputError', text: { vi: 'Không đọc được', en: 'Cannot be read' } } })
      else parentPort.postMessage({ result: { path, asOf: workerData.prescreen.asOf } })
    })
    parentPort.postMessage('ready')
  `)}`,
)

/** What came of paths on so many threads, and how far it said that it was. */
async function run(paths: readonly string[], jobs: number) {
  const told: [number, number][] = []
  const bundles = paths.map((path) => ({ name: `${path}.zip`, path }))
  const settings = { asOf: '2026-11-01' } as DeskSettings
  const judged = runBundles(bundles, settings, jobs, (...at) => told.push(at), THREAD)
  return { results: await judged.catch((error: Error) => error), told }
}

test('bundles are judged on several threads, each once, and their results stand in the order of the bundles', async () => {
  const paths = Array.from({ length: 7 }, (_, at) => `goi-${at}`)
  const { results, told } = await run(paths, 3)
  expect(results).toEqual(paths.map((path) => ({ path, asOf: '2026-11-01' })))
  expect(told).toEqual(paths.map((_, at) => [at + 1, 7]))
})

test('a fault on one bundle is told by its name when all others are through', async () => {
  const { results, told } = await run(['a', 'fault', 'b', 'c'], 2)
  expect(results).toMatchObject({ name: 'QmsVerdictError', message: 'fault.zip: Error: boom' })
  expect(told).toHaveLength(4)
})

test('what somebody else has to mend is told in both languages, as one thread alone tells it', async () => {
  const { results } = await run(['a', 'input'], 2)
  expect(results).toMatchObject({ name: 'InputError', text: { vi: 'Không đọc được', en: 'Cannot be read' } })
})

test('a thread that died is to blame on the bundle it had; the other thread judges the rest', async () => {
  const { results, told } = await run(['dies', 'a', 'b', 'c'], 2)
  expect(results).toMatchObject({ message: 'dies.zip: out of memory' })
  expect(told).toHaveLength(3)
})
