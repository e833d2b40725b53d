import type { Answer, Job, StoppedReading } from './messages.ts'
import { RunningChild } from './running-child.ts'

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
