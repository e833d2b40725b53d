import { extname } from 'node:path'
import type { BundleFile } from '../dossier/dossier.ts'
import type { DocumentReading } from '../dossier/reading.ts'
import type { ReadOptions } from '../intake/container.ts'
import { noText, overBounds } from './document-text.ts'
import type { ProcessReading } from './process/messages.ts'
import type { DocumentBounds, TrustList } from './settings.ts'

/** What reading documents needs from the edge. */
export interface ReadTextOptions extends Pick<ReadOptions, 'limits' | 'stopwatch' | 'signal'> {
  bounds: Readonly<DocumentBounds>
  trust: TrustList
}

/**
 * The text of one file and the signatures in it. PDF and .doc are read in a child process, which is what they may kill;
 * each reader is loaded when the first file of its format comes.
 * @returns also when the file cannot be read: `text` and `reason` then say why
 * @throws QmsVerdictError when no child process can be started
 */
export async function readText(
  format: DocumentReading['format'],
  bytes: Uint8Array,
  options: ReadTextOptions,
): Promise<ProcessReading> {
  if (format === 'pdf' || format === 'doc') return inProcess(format, bytes, options)
  return { text: await textHere(format, bytes, options), signatures: [] }
}

async function textHere(
  format: 'docx' | 'xlsx' | 'csv' | 'text' | 'other',
  bytes: Uint8Array,
  options: ReadTextOptions,
) {
  switch (format) {
    case 'docx':
      return (await import('./docx/docx.ts')).readDocx(bytes, options)
    case 'xlsx':
      return (await import('./sheet.ts')).readSheet(bytes, options)
    case 'csv':
      return (await import('./sheet.ts')).readCsvText(bytes)
    case 'text':
      return (await import('./plain.ts')).readPlain(bytes, options.bounds)
    case 'other':
      return noText('other')
  }
}

async function inProcess(format: 'pdf' | 'doc', bytes: Uint8Array, { bounds, trust }: ReadTextOptions) {
  const { documentProcess } = await import('./process/document-process.ts')
  const read = await documentProcess.read({ format, bounds, trust }, bytes)
  return typeof read === 'string' ? { text: overBounds(format, read), signatures: [] } : read
}

type Format = DocumentReading['format']

const BY_NAME: Readonly<Record<string, Format>> = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.docm': 'docx',
  '.doc': 'doc',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.csv': 'csv',
  '.txt': 'text',
  '.md': 'text',
}

/** As what a file is read: by its name, or by its bytes where the name promises nothing. */
export function formatOf({ path, kind }: Pick<BundleFile, 'path' | 'kind'>): Format {
  const extension = extname(path).toLowerCase()
  if (Object.hasOwn(BY_NAME, extension)) return BY_NAME[extension] ?? 'other'
  return kind === 'pdf' || kind === 'text' ? kind : 'other'
}
