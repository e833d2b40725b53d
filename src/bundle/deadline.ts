import type { ByteSource } from '../base/bytes.ts'
import type { ReadOptions } from './container.ts'
import { archiveRefusal } from './refusals-archive.ts'

/** The time one reading may take, from its start. */
export class Deadline {
  readonly #options: ReadOptions
  readonly #start: number

  constructor(options: ReadOptions) {
    this.#options = options
    this.#start = options.stopwatch()
  }

  /** @throws Refusal when the time is over */
  check(): void {
    const passed = this.#options.stopwatch() - this.#start
    if (passed > this.#options.limits.milliseconds || this.#options.signal?.aborted)
      throw this.#refusal(passed, this.#options.signal?.reason)
  }

  /**
   * The outcome of `work`, or a Refusal once the signal says stop: something that never answers does not hang us.
   * @throws Refusal `read-timeout`, or whatever `work` fails with
   */
  async race<T>(work: () => Promise<T>): Promise<T> {
    this.check()
    const { signal, stopwatch } = this.#options
    if (signal === undefined) return work()
    let stop: (() => void) | undefined
    const stopped = new Promise<never>((_, reject) => {
      stop = () => reject(this.#refusal(stopwatch() - this.#start, signal.reason))
      signal.addEventListener('abort', stop, { once: true })
    })
    try {
      return await Promise.race([work(), stopped])
    } finally {
      if (stop !== undefined) signal.removeEventListener('abort', stop)
    }
  }

  #refusal(passed: number, cause: unknown) {
    const found = `${Math.round(passed)} ms > ${this.#options.limits.milliseconds} ms`
    return archiveRefusal('read-timeout', { found, cause })
  }
}

/** The same bytes, each read within the deadline. */
export function withDeadline(source: ByteSource, deadline: Deadline): ByteSource {
  return { size: source.size, read: (offset, length) => deadline.race(() => source.read(offset, length)) }
}
