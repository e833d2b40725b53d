import { isMainThread, workerData } from 'node:worker_threads'
import { type ChildMessage, frames, type Job, type ProcessReading } from './messages.ts'
import { keepWatch, Watch, type WatchData } from './watch.ts'

// The entry of the child process in which PDF and Word files are read, one after the other, and of its watching thread.
if (isMainThread) await serve()
else keepWatch(workerData as WatchData)

async function serve(): Promise<void> {
  // The readers complain of hostile files at length, and standard error is how the watch tells why it ended us.
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = () => undefined
  process.on('disconnect', () => process.exit())
  const watch = new Watch(new URL(import.meta.url))
  say('ready')
  for await (const { job, bytes } of frames(process.stdin)) {
    watch.begin(job.bounds)
    const reading = await read(job, bytes)
    watch.end()
    say({ reading, residentBytes: process.memoryUsage.rss() })
  }
}

async function read({ format, bounds, trust }: Job, bytes: Uint8Array): Promise<ProcessReading> {
  if (format === 'doc') {
    const { readDoc } = await import('../doc.ts')
    return { text: await readDoc(bytes, bounds), signatures: [] }
  }
  const { readSignatures } = await import('../signature/signatures.ts')
  const signatures = await readSignatures(bytes, trust)
  const { readPdf } = await import('../pdf.ts')
  return { text: await readPdf(bytes, bounds), signatures }
}

function say(message: ChildMessage): void {
  process.send?.(message)
}
