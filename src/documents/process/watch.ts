import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { DocumentBounds } from '../settings.ts'
import type { Stopped } from './messages.ts'

const LOOK_EVERY_MS = 20
const KIB = 1024
const STANDARD_ERROR = 2
/**
 * A process that waits, or that a machine gives no time to, is ended after so many times its bound: for that alone the
 * clock on the wall counts.
 */
export const WALL_TIMES = 10
/** Places in the memory shared with the watch: the number of the job (0: none) and its bounds. */
const JOB = 0
const MILLISECONDS = 1
const RESIDENT_KIB = 2

/** What a thread is started with to be the watch of its process. */
export interface WatchData {
  watch: SharedArrayBuffer
}

/**
 * Bounds what the process does between `begin` and `end`, however busy its main thread is: a thread of its own looks at
 * processor time and memory, and kills the whole process. It says why on standard error first.
 */
export class Watch {
  readonly #shared = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT))
  #jobs = 0

  /** @param module starts {@link keepWatch} when it is run as a thread with {@link WatchData} */
  constructor(module: URL) {
    const data: WatchData = { watch: this.#shared.buffer as SharedArrayBuffer }
    new Worker(module, { workerData: data }).unref()
  }

  begin({ milliseconds, residentBytes }: Readonly<DocumentBounds>): void {
    this.#shared[MILLISECONDS] = milliseconds
    this.#shared[RESIDENT_KIB] = residentBytes / KIB
    this.#set(++this.#jobs)
  }

  end(): void {
    this.#set(0)
  }

  #set(job: number): void {
    Atomics.store(this.#shared, JOB, job)
    Atomics.notify(this.#shared, JOB)
  }
}

/** The work of the watching thread; it never returns. */
export function keepWatch({ watch }: WatchData): never {
  const shared = new Int32Array(watch)
  const parent = process.ppid
  for (;;) {
    Atomics.wait(shared, JOB, 0)
    const job = Atomics.load(shared, JOB)
    const [start, began] = [processorMilliseconds(), performance.now()]
    while (job !== 0 && Atomics.load(shared, JOB) === job) {
      const [, milliseconds = 0, residentKib = 0] = shared
      if (processorMilliseconds() - start > milliseconds || process.ppid !== parent) kill('time')
      if (performance.now() - began > WALL_TIMES * milliseconds) kill('time')
      if (process.memoryUsage.rss() > residentKib * KIB) kill('memory')
      Atomics.wait(shared, JOB, job, LOOK_EVERY_MS)
    }
  }
}

function kill(why: Stopped): void {
  writeSync(STANDARD_ERROR, `\n${why}`)
  process.kill(process.pid, 'SIGKILL')
}

/** Milliseconds of processor time that this process has taken, all its threads together. */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
