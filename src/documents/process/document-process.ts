import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { QmsVerdictError } from '../../core/errors.ts'
import { type Answer, type ChildMessage, frameHead, type Job, type Stopped, type StoppedReading } from './messages.ts'
import { WALL_TIMES } from './watch.ts'

/** A child that has grown beyond this part of its bound is replaced: its next file should have room. */
const WORN = 0.5

/**
 * Reads files that may kill their reader in a child process: one for many files, started when the first comes, and
 * started again for the next file after one has killed it. Files are read one at a time.
 */
export class DocumentProcess {
  #child: RunningChild | undefined
  #last: Promise<unknown> = Promise.resolve()

  /**
   * What a file came to, or why its reader was stopped.
   * @throws QmsVerdictError when no child process can be started
   */
  async read(job: Job, bytes: Uint8Array): Promise<Answer | StoppedReading> {
    const reading = this.#last.then(() => this.#readNow(job, bytes))
    this.#last = reading.catch(() => undefined)
    return reading
  }

  async #readNow(job: Job, bytes: Uint8Array): Promise<Answer | StoppedReading> {
    if (!this.#child?.alive) this.#child = await RunningChild.start()
    const answer = await this.#child.read(job, bytes)
    if ('stopped' in answer) this.#child = undefined
    else if (!answer.sound || answer.residentBytes > job.bounds.residentBytes * WORN) {
      this.#child.end()
      this.#child = undefined
    }
    return answer
  }
}

/** The one of this process, or of this thread of it. */
export const documentProcess = new DocumentProcess()

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

/**
 * The built entry of the child process. It stands beside this module once that is built; from source it is where the
 * tests build it.
 */
export function childEntry(): URL {
  const built = !import.meta.url.endsWith('.ts')
  return new URL(built ? './document-child.mjs' : '../../../node_modules/.document-child.mjs', import.meta.url)
}
