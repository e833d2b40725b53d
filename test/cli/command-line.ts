import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { builtService } from '../support/built-service.ts'

const run = promisify(execFile)

/** What one run of the command line came to. */
export interface RunResult {
  status: number
  stdout: string
  stderr: string
}

/** The command line built from today's sources, where it finds the project's own rules. */
export interface CommandLine {
  program: string
  run(args: readonly string[], cwd: string): Promise<RunResult>
}

/** The command line, built inside the project so that no test sees an older build. */
export async function buildCommandLine(): Promise<CommandLine> {
  const program = join(await builtService(), 'qms-verdict.mjs')
  return { program, run: (args, cwd) => runProgram(program, args, cwd) }
}

async function runProgram(program: string, args: readonly string[], cwd: string): Promise<RunResult> {
  try {
    const { stdout, stderr } = await run(process.execPath, [program, ...args], { cwd, maxBuffer: 2 ** 26 })
    return { status: 0, stdout, stderr }
  } catch (error) {
    const ended = error as { code?: unknown; stdout?: string; stderr?: string }
    if (typeof ended.code !== 'number') throw error
    return { status: ended.code, stdout: ended.stdout ?? '', stderr: ended.stderr ?? '' }
  }
}
