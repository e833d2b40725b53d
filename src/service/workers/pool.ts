import { QmsVerdictError } from '../../core/errors.ts'
import type { Around } from '../judging-tasks.ts'
import type { TaskInput, TaskName, TaskOutput, Workers } from '../tasks.ts'

/** More waits for workers than may: whoever asked may ask again later. */
export class WorkersBusy extends QmsVerdictError {
  override name = 'WorkersBusy'
}

/** One who does one task after the other. */
export interface PooledWorker extends Workers {
  /** Whether it can be given another task. */
  readonly sound: boolean
  end(): void
}

/** How a pool is bounded. */
export interface PoolBounds {
  workers: number
  /** Tasks that may wait for a worker. */
  waiting: number
}

/** How a pool stands. */
export interface PoolState {
  running: number
  waiting: number
  /** Processes there are, at work or not. */
  workers: number
}

/** A worker that has nothing to do for so long gives its memory back. */
const IDLE_MS = 300_000

/**
 * Workers that are started when they are needed. A task whose worker dies fails, and no other: the next one gets a new
 * worker. First come, first served.
 */
export class WorkerPool {
  readonly #start: () => Promise<PooledWorker>
  readonly #bounds: PoolBounds
  readonly #idle: { worker: PooledWorker; timer: NodeJS.Timeout }[] = []
  readonly #waiting: (() => void)[] = []
  readonly #busy = new Set<PooledWorker>()
  #running = 0
  #ended = false

  constructor(bounds: PoolBounds, start: () => Promise<PooledWorker>) {
    this.#bounds = bounds
    this.#start = start
  }

  /**
   * Has a task done when there is a worker for it.
   * @throws WorkersBusy when too many wait; as a worker does
   */
  async run<N extends TaskName>(name: N, input: TaskInput<N>, around: Around = {}): Promise<TaskOutput<N>> {
    await this.#turn()
    let worker: PooledWorker | undefined
    try {
      worker = this.#kept() ?? (await this.#start())
      this.#busy.add(worker)
      if (this.#ended) throw new QmsVerdictError('the workers were ended')
      return await worker.run(name, input, around)
    } finally {
      if (worker !== undefined) this.#release(worker)
      const next = this.#waiting.shift()
      if (next === undefined) this.#running--
      else next()
    }
  }

  state(): PoolState {
    return { running: this.#running, waiting: this.#waiting.length, workers: this.#idle.length + this.#busy.size }
  }

  /** Ends all workers; a task under way fails. */
  end(): void {
    this.#ended = true
    for (const { worker, timer } of this.#idle.splice(0)) {
      clearTimeout(timer)
      worker.end()
    }
    for (const worker of this.#busy) worker.end()
  }

  /** Waits for the place of a task that is over, where all are taken. */
  async #turn(): Promise<void> {
    if (this.#running < this.#bounds.workers) this.#running++
    else if (this.#waiting.length < this.#bounds.waiting)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else throw new WorkersBusy(`${this.#waiting.length} tasks wait for a worker; no more may`)
  }

  #kept(): PooledWorker | undefined {
    for (let last = this.#idle.pop(); last !== undefined; last = this.#idle.pop()) {
      clearTimeout(last.timer)
      if (last.worker.sound) return last.worker
      last.worker.end()
    }
    return undefined
  }

  #release(worker: PooledWorker): void {
    this.#busy.delete(worker)
    if (!worker.sound || this.#ended) {
      worker.end()
      return
    }
    const entry = { worker, timer: setTimeout(() => this.#retire(entry), IDLE_MS).unref() }
    this.#idle.push(entry)
  }

  #retire(entry: { worker: PooledWorker; timer: NodeJS.Timeout }): void {
    const at = this.#idle.indexOf(entry)
    if (at >= 0) this.#idle.splice(at, 1)
    entry.worker.end()
  }
}
