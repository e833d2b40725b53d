import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DocumentProcess } from '../../src/documents/process/document-process.ts'
import { documentReader, plannedScans, recognizePages, withScan } from '../../src/documents/reader.ts'
import { SCAN_BOUNDS, type ScanReading } from '../../src/documents/recognize-scan.ts'
import type { DocumentReading } from '../../src/dossier/reading.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import type { Form } from './make.ts'

const NAMES: Readonly<Record<Form, string>> = {
  docx: 'to.docx',
  pdf: 'to.pdf',
  plain: 'to.pdf',
  signed: 'to.pdf',
  clean: 'to.pdf',
  poor: 'to.pdf',
  photo: 'to.jpg',
}
const KINDS = {
  docx: 'zip',
  pdf: 'pdf',
  plain: 'pdf',
  signed: 'pdf',
  clean: 'pdf',
  poor: 'pdf',
  photo: 'jpeg',
} as const

/**
 * Reads papers as `check` does. The words recognised in pictures are kept in a folder by the bytes of the picture: what is
 * made of the words can be tried again at once.
 */
export class CorpusReader {
  readonly #process = new DocumentProcess()
  readonly #folder: string
  /** Pages that were recognised now, and the milliseconds that took. */
  readonly recognised = { pages: 0, milliseconds: 0 }

  constructor(folder: string) {
    this.#folder = folder
  }

  async read(form: Form, bytes: Uint8Array): Promise<DocumentReading> {
    const path = NAMES[form]
    const hash = createHash('sha256').update(bytes).digest('hex')
    const file = { path, sha256: hash, bytes: bytes.length, kind: KINDS[form], state: 'ok' } as const
    const reader = documentReader({ limits: DEFAULT_LIMITS, stopwatch: () => performance.now() })
    const readings = await reader([{ path, file, open: async () => bytes }], '')
    const reading = readings.get(path)
    if (reading === undefined) throw new Error('a file that was not read')
    const [scan] = plannedScans([reading], new Map([[path, file]]), SCAN_BOUNDS.pages)
    if (scan === undefined) return reading
    const words = await this.#words(hash, async () => {
      const begun = performance.now()
      const found = await recognizePages(scan, bytes, { from: 0, to: scan.read }, this.#process, SCAN_BOUNDS)
      this.recognised.pages += found.pages.length
      this.recognised.milliseconds += performance.now() - begun
      return found
    })
    return withScan(reading, words)
  }

  end(): void {
    this.#process.end()
  }

  async #words(hash: string, recognise: () => Promise<ScanReading>): Promise<ScanReading> {
    await mkdir(this.#folder, { recursive: true })
    const path = join(this.#folder, `${hash}.words.json`)
    try {
      return JSON.parse(await readFile(path, 'utf8')) as ScanReading
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    const found = await recognise()
    await writeFile(path, JSON.stringify(found))
    return found
  }
}
