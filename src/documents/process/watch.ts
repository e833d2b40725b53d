import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { QmsVerdictError } from '../../core/errors.ts'
import type { DocumentBounds } from '../settings.ts'
import type { Stopped } from './messages.ts'
import { type Usage, usageOf } from './usage.ts'

/** On Linux a look is two small reads; elsewhere it is a program that is run. */
const LOOK_EVERY_MS = process.platform === 'linux' ? 20 : 250
/**
 * A process that waits, or that a machine gives no time to, is ended after so many times its bound: for that alone the
 * clock on the wall counts.
 */
export const WALL_TIMES = 10

/** Bounds on one job of a process. */
type WatchBounds = Pick<DocumentBounds, 'milliseconds' | 'residentBytes'>

/**
 * Watches what another process takes for a job, from outside: whatever has become of that process, it cannot touch the
 * watch, and what it took is not for it to say.
 */
export class Watch {
  readonly #pid: number
  readonly #bounds: Readonly<WatchBounds>
  readonly #began = performance.now()
  readonly #before: number
  #ended = false

  private constructor(pid: number, bounds: Readonly<WatchBounds>, before: number) {
    this.#pid = pid
    this.#bounds = bounds
    this.#before = before
  }

  /** Begins to watch; `kill` is called once, when the process is beyond its bounds. */
  static async begin(pid: number, bounds: Readonly<WatchBounds>, kill: (why: Stopped) => void): Promise<Watch> {
    const watch = new Watch(pid, bounds, (await usageOf(pid))?.milliseconds ?? 0)
    void watch.#look(kill)
    return watch
  }

  /** What the job took: processor time of the job, and the memory that the process holds now. */
  async end(): Promise<Usage> {
    this.#ended = true
    const { milliseconds, residentBytes } = (await usageOf(this.#pid)) ?? { milliseconds: 0, residentBytes: 0 }
    return { milliseconds: Math.max(0, milliseconds - this.#before), residentBytes }
  }

  async #look(kill: (why: Stopped) => void): Promise<void> {
    while (!this.#ended) {
      // A watch that cannot see ends what it watches.
      const why = await this.#why().catch((): Stopped => 'crash')
      if (this.#ended) return
      if (why !== undefined) return kill(why)
      await sleep(LOOK_EVERY_MS)
    }
  }

  async #why(): Promise<Stopped | undefined> {
    const { milliseconds, residentBytes } = this.#bounds
    if (performance.now() - this.#began > WALL_TIMES * milliseconds) return 'time'
    const usage = await usageOf(this.#pid)
    if (usage === undefined) return undefined
    if (usage.milliseconds - this.#before > milliseconds) return 'time'
    return usage.residentBytes > residentBytes ? 'memory' : undefined
  }
}

const SHELL = '/bin/sh'
/** Waits for a line that never comes; the pipe it would come by closes when whoever holds the other end has ended. */
const WAIT_AND_KILL = 'read -r never; kill -KILL "$1"'

/**
 * Ends a process when this one ends, however that came about. A reader deep in a file does not see its pipes close, and
 * may have no thread to look; so a shell waits in its stead. On Windows there is none: there a reader deep in a file
 * ends with it.
 * @returns what ends the guard, once the process has ended by itself
 */
export function guard(pid: number, failed: (error: QmsVerdictError) => void): () => void {
  if (process.platform === 'win32') return () => undefined
  const shell: ChildProcess = spawn(SHELL, ['-c', WAIT_AND_KILL, 'guard', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  })
  shell.on('error', (cause) =>
    failed(new QmsVerdictError(`the process that reads documents needs ${SHELL} to be ended by`, { cause })),
  )
  shell.stdin?.on('error', () => undefined)
  shell.unref()
  ;(shell.stdin as Socket).unref()
  return () => shell.kill('SIGKILL')
}
