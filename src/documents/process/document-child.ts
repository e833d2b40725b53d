import { isMainThread, workerData } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { type DocumentText, noText, overBounds, unreadable } from '../document-text.ts'
import type { Recognizer } from '../ocr/recognizer.ts'
import { engineFile } from './engine-files.ts'
import { type Answer, type ChildMessage, frames, type Job } from './messages.ts'
import { keepWatch, processorMilliseconds, Watch, type WatchData } from './watch.ts'

// The entry of the child process in which PDF and Word files are read, one after the other, and of its watching thread.
if (isMainThread) await serve()
else keepWatch(workerData as WatchData)

async function serve(): Promise<void> {
  // The readers complain of hostile files at length, and standard error is how the watch tells why it ended us.
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = () => undefined
  process.on('disconnect', () => process.exit())
  // Before the first file: nothing else is read from the disk, and compiling it is not on that file's time.
  const { EngineFailed, PdfEngine } = await import('../pdf/engine.ts')
  const engine = await PdfEngine.load(await WebAssembly.compile(engineFile('pdf')))
  const [ocr, ocrData] = [engineFile('ocr'), engineFile('ocrData')]
  let recognizer: Promise<Recognizer> | undefined
  const watch = new Watch(new URL(import.meta.url))
  say('ready')
  for await (const { job, bytes } of frames(process.stdin)) {
    watch.begin(job.bounds)
    const start = processorMilliseconds()
    const { reading, sound, fault } = await read(job, bytes)
    watch.end()
    const milliseconds = processorMilliseconds() - start
    say({
      reading,
      sound,
      ...(fault !== undefined && { fault }),
      milliseconds,
      residentBytes: process.memoryUsage.rss(),
    })
  }

  async function read({ format, scan, bounds, trust }: Job, bytes: Uint8Array): Promise<Outcome> {
    if (scan !== undefined) return recognise(bytes, scan)
    if (format === 'doc') {
      const { readDoc } = await import('../doc.ts')
      return { reading: { text: await readDoc(bytes, bounds), signatures: [] }, sound: true }
    }
    const { readSignatures } = await import('../signature/signatures.ts')
    const signatures = await readSignatures(bytes, trust)
    if (signatures.length > 0) say({ signatures })
    const { readPdf } = await import('../pdf.ts')
    try {
      return { reading: { text: readPdf(engine, bytes, bounds), signatures }, sound: true }
    } catch (error) {
      return { reading: { text: failed(error), signatures }, sound: false }
    }
  }

  async function recognise(bytes: Uint8Array, page: number): Promise<Outcome> {
    const { Recognizer } = await import('../ocr/recognizer.ts')
    recognizer ??= Recognizer.load(ocr, gunzipSync(ocrData))
    const ready = await recognizer.catch(String)
    if (typeof ready === 'string')
      return { reading: { text: noText('pdf'), signatures: [] }, sound: false, fault: ready }
    const { readScan } = await import('../ocr/read-scan.ts')
    try {
      const scan = readScan(engine, ready, bytes, page)
      return { reading: { text: noText('pdf'), signatures: [], ...(scan && { scan }) }, sound: true }
    } catch (error) {
      return { reading: { text: failed(error), signatures: [] }, sound: false }
    }
  }

  function failed(error: unknown): DocumentText {
    if (!(error instanceof EngineFailed)) throw error
    return error.memory ? overBounds('pdf', 'memory') : unreadable('pdf', 'damaged')
  }
}

interface Outcome extends Pick<Answer, 'reading' | 'sound' | 'fault'> {}

function say(message: ChildMessage): void {
  process.send?.(message)
}
