import { describeFault, type Log } from './log.ts'
import { isDiskFull } from './store.ts'

/** One thing to do; doing it twice does no harm. */
export interface Work {
  /** There is at most one of an id in the queue. */
  id: string
  /**
   * @param failures how often it failed before
   * @returns nothing when it is done, or after how many milliseconds to come again
   */
  run(failures: number): Promise<{ againInMs: number } | undefined>
}

interface Item {
  work: Work
  failures: number
  /** By a clock that runs on. */
  sinceMs: number
  done: () => void
  promise: Promise<void>
}

/** How a queue stands. */
export interface QueueState {
  /** Entered and not begun, or to come again later. */
  waiting: number
  running: number
  /** Since the oldest of both was put in. */
  oldestSeconds: number
}

/** The longest wait after a failure. */
const LONGEST_WAIT_MS = 3_600_000

/**
 * A queue in memory, first come, first served. What fails is tried again, after a second at first and at most after an
 * hour, and does not hold up the others. It forgets everything with the process: whoever fills it must be able to fill
 * it again.
 */
export class WorkQueue {
  readonly #items = new Map<string, Item>()
  readonly #waiting: Item[] = []
  readonly #running = new Set<Promise<void>>()
  readonly #atOnce: number
  readonly #log: Log
  #stopped = false

  constructor(atOnce: number, log: Log) {
    this.#atOnce = atOnce
    this.#log = log
  }

  /** Puts work in, unless it is there; resolves when it is done. */
  push(work: Work): Promise<void> {
    const found = this.#items.get(work.id)
    if (found) return found.promise
    const { promise, resolve } = withResolver()
    const item: Item = { work, failures: 0, sinceMs: performance.now(), done: resolve, promise }
    this.#items.set(work.id, item)
    this.#enter(item)
    return promise
  }

  /** How much there is to do. */
  state(): QueueState {
    const [oldest] = this.#items.values()
    const oldestSeconds = oldest === undefined ? 0 : Math.round((performance.now() - oldest.sinceMs) / 1000)
    return { waiting: this.#items.size - this.#running.size, running: this.#running.size, oldestSeconds }
  }

  /** Begins nothing more; resolves when what is running has ended. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#running)
  }

  #enter(item: Item): void {
    this.#waiting.push(item)
    this.#next()
  }

  #next(): void {
    while (!this.#stopped && this.#running.size < this.#atOnce) {
      const item = this.#waiting.shift()
      if (item === undefined) return
      const running = this.#run(item).finally(() => {
        this.#running.delete(running)
        this.#next()
      })
      this.#running.add(running)
    }
  }

  async #run(item: Item): Promise<void> {
    const waitMs = await this.#outcome(item)
    if (waitMs !== undefined) {
      setTimeout(() => this.#enter(item), waitMs).unref()
      return
    }
    this.#items.delete(item.work.id)
    item.done()
  }

  async #outcome(item: Item): Promise<number | undefined> {
    try {
      return (await item.work.run(item.failures))?.againInMs
    } catch (fault) {
      const againInMs = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** item.failures)
      item.failures++
      this.#log('error', isDiskFull(fault) ? 'disk-full' : 'work-failed', {
        work: item.work.id,
        againInMs,
        fault: describeFault(fault),
      })
      return againInMs
    }
  }
}

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((resolved) => {
    resolve = resolved
  })
  return { promise, resolve }
}
