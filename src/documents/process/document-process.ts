import { QmsVerdictError } from '../../core/errors.ts'
import type { StoppedReading } from './answers.ts'
import type { Job } from './messages.ts'
import { type MeasuredAnswer, RunningChild } from './running-child.ts'

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
