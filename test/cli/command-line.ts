import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { builtService } from '../support/built-service.ts'

const run = promisify(execFile)

/** What one run of the command line came to. */
export interface RunResult {
  status: number
  stdout: string
  stderr: string
}

/** The command line, wherever it runs. */
export interface CommandLine {
  run(args: readonly string[], cwd: string): Promise<RunResult>
}

/** The command line built from today's sources, each run a process of its own. */
export interface BuiltCommandLine extends CommandLine {
  program: string
}

/** The command line, built inside the project so that no test sees an older build and it finds the project's own rules. */
export async function buildCommandLine(): Promise<BuiltCommandLine> {
  const program = join(await builtService(), 'qms-verdict.mjs')
  return { program, run: (args, cwd) => runProgram(program, args, cwd) }
}

let last: Promise<unknown> = Promise.resolve()

/** The command line in this process, one run after the other: it starts no process and loads its modules once. */
export const commandLine: CommandLine = {
  run(args, cwd) {
    const run = last.then(() => runHere(args, cwd))
    last = run.catch(() => undefined)
    return run
  },
}

async function runHere(args: readonly string[], cwd: string): Promise<RunResult> {
  const before = process.cwd()
  const [stdout, stderr] = [process.stdout, process.stderr].map(capture)
  process.chdir(cwd)
  try {
    const status = await runCommandLine([...args])
    return { status, stdout: stdout?.text() ?? '', stderr: stderr?.text() ?? '' }
  } finally {
    process.chdir(before)
    stdout?.end()
    stderr?.end()
  }
}

/** Takes what is written to a stream, until it is ended. */
function capture(stream: NodeJS.WriteStream) {
  const parts: Buffer[] = []
  const { write } = stream
  stream.write = (chunk: string | Uint8Array) => {
    parts.push(Buffer.from(chunk))
    return true
  }
  return {
    text: () => Buffer.concat(parts).toString(),
    end: () => {
      stream.write = write
    },
  }
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
