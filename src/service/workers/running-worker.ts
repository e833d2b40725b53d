import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, realpathSync } from 'node:fs'
import { constants, getPriority, setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { QmsVerdictError } from '../../core/errors.ts'
import { bareEnvironment } from '../../documents/process/confinement.ts'
import { usageOf } from '../../documents/process/usage.ts'
import { guard } from '../../documents/process/watch.ts'
import type { Around, Part } from '../judging-tasks.ts'
import type { TaskInput, TaskName, TaskOutput } from '../tasks.ts'
import { errorOf, type FromWorker, type ToWorker, type WorkerSettings, WorkerStopped } from './messages.ts'
import type { PooledWorker } from './pool.ts'

/** Steps of priority below who answers: that one comes first at once, and beside other work there is still a fourth of a core for these. */
const STEPS_BELOW = 5

/** What one worker may take. */
export interface WorkerBounds {
  /** Of its heap. */
  heapMiB: number
  /** Of the whole process. */
  residentBytes: number
  /** Milliseconds of processor time of each part of a task. */
  milliseconds: Readonly<Record<Part, number>>
  /** The clock on the wall counts for a worker that waits, or that a machine gives no time to: so many times the bound. */
  wallTimes: number
}

const START_MS = 60_000
const LOOK_EVERY_MS = process.platform === 'linux' ? 25 : 250
const KEPT_WORDS = 2_000
/** A worker that has grown beyond this part of its bound is replaced: the next task should have room. */
const WORN = 0.5

/**
 * The built entry of a worker, which stands beside this module once that is built; undefined where the code runs from its
 * sources, which a process of Node 20 cannot load.
 */
export function workerEntry(): URL | undefined {
  return import.meta.url.endsWith('.ts') ? undefined : new URL('./worker.mjs', import.meta.url)
}

/** One process that does one task after the other, and is watched from outside. */
export class RunningWorker implements PooledWorker {
  readonly #process: ChildProcess
  readonly #bounds: WorkerBounds
  readonly #ended: Promise<unknown>
  #hear: (said: FromWorker) => void = () => undefined
  #lastWords = ''
  #why: WorkerStopped['why'] | undefined
  #residentBytes = 0

  private constructor(child: ChildProcess, bounds: WorkerBounds) {
    this.#process = child
    this.#bounds = bounds
    this.#ended = once(child, 'close').catch(() => undefined)
    child.on('message', (said: FromWorker) => this.#hear(said))
    child.on('error', () => undefined)
    child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.#lastWords = (this.#lastWords + words).slice(-KEPT_WORDS)
    })
    if (child.pid !== undefined)
      child.once(
        'exit',
        guard(child.pid, () => this.end()),
      )
    this.#hold(false)
  }

  /**
   * @param priority of the process and those it starts, as the system has it; a little below that of this one unless given
   * @throws QmsVerdictError when it does not come to life, or cannot work by its settings
   */
  static async start(
    entry: URL,
    settings: WorkerSettings,
    bounds: WorkerBounds,
    priority?: number,
  ): Promise<RunningWorker> {
    // Without secrets: whatever a bundle makes of its reader finds none.
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${bounds.heapMiB}`, realpathSync(fileURLToPath(entry))],
      {
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        serialization: 'advanced',
        env: bareEnvironment(),
      },
    )
    const worker = new RunningWorker(child, bounds)
    const ready = new Promise<true>((resolve) => {
      worker.#hear = (said) => said === 'ready' && resolve(true)
    })
    worker.#hold(true)
    worker.#giveWay(priority)
    worker.#say({ settings })
    const late = new AbortController()
    const overdue = sleep(START_MS, undefined, { signal: late.signal }).catch(() => undefined)
    const isReady = await Promise.race([ready, worker.#ended, overdue])
    late.abort()
    worker.#hold(false)
    worker.#giveWay(priority)
    if (isReady === true) return worker
    worker.end()
    throw new QmsVerdictError(`a worker did not start: ${worker.#lastWords.trim() || 'it said nothing'}`)
  }

  /**
   * Has a task done.
   * @throws WorkerStopped, after which it is over with this worker; what the task throws; what its source throws
   */
  async run<N extends TaskName>(name: N, input: TaskInput<N>, around: Around = {}): Promise<TaskOutput<N>> {
    const { source, progress, entering } = around
    let part: Part =
      name === 'read' || name === 'evaluate' || name === 'scan' || name === 'pictures' ? 'reading' : 'around'
    let rule: string | undefined
    let fault: { thrown: unknown } | undefined
    const watch = await this.#watch(() => part)
    this.#hold(true)
    const answered = new Promise<TaskOutput<N>>((resolve, reject) => {
      this.#hear = (said) => {
        if (said === 'ready') return
        if ('read' in said)
          void this.#answer(said, source, (thrown) => {
            fault ??= { thrown }
          })
        else if ('entering' in said) {
          if (part !== said.entering) watch.next()
          part = said.entering
          rule = said.rule
          entering?.(part, rule)
        } else if ('progress' in said) progress?.(said.of, said.progress.done, said.progress.total)
        else if ('done' in said) resolve(said.done as TaskOutput<N>)
        else reject(fault === undefined ? errorOf(said.thrown) : fault.thrown)
      }
    })
    try {
      this.#say({ task: name, input, size: source?.size, tells: progress !== undefined })
      const stopped = this.#ended.then((): never => {
        throw new WorkerStopped(this.#why ?? this.#whyEnded(), name, part, rule, this.#lastWords.trim())
      })
      return await Promise.race([answered, stopped])
    } finally {
      watch.end()
      this.#hear = () => undefined
      this.#hold(false)
    }
  }

  /** Whether it can be given another task. */
  get sound(): boolean {
    return this.#alive && this.#residentBytes <= this.#bounds.residentBytes * WORN
  }

  end(): void {
    this.#process.kill('SIGKILL')
  }

  get #alive(): boolean {
    const { exitCode, signalCode, connected } = this.#process
    return exitCode === null && signalCode === null && connected && this.#why === undefined
  }

  /** Answers what a task asks of its bundle. */
  async #answer(
    { read: { offset, length }, as }: Extract<FromWorker, { read: unknown }>,
    source: Around['source'],
    failed: (fault: unknown) => void,
  ): Promise<void> {
    try {
      if (source === undefined) throw new QmsVerdictError('a task asked for a bundle that it was not given')
      this.#say({ bytes: await source.read(offset, length), of: as })
    } catch (fault) {
      failed(fault)
      this.#say({ bytes: undefined, of: as })
    }
  }

  /** Looks from outside what the process takes, until told that the task is over; ends it beyond its bounds. */
  async #watch(part: () => Part): Promise<{ next(): void; end(): void }> {
    const { pid } = this.#process
    const taken = async () => (pid === undefined ? undefined : await usageOf(pid))
    let over = false
    let restart = true
    let [from, began] = [0, 0]
    const look = async (): Promise<void> => {
      while (!over) {
        const usage = await taken()
        if (over || usage === undefined) return
        if (restart) [from, began, restart] = [usage.milliseconds, performance.now(), false]
        this.#residentBytes = usage.residentBytes
        const bound = this.#bounds.milliseconds[part()]
        if (usage.residentBytes > this.#bounds.residentBytes) return this.#stop('memory')
        if (usage.milliseconds - from > bound) return this.#stop('time')
        if (performance.now() - began > bound * this.#bounds.wallTimes) return this.#stop('waited')
        await sleep(LOOK_EVERY_MS)
      }
    }
    // A watch that cannot see ends what it watches.
    void look().catch(() => this.#stop('crash'))
    return {
      next: () => {
        restart = true
      },
      end: () => {
        over = true
      },
    }
  }

  /**
   * Lowers its priority, and so that of the processes it starts: on a machine that is fully taken, whoever answers comes
   * first. Linux knows a priority of each thread; those that are made later have that of the thread that makes them.
   */
  #giveWay(priority = getPriority() + STEPS_BELOW): void {
    const { pid } = this.#process
    if (pid === undefined) return
    const threads = process.platform === 'linux' ? ifItMay(() => readdirSync(`/proc/${pid}/task`)) : [pid]
    const lower = Math.min(constants.priority.PRIORITY_LOW, priority)
    for (const thread of threads ?? []) ifItMay(() => setPriority(Number(thread), lower))
  }

  #stop(why: WorkerStopped['why']): void {
    this.#why ??= why
    this.end()
  }

  #whyEnded(): WorkerStopped['why'] {
    return this.#lastWords.includes('heap out of memory') ? 'memory' : 'crash'
  }

  #say(said: ToWorker): void {
    // That it has ended is told by `close`.
    if (this.#process.connected) this.#process.send(said, () => undefined)
  }

  /** While it works it keeps this process running; else it lets it end. */
  #hold(held: boolean): void {
    const how = held ? 'ref' : 'unref'
    this.#process[how]()
    this.#process.channel?.[how]()
    const errors = this.#process.stderr as { ref?(): void; unref?(): void } | null
    errors?.[how]?.()
  }
}

/**
 * What is done to a process or a thread, which may have ended meanwhile (that is told by `close`), or whose priority a
 * sandbox may not let be changed (then it has that of whoever answers).
 */
function ifItMay<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    const { code, info } = error as { code?: string; info?: { code?: string } }
    // What fails in node:os tells its code within.
    if (['ENOENT', 'ESRCH', 'EPERM', 'EACCES'].includes(info?.code ?? code ?? '')) return undefined
    throw error
  }
}
