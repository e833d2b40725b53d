import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { QmsVerdictError } from '../../core/errors.ts'
import { childEntry, startConfined } from './confinement.ts'
import { MessageReader } from './message-reader.ts'
import { type Answer, type ChildMessage, frameHead, type Job, type Stopped, type StoppedReading } from './messages.ts'
import type { Usage } from './usage.ts'
import { guard, WALL_TIMES, Watch } from './watch.ts'

/** A child that has grown beyond this part of its bound is replaced: its next file should have room. */
const WORN = 0.5

/**
 * Reads the files of one bundle that may kill their reader in a child process: started when the first comes, started
 * again for the next file after one has killed it, and ended with the bundle, so that no file of one agency can do
 * anything to those of another. Files are read one at a time.
 */
export class DocumentProcess {
  #child: RunningChild | undefined
  #last: Promise<unknown> = Promise.resolve()
  #over = false

  /**
   * What a file came to, or why its reader was stopped.
   * @throws QmsVerdictError when no child process can be started
   */
  async read(job: Job, bytes: Uint8Array): Promise<MeasuredAnswer | StoppedReading> {
    const reading = this.#last.then(() => this.#readNow(job, bytes))
    this.#last = reading.catch(() => undefined)
    return reading
  }

  /** Ends the child process, if there is one: the bundle is read. */
  end(): void {
    this.#over = true
    this.#child?.end()
    this.#child = undefined
  }

  async #readNow(job: Job, bytes: Uint8Array): Promise<MeasuredAnswer | StoppedReading> {
    if (this.#over) throw new QmsVerdictError('the process that reads documents was ended; another bundle has its own')
    if (!this.#child?.alive) this.#child = await RunningChild.start()
    const answer = await this.#child.read(job, bytes)
    if ('stopped' in answer) this.#child = undefined
    else if (!answer.sound || answer.residentBytes > job.bounds.residentBytes * WORN) {
      this.#child?.end()
      this.#child = undefined
    }
    return answer
  }
}

/** An answer, with what it took as it was seen from outside. */
export interface MeasuredAnswer extends Answer, Usage {}

/** The watch is the bound; this is for a process that does not end when it is killed, or not at once. */
const GRACE_MS = 5_000
const START_MS = 30_000
const KEPT_WORDS = 2_000

/** One child process. It lets its parent end at any time, and ends with it. */
export class RunningChild {
  readonly #process: ChildProcess
  readonly #ended: Promise<unknown>
  readonly #messages = new MessageReader()
  #hear: ((said: ChildMessage) => void) | undefined
  #lastWords = ''
  #why: Stopped | undefined
  #unguarded: QmsVerdictError | undefined

  private constructor(child: ChildProcess) {
    this.#process = child
    this.#ended = once(child, 'close')
    // A child that died while it was written to; that it died is told by `close`.
    child.stdin?.on('error', () => undefined)
    child.stdout?.on('data', (piece: Buffer) => this.#take(piece))
    child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.#lastWords = (this.#lastWords + words).slice(-KEPT_WORDS)
    })
    if (child.pid !== undefined) {
      const unguard = guard(child.pid, (error) => {
        this.#unguarded = error
        this.end()
      })
      child.once('exit', unguard)
    }
    for (const held of [child, child.stdin, child.stdout, child.stderr] as (ChildProcess | Socket)[]) held.unref()
  }

  /** @throws QmsVerdictError when it does not come to life: no file can be the cause */
  static async start(entry: URL = childEntry()): Promise<RunningChild> {
    const child = new RunningChild(startConfined(entry))
    const answer = await child.#answer((said) => (said === 'ready' ? said : undefined), START_MS)
    if (answer === 'ready') return child
    if (child.#unguarded !== undefined) throw child.#unguarded
    throw new QmsVerdictError(`the process that reads documents did not start: ${child.#lastWords.trim() || answer}`)
  }

  /** Has a file read. After {@link StoppedReading} it is over with this child. */
  async read(job: Job, bytes: Uint8Array): Promise<MeasuredAnswer | StoppedReading> {
    let signatures: StoppedReading['signatures'] | undefined
    const pid = this.#process.pid
    if (pid === undefined) return { stopped: 'crash', signatures: [] }
    const watch = await Watch.begin(pid, job.bounds, (why) => this.#stop(why))
    const answer = this.#answer(
      (said) => {
        if (said !== 'ready' && 'reading' in said) return answers(job, said) ? said : this.#stop('crash')
        // Once, and only of the text of a file: whoever says more than is asked is not to be heard.
        if (said === 'ready' || signatures !== undefined || (job.scan ?? job.line ?? job.sheet) !== undefined)
          return this.#stop('crash')
        signatures = said.signatures
        return undefined
      },
      job.bounds.milliseconds * WALL_TIMES + GRACE_MS,
    )
    this.#process.stdin?.write(frameHead(job, bytes.length))
    this.#process.stdin?.write(bytes)
    const said = await answer
    const usage = await watch.end()
    if (said === 'time' || said === 'memory' || said === 'crash') return { stopped: said, signatures: signatures ?? [] }
    return { ...said, ...usage }
  }

  /** Whether it can be asked. */
  get alive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null && this.#why === undefined
  }

  end(): void {
    this.#process.kill('SIGKILL')
  }

  #stop(why: Stopped): undefined {
    this.#why ??= why
    this.end()
  }

  #take(piece: Uint8Array): void {
    if (this.#why !== undefined) return
    try {
      for (const said of this.#messages.take(piece)) {
        if (this.#hear === undefined) this.#stop('crash')
        else this.#hear(said)
      }
    } catch {
      // It says what no reader says: the file has got hold of it.
      this.#stop('crash')
    }
  }

  /** The first message that `wanted` returns something for, or why the process ended before. */
  async #answer<T>(wanted: (said: ChildMessage) => T | undefined, milliseconds: number): Promise<T | Stopped> {
    // Also what keeps the parent running while it waits.
    const overdue = setTimeout(() => this.#stop('time'), milliseconds)
    const answer = new Promise<T>((resolve) => {
      this.#hear = (said) => {
        const heard = wanted(said)
        if (heard === undefined) return
        this.#hear = undefined
        resolve(heard)
      }
    })
    try {
      return await Promise.race([answer, this.#ended.then(() => this.#whyEnded())])
    } finally {
      clearTimeout(overdue)
      this.#hear = undefined
    }
  }

  #whyEnded(): Stopped {
    return this.#why ?? (this.#lastWords.includes('heap out of memory') ? 'memory' : 'crash')
  }
}

/** Whether an answer is one to this job: of its format, and of the page that was asked for. */
function answers({ format, scan, line, sheet }: Job, { reading }: Answer): boolean {
  if (reading.text.format !== format || (reading.line !== undefined && line === undefined && sheet === undefined))
    return false
  return reading.scan === undefined || (scan !== undefined && reading.scan.page === scan + 1)
}
