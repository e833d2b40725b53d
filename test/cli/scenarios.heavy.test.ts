import { afterAll, beforeAll, expect, it } from 'vitest'
import { loaded } from '../support/loaded.ts'
import { buildCommandLine, type CommandLine } from './command-line.ts'
import { expectScenario, readScenarios, WITH_SCANS } from './scenario.ts'
import { makeWorkspace } from './workspace.ts'

let workspace: Awaited<ReturnType<typeof makeWorkspace>>
let built: CommandLine

beforeAll(async () => {
  built = await buildCommandLine()
  workspace = await makeWorkspace()
})
afterAll(async () => {
  await workspace?.remove()
})

const scenarios = readScenarios()
/** One for each exit code, with long and short output: what only a process of its own can show. */
const EXIT_CODES = ['fail-on-default-catches-not-met', 'refused-json', 'output', 'unknown-command']

it.each([...WITH_SCANS, ...EXIT_CODES])('%s, built and in a process of its own', async (name) => {
  const scenario = scenarios.find((one) => one.name === name) ?? expect.unreachable(`no scenario ${name}`)
  expectScenario(await built.run(scenario.args, workspace.folder), scenario)
})

it('rules test: all tests inside the shipped rules pass', async () => {
  const { status, stdout, stderr } = await built.run(['rules', 'test', '--lang', 'en'], workspace.folder)
  expect(stdout).toMatch(new RegExp(`^${loaded.rules.length} rules, \\d+ tests: (\\d+) passed, 0 failed\\n$`))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
