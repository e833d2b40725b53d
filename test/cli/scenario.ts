import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { RunResult } from './command-line.ts'

const FOLDER = 'test/cli/scenarios'
const ENDING = '.scenario'

/**
 * A golden run of the command line, one text file: what it shows, `command:`, `status:`, where the output is long
 * `stdout lines:` (only so many are compared), then the sections `--- stdout` and `--- stderr`.
 */
export interface Scenario {
  name: string
  /** Everything above the sections, as written. */
  head: string
  args: string[]
  status: number
  /** How many lines of standard output are compared; all, when it does not say. */
  stdoutLines: number
  stdout: string
  stderr: string
}

/** Scenarios whose scans are recognised, which takes ten times as long as all else of a check: the heavy suite runs them. */
export const WITH_SCANS = ['commune-behind-vi', 'department-complete-vi']
// UPDATE_GOLDEN=1 npx vitest run test/cli/scenarios writes what comes out as what is expected; read the difference before keeping it.
const UPDATE = process.env.UPDATE_GOLDEN === '1'

/** Every scenario in the folder. */
export function readScenarios(): Scenario[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(ENDING))
  if (names.length === 0) throw new Error(`no scenarios in ${FOLDER}`)
  return names.sort().map((name) => parse(name, readFileSync(`${FOLDER}/${name}`, 'utf8')))
}

/** Holds a run to its scenario; with UPDATE_GOLDEN=1 writes it there. */
export function expectScenario({ status, stdout, stderr }: RunResult, scenario: Scenario): void {
  expect(status, stderr).toBe(scenario.status)
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .+:\d+/m)
  const shown = compared(stdout, scenario)
  if (UPDATE) rewriteScenario(scenario, { status, stdout: shown, stderr })
  else expect({ stdout: shown, stderr }).toEqual({ stdout: scenario.stdout, stderr: scenario.stderr })
}

/** Writes what came out as what is expected. The status stays as a person wrote it. */
function rewriteScenario({ name, head }: Scenario, { stdout, stderr }: RunResult): void {
  writeFileSync(`${FOLDER}/${name}${ENDING}`, `${head}--- stdout\n${stdout}--- stderr\n${stderr}`)
}

/** The part of an output that the scenario compares. */
function compared(stdout: string, { stdoutLines }: Scenario): string {
  const lines = stdout.split('\n')
  return lines.length <= stdoutLines ? stdout : `${lines.slice(0, stdoutLines).join('\n')}\n`
}

function parse(file: string, text: string): Scenario {
  const at = text.indexOf('--- stdout\n')
  const head = at < 0 ? text : text.slice(0, at)
  const [stdout = '', stderr = ''] = at < 0 ? [] : text.slice(at + '--- stdout\n'.length).split('--- stderr\n')
  const lines = Number(/^stdout lines: (\d+)$/m.exec(head)?.[1] ?? Number.POSITIVE_INFINITY)
  const args = lineOf('command', head, file).split(' ')
  const status = Number(lineOf('status', head, file))
  return { name: file.slice(0, -ENDING.length), head, args, status, stdoutLines: lines, stdout, stderr }
}

function lineOf(key: string, head: string, file: string): string {
  const value = new RegExp(`^${key}: (.+)$`, 'm').exec(head)?.[1]
  if (value === undefined) throw new Error(`${file} has no line "${key}: …"`)
  return value
}
