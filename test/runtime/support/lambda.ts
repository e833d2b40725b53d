import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { CLIENT, NODE } from './client.ts'
import { type Result, startRuntimeApi } from './runtime-api.ts'

/** A function as it is deployed. */
export interface FunctionSettings {
  /** With the unpacked ZIP. */
  folder: string
  /** `dist/handlers/<name>.handler`. */
  handler: string
  timeoutMs: number
  memoryBytes: number
  env: Record<string, string>
}

/** What became of a call: what the function handed back, or why its environment was ended. */
export type Outcome = Result | { ended: 'timeout' | 'outOfMemory' | 'exited' }

/** One function with at most one environment, as Lambda keeps it: warm until it is ended. */
export interface Lambda {
  invoke(event: unknown): Promise<Outcome>
  /** How many environments there were. */
  starts(): number
  /** Resident memory of all processes of the environment, in bytes; 0 where there is none. */
  memory(): number
  /** The most it had during a call. */
  mostMemory(): number
  /** All that was written to standard output and error. */
  log(): string
  stop(): void
}

const PAGE_BYTES = 4096
const WATCH_MS = 10

const memoryOf = (child: ChildProcess | undefined): number => {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return 0
  return memoryFrom(child.pid)
}

/** Of a process and all that it has started: Lambda counts them together. */
function memoryFrom(pid: number | string): number {
  try {
    const own = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES
    const started = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return started.reduce((sum, one) => sum + memoryFrom(one), own)
  } catch (error) {
    // It ended while it was looked at.
    if (GONE.includes((error as NodeJS.ErrnoException).code ?? '')) return 0
    throw error
  }
}

const GONE = ['ENOENT', 'ESRCH']

/** Runs a function in AWS's own runtime client, bounded in time and memory as Lambda bounds it. */
export async function startLambda(settings: FunctionSettings): Promise<Lambda> {
  const api = await startRuntimeApi()
  let environment: ChildProcess | undefined
  let starts = 0
  let log = ''
  let most = 0

  function start(): ChildProcess {
    starts++
    const child = spawn(NODE, [CLIENT, settings.handler], {
      cwd: settings.folder,
      env: {
        PATH: process.env.PATH,
        AWS_LAMBDA_RUNTIME_API: api.address,
        AWS_LAMBDA_FUNCTION_NAME: 'tested',
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/tested',
        AWS_LAMBDA_LOG_STREAM_NAME: 'tested',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(Math.floor(settings.memoryBytes / 2 ** 20)),
        AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        AWS_REGION: 'us-east-1',
        LAMBDA_TASK_ROOT: settings.folder,
        _HANDLER: settings.handler,
        ...settings.env,
      },
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
    child.once('exit', () => {
      if (environment === child) environment = undefined
    })
    return child
  }

  function end(): void {
    environment?.kill('SIGKILL')
    environment = undefined
  }

  async function invoke(event: unknown): Promise<Outcome> {
    environment ??= start()
    const child = environment
    const deadline = Date.now() + settings.timeoutMs
    let watch: NodeJS.Timeout | undefined
    const ended = new Promise<Outcome>((resolve) => {
      child.once('exit', () => resolve({ ended: 'exited' }))
      watch = setInterval(() => {
        const now = memoryOf(child)
        most = Math.max(most, now)
        if (now > settings.memoryBytes) resolve({ ended: 'outOfMemory' })
        else if (Date.now() > deadline) resolve({ ended: 'timeout' })
      }, WATCH_MS)
    })
    const outcome = await Promise.race([api.invoke(event, deadline), ended])
    clearInterval(watch)
    if ('ended' in outcome) end()
    return outcome
  }

  return {
    invoke,
    starts: () => starts,
    memory: () => memoryOf(environment),
    mostMemory: () => most,
    log: () => log,
    stop() {
      end()
      api.close()
    },
  }
}
