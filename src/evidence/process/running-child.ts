import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { QmsVerdictError } from '../../base/errors.ts'
import { childEntry } from './child-entry.ts'
import { frameHead } from './frames.ts'
import type { Answer, ChildMessage, Job, Stopped, StoppedReading } from './messages.ts'
import { WALL_TIMES } from './watch.ts'

/** The watch in the child is the bound; this is for a child whose watch does not work. */
const GRACE_MS = 5_000
const START_MS = 30_000
const KEPT_WORDS = 2_000
const HEAP_MIB = 600

/** One child process. It lets its parent end at any time, and ends with it. */
export class RunningChild {
  readonly #process: ChildProcess
  readonly #ended: Promise<unknown>
  #lastWords = ''
  #overdue = false

  private constructor(child: ChildProcess) {
    this.#process = child
    this.#ended = once(child, 'close')
    // A child that died while it was written to; that it died is told by `close`.
    child.stdin?.on('error', () => undefined)
    child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.#lastWords = (this.#lastWords + words).slice(-KEPT_WORDS)
    })
    for (const held of [child, child.channel, child.stdin as Socket, child.stderr as Socket]) held?.unref()
  }

  /** @throws QmsVerdictError when it does not come to life: no file can be the cause */
  static async start(): Promise<RunningChild> {
    const process = fork(fileURLToPath(childEntry()), {
      stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
      execArgv: [`--max-old-space-size=${HEAP_MIB}`],
      // Whatever a document does to its reader, there are no credentials to be found.
      env: processEnvironment(),
    })
    const child = new RunningChild(process)
    const answer = await child.#answer(START_MS)
    if (answer === 'ready') return child
    throw new QmsVerdictError(`the process that reads documents did not start: ${child.#lastWords || answer}`)
  }

  /** Has a file read. After {@link StoppedReading} it is over with this child. */
  async read(job: Job, bytes: Uint8Array): Promise<Answer | StoppedReading> {
    let signatures: StoppedReading['signatures'] = []
    const keep = (said: ChildMessage) => {
      if (said !== 'ready' && 'signatures' in said) signatures = said.signatures
    }
    this.#process.on('message', keep)
    try {
      const answer = this.#answer(job.bounds.milliseconds * WALL_TIMES + GRACE_MS)
      this.#process.stdin?.write(frameHead(job, bytes.length))
      this.#process.stdin?.write(bytes)
      const said = await answer
      return typeof said === 'string' ? { stopped: said as Stopped, signatures } : said
    } finally {
      this.#process.off('message', keep)
    }
  }

  /** Whether it can be asked. */
  get alive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null && this.#process.connected
  }

  end(): void {
    this.#process.kill('SIGKILL')
  }

  /** What it says next that is an answer, or why it ended before. */
  async #answer(milliseconds: number): Promise<'ready' | Answer | Stopped> {
    // Also what keeps the parent running while it waits.
    const overdue = setTimeout(() => {
      this.#overdue = true
      this.end()
    }, milliseconds)
    let hear: (said: ChildMessage) => void = () => undefined
    const message = new Promise<'ready' | Answer>((resolve) => {
      hear = (said) => {
        if (said === 'ready' || 'reading' in said) resolve(said)
      }
      this.#process.on('message', hear)
    })
    try {
      return await Promise.race([message, this.#ended.then(() => this.#whyEnded())])
    } finally {
      clearTimeout(overdue)
      this.#process.off('message', hear)
    }
  }

  #whyEnded(): Stopped {
    if (this.#overdue) return 'time'
    const said = /\n(time|memory)$/.exec(this.#lastWords)?.[1]
    if (said !== undefined) return said as Stopped
    return this.#lastWords.includes('heap out of memory') ? 'memory' : 'crash'
  }
}

/** Without the first Windows starts no process; by the second a Node finds libraries that lie elsewhere, as Lambda's may. */
const NEEDED_TO_START = ['SystemRoot', 'LD_LIBRARY_PATH']

function processEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => NEEDED_TO_START.includes(name)))
}
