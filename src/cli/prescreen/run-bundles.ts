import { Worker } from 'node:worker_threads'
import { InputError, QmsVerdictError } from '../../core/errors.ts'
import { type DeskSettings, openDesk, type ScreenedBundle } from './bundle-judge.ts'
import { WORKER, type WorkerAnswer } from './worker.ts'

/** A bundle by its name in the folder. */
export interface NamedBundle {
  name: string
  path: string
}

/** A thread ended on its own: what it was given last is to blame, and nothing more can be given to it. */
class ThreadDied extends QmsVerdictError {
  override name = 'ThreadDied'
}

type Screen = (path: string) => Promise<ScreenedBundle>

/**
 * Judges bundles on several threads, each one bundle at a time. A fault on one bundle does not stop the others, whose
 * results are kept; it is thrown when all are through.
 * @param jobs threads; 1 works without any
 * @param worker the module that a thread runs
 * @returns results in the order of the bundles
 * @throws InputError as a desk does; QmsVerdictError naming the bundle a fault of ours came from
 */
export async function runBundles(
  bundles: readonly NamedBundle[],
  settings: DeskSettings,
  jobs: number,
  progress: (done: number, total: number) => void,
  worker: URL = WORKER,
): Promise<ScreenedBundle[]> {
  const results: ScreenedBundle[] = []
  const faults: { name: string; fault: unknown }[] = []
  const queue = bundles.entries()
  let done = 0
  const work = async (screen: Screen) => {
    for (const [at, { name, path }] of queue) {
      try {
        results[at] = await screen(path)
      } catch (fault) {
        faults.push({ name, fault })
        if (fault instanceof ThreadDied) return
      }
      progress(++done, bundles.length)
    }
  }
  const threads = Math.min(jobs, bundles.length)
  if (threads <= 1) await work(await openDesk(settings))
  else await Promise.all(Array.from({ length: threads }, () => onThread(worker, settings, work)))
  const [first] = faults
  if (first !== undefined) throw told(first)
  return results
}

/** Starts a thread, hands over what asks it, and ends it. */
async function onThread(module: URL, settings: DeskSettings, work: (screen: Screen) => Promise<void>): Promise<void> {
  const worker = new Worker(module, { workerData: { prescreen: settings } })
  const died = new Promise<never>((_, reject) =>
    worker.once('error', (cause) => reject(new ThreadDied(cause.message, { cause }))),
  )
  const answer = <T>() => Promise.race([died, new Promise<T>((resolve) => worker.once('message', resolve))])
  try {
    await answer()
    await work(async (path) => {
      const answered = answer<WorkerAnswer>()
      worker.postMessage(path)
      const said = await answered
      if ('fault' in said)
        throw said.fault.text ? new InputError(said.fault.text) : new QmsVerdictError(said.fault.said)
      return said.result
    })
  } finally {
    await worker.terminate()
  }
}

function told({ name, fault }: { name: string; fault: unknown }): Error {
  if (fault instanceof InputError) return fault
  const said = fault instanceof Error ? fault.message : String(fault)
  return new QmsVerdictError(`${name}: ${said}`, { cause: fault })
}
