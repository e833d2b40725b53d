import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommandLine, type CommandLine } from './command-line.ts'
import { compared, readScenarios, rewriteScenario } from './scenario.ts'
import { makeWorkspace } from './workspace.ts'

// UPDATE_GOLDEN=1 npx vitest run test/cli writes what comes out as what is expected; read the difference before keeping it.
const UPDATE = process.env.UPDATE_GOLDEN === '1'

let commandLine: CommandLine
let workspace: Awaited<ReturnType<typeof makeWorkspace>>

beforeAll(async () => {
  commandLine = await buildCommandLine()
  workspace = await makeWorkspace()
})
afterAll(async () => {
  await workspace?.remove()
})

describe('the command line', () => {
  it.each(readScenarios())('$name', async (scenario) => {
    const result = await commandLine.run(scenario.args, workspace.folder)
    const stdout = compared(result.stdout, scenario)
    expect(result.status, result.stderr).toBe(scenario.status)
    expect(`${result.stdout}${result.stderr}`).not.toMatch(/^\s+at .+:\d+/m)
    if (UPDATE) rewriteScenario(scenario, { ...result, stdout })
    else expect({ stdout, stderr: result.stderr }).toEqual({ stdout: scenario.stdout, stderr: scenario.stderr })
  })
})
