import { extname } from 'node:path'
import { magicOf } from '../core/files.ts'
import type { BundleFile, FileKind } from '../dossier/dossier.ts'
import type { DocumentReading } from '../dossier/reading.ts'
import type { ReadOptions } from '../intake/container.ts'
import { isEncryptedOffice } from '../intake/file-kinds.ts'
import { noText, overBounds } from './document-text.ts'
import type { DocumentProcess } from './process/document-process.ts'
import type { ProcessReading } from './process/messages.ts'
import type { DocumentBounds, TrustList } from './settings.ts'

/** What reading documents needs from the edge. */
export interface ReadTextOptions extends Pick<ReadOptions, 'limits' | 'stopwatch' | 'signal'> {
  bounds: Readonly<DocumentBounds>
  trust: TrustList
  /** Where the files of this bundle are read that may kill their reader. */
  process: DocumentProcess
}

/** What a file came to, and what it took: of the child process its processor time, however busy the machine is. */
export interface TimedReading extends ProcessReading {
  milliseconds: number
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
): Promise<TimedReading> {
  if (format === 'picture') return pictureRead(bytes, options)
  if (format === 'pdf' || format === 'doc') return inProcess(format, bytes, options)
  // An old Word file under the name of a new one.
  if (format === 'docx' && magicOf(bytes) === 'ole' && !isEncryptedOffice(bytes))
    return inProcess('doc', bytes, options)
  const start = options.stopwatch()
  const text = await textHere(format, bytes, options)
  return { text, signatures: [], milliseconds: options.stopwatch() - start }
}

async function textHere(
  format: Exclude<DocumentReading['format'], 'pdf' | 'doc' | 'picture'>,
  bytes: Uint8Array,
  options: ReadTextOptions,
) {
  switch (format) {
    case 'docx': {
      const { isOdt, readOdf } = await import('./odf/odf.ts')
      if (isOdt(bytes)) return readOdf('odt', bytes, options)
      return (await import('./docx/docx.ts')).readDocx(bytes, options)
    }
    case 'odt':
    case 'ods':
      return (await import('./odf/odf.ts')).readOdf(format, bytes, options)
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

/** A picture is a scan, of one page unless it is a TIFF; what cannot be drawn has no text and is no fault. */
async function pictureRead(bytes: Uint8Array, options: ReadTextOptions): Promise<TimedReading> {
  const { pdfOfPicture } = await import('./picture.ts')
  const pdf = pdfOfPicture(bytes)
  if (pdf === undefined) return { text: noText('picture'), signatures: [], milliseconds: 0 }
  const { text, ...rest } = await inProcess('pdf', pdf, options)
  return { text: { ...text, format: 'picture' }, ...rest }
}

async function inProcess(
  format: 'pdf' | 'doc',
  bytes: Uint8Array,
  { bounds, trust, process }: ReadTextOptions,
): Promise<TimedReading> {
  const answer = await process.read({ format, bounds, trust }, bytes)
  if ('reading' in answer) return { ...answer.reading, milliseconds: answer.milliseconds }
  const text = overBounds(format, answer.stopped)
  return { text, signatures: answer.signatures, milliseconds: bounds.milliseconds }
}

type Format = DocumentReading['format']

const BY_NAME: Readonly<Record<string, Format>> = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.docm': 'docx',
  '.doc': 'doc',
  '.odt': 'odt',
  '.ods': 'ods',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.csv': 'csv',
  '.rtf': 'text',
  '.html': 'text',
  '.htm': 'text',
  '.jpg': 'picture',
  '.jpeg': 'picture',
  '.png': 'picture',
  '.tif': 'picture',
  '.tiff': 'picture',
  '.txt': 'text',
  '.md': 'text',
}

/** Names under which Word files go about, whatever they hold: programs of offices write HTML and RTF under `.doc`. */
const WORD_NAMES = ['.doc', '.docx', '.docm', '.rtf']
const WORD_KINDS: Readonly<Partial<Record<FileKind, Format>>> = {
  pdf: 'pdf',
  ole: 'doc',
  zip: 'docx',
  text: 'text',
  xml: 'text',
}

/** As what a file is read: by its name; a Word file by its bytes, and what the name promises nothing of. */
export function formatOf({ path, kind }: Pick<BundleFile, 'path' | 'kind'>): Format {
  const extension = extname(path).toLowerCase()
  const named = namedFormat(path)
  // Behind a password a new Word file is OLE too; its own reader tells.
  if (WORD_NAMES.includes(extension) && !(named === 'docx' && kind === 'ole'))
    return WORD_KINDS[kind] ?? named ?? 'other'
  if (named !== undefined) return named
  return kind === 'pdf' || kind === 'text' ? kind : 'other'
}

/** What the name of a file promises; undefined where it promises nothing. */
export function namedFormat(path: string): Format | undefined {
  const extension = extname(path).toLowerCase()
  return Object.hasOwn(BY_NAME, extension) ? BY_NAME[extension] : undefined
}
