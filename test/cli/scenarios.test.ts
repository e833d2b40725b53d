import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from './command-line.ts'
import { expectScenario, readScenarios, WITH_SCANS } from './scenario.ts'
import { makeWorkspace } from './workspace.ts'

let workspace: Awaited<ReturnType<typeof makeWorkspace>>

beforeAll(async () => {
  workspace = await makeWorkspace()
})
afterAll(async () => {
  await workspace?.remove()
})

const scenarios = readScenarios()

it.each(scenarios.filter(({ name }) => !WITH_SCANS.includes(name)))('$name', async (scenario) => {
  expectScenario(await commandLine.run(scenario.args, workspace.folder), scenario)
})

it('the heavy suite has those left out here', () => {
  expect(scenarios.map(({ name }) => name)).toEqual(expect.arrayContaining(WITH_SCANS))
})
