import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommandLine, type CommandLine, commandLine, type RunResult } from './command-line.ts'
import { compared, readScenarios, rewriteScenario, type Scenario } from './scenario.ts'
import { makeWorkspace } from './workspace.ts'

// UPDATE_GOLDEN=1 npx vitest run test/cli writes what comes out as what is expected; read the difference before keeping it.
const UPDATE = process.env.UPDATE_GOLDEN === '1'

let workspace: Awaited<ReturnType<typeof makeWorkspace>>

beforeAll(async () => {
  workspace = await makeWorkspace()
})
afterAll(async () => {
  await workspace?.remove()
})

const scenarios = readScenarios()
/** One for each exit code, with long and short output: what only a process of its own can show. */
const IN_A_PROCESS = [
  'department-complete-vi',
  'fail-on-default-catches-not-met',
  'refused-json',
  'output',
  'unknown-command',
]

describe('the command line', () => {
  it.each(scenarios)('$name', async (scenario) => {
    const result = await commandLine.run(scenario.args, workspace.folder)
    if (UPDATE) rewriteScenario(scenario, { ...result, stdout: compared(result.stdout, scenario) })
    expectScenario(result, scenario)
  })
})

describe('the built command line, in a process of its own', () => {
  let built: CommandLine
  beforeAll(async () => {
    built = await buildCommandLine()
  })

  it.each(IN_A_PROCESS)('%s', async (name) => {
    const scenario = scenarios.find((one) => one.name === name) ?? expect.unreachable(`no scenario ${name}`)
    expectScenario(await built.run(scenario.args, workspace.folder), scenario)
  })
})

function expectScenario({ status, stdout, stderr }: RunResult, scenario: Scenario): void {
  expect(status, stderr).toBe(scenario.status)
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .+:\d+/m)
  if (UPDATE) return
  expect({ stdout: compared(stdout, scenario), stderr }).toEqual({ stdout: scenario.stdout, stderr: scenario.stderr })
}
