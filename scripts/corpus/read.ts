import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DocumentProcess } from '../../src/documents/process/document-process.ts'
import { documentReader, plannedScans, recognizePages, withScan } from '../../src/documents/reader.ts'
import type { ScanReading } from '../../src/documents/recognize-scan.ts'
import { SCAN_BOUNDS } from '../../src/documents/settings.ts'
import type { DocumentFacts } from '../../src/dossier/reading.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import type { Form } from './make.ts'

const ENDINGS: Readonly<Record<Form, string>> = {
  docx: 'docx',
  pdf: 'pdf',
  plain: 'pdf',
  signed: 'pdf',
  clean: 'pdf',
  poor: 'pdf',
  photo: 'jpg',
}
const KINDS = { docx: 'zip', pdf: 'pdf', jpg: 'jpeg' } as const

/** Pages that were recognised now, and the milliseconds that took. */
export interface Recognised {
  pages: number
  milliseconds: number
}

/**
 * Reads papers of one form as `check` does those of a bundle: one process reads their text, another recognises their
 * pictures. The words recognised are kept in a folder by the bytes of the picture: facts can be tried anew at once.
 * @returns the facts of each, by its id, and what was recognised now
 */
export async function readPapers(
  form: Form,
  papers: readonly { id: string; bytes: Uint8Array }[],
  folder: string,
): Promise<{ facts: ReadonlyMap<string, DocumentFacts | undefined>; recognised: Recognised }> {
  await mkdir(folder, { recursive: true })
  const ending = ENDINGS[form]
  const kind = KINDS[ending as keyof typeof KINDS]
  const files = papers.map(({ id, bytes }) => {
    const path = `${id}.${ending}`
    const hash = createHash('sha256').update(bytes).digest('hex')
    return { id, path, bytes, file: { path, sha256: hash, bytes: bytes.length, kind, state: 'ok' as const } }
  })
  const reader = documentReader({ limits: DEFAULT_LIMITS, stopwatch: () => performance.now() })
  const readings = await reader(
    files.map(({ path, file, bytes }) => ({ path, file, open: async () => bytes })),
    '',
  )
  const facts = new Map<string, DocumentFacts | undefined>()
  const recognised = { pages: 0, milliseconds: 0 }
  const process = new DocumentProcess()
  try {
    for (const { id, path, bytes, file } of files) {
      const reading = readings.get(path)
      if (reading === undefined) throw new Error(`${path} was not read`)
      const [scan] = plannedScans([reading], new Map([[path, file]]), SCAN_BOUNDS.pages)
      const words =
        scan &&
        (await keptWords(join(folder, `${file.sha256}.words.json`), async () => {
          const begun = performance.now()
          const found = await recognizePages(scan, bytes, { from: 0, to: scan.read }, process, SCAN_BOUNDS)
          recognised.pages += found.pages.length
          recognised.milliseconds += performance.now() - begun
          return found
        }))
      facts.set(id, (words ? withScan(reading, words) : reading).facts)
    }
  } finally {
    process.end()
  }
  return { facts, recognised }
}

async function keptWords(path: string, recognise: () => Promise<ScanReading>): Promise<ScanReading> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ScanReading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const found = await recognise()
  // What failed is tried again.
  if (found.unread === 0) await writeFile(path, JSON.stringify(found))
  return found
}
