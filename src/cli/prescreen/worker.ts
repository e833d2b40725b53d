import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { InputError, type Localized } from '../../core/errors.ts'
import { type DeskSettings, openDesk, type ScreenedBundle } from './bundle-judge.ts'

/** Where this module stands, built or not: what a thread is started from. */
export const WORKER = new URL(import.meta.url)

/** Marks the threads that are ours; test runners have threads of their own. */
export interface WorkerData {
  prescreen: DeskSettings
}

/** What a thread answers to the path of a bundle. */
export type WorkerAnswer = { result: ScreenedBundle } | { fault: { said: string; text?: Localized } }

if (!isMainThread && workerData !== null && typeof workerData === 'object' && 'prescreen' in workerData)
  await serve((workerData as WorkerData).prescreen)

async function serve(settings: DeskSettings): Promise<void> {
  const screen = await openDesk(settings)
  parentPort?.on('message', async (path: string) => {
    parentPort?.postMessage(await answer(path))
  })
  parentPort?.postMessage('ready')

  async function answer(path: string): Promise<WorkerAnswer> {
    try {
      return { result: await screen(path) }
    } catch (error) {
      // Classes do not survive the way between threads.
      return { fault: { said: String(error), ...(error instanceof InputError && { text: error.text }) } }
    }
  }
}
