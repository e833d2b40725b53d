import { gunzipSync } from 'node:zlib'
import { type DocumentText, noText, overBounds, unreadable } from '../document-text.ts'
import type { Recognizer } from '../ocr/recognizer.ts'
import { engineFile, whyNotConfined } from './confinement.ts'
import { type Answer, type ChildMessage, frames, type Job, MOST_PICTURE, messageFrame } from './messages.ts'

// The entry of the child process in which the PDF and Word files of one bundle are read, one after the other.
const why = whyNotConfined()
if (why === undefined) await serve()
else {
  process.stderr.write(`${why}\n`)
  process.exitCode = 1
}

async function serve(): Promise<void> {
  // The readers complain of hostile files at length, and standard output is for answers.
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = () => undefined
  // Before the first file: nothing else is read from the disk, and compiling it is not on that file's time.
  const { EngineFailed, PdfEngine } = await import('../pdf/engine.ts')
  const engine = await PdfEngine.load(await WebAssembly.compile(engineFile('pdf')))
  const [ocr, ocrData] = [engineFile('ocr'), engineFile('ocrData')]
  let recognizer: Promise<Recognizer> | undefined
  say('ready')
  for await (const { job, bytes } of frames(process.stdin)) {
    const { reading, sound, fault } = await read(job, bytes)
    const { format } = reading.text
    if (!say({ reading, sound, ...(fault !== undefined && { fault }) }))
      say({ reading: { text: overBounds(format, 'size'), signatures: reading.signatures }, sound })
  }
  // The pipe is closed: whoever started this process has ended, or has no more files.
  process.exit()

  async function read({ format, scan, line, sheet, bounds, trust }: Job, bytes: Uint8Array): Promise<Answer> {
    if (line !== undefined) return cut(bytes, line)
    if (sheet !== undefined) return cut(bytes, { page: sheet, box: [] })
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

  async function recognise(bytes: Uint8Array, page: number): Promise<Answer> {
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

  async function cut(bytes: Uint8Array, { page, box }: NonNullable<Job['line']>): Promise<Answer> {
    const { cutLine, drawSheet } = await import('../pdf/line-picture.ts')
    try {
      const line = box.length === 0 ? drawSheet(engine, bytes, page, MOST_PICTURE) : cutLine(engine, bytes, page, box)
      return { reading: { text: noText('pdf'), signatures: [], ...(line && { line }) }, sound: true }
    } catch (error) {
      return { reading: { text: failed(error), signatures: [] }, sound: false }
    }
  }

  function failed(error: unknown): DocumentText {
    if (!(error instanceof EngineFailed)) throw error
    return error.memory ? overBounds('pdf', 'memory') : unreadable('pdf', 'damaged')
  }
}

/** @returns false when it is more than may be said at once */
function say(message: ChildMessage): boolean {
  const frame = messageFrame(message)
  if (frame !== undefined) process.stdout.write(frame)
  return frame !== undefined
}
