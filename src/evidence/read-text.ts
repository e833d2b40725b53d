import { magicOf } from '../base/archive-magic.ts'
import type { ReadOptions } from '../bundle/container.ts'
import { isEncryptedOffice } from '../bundle/encrypted-office.ts'
import type { DocumentReading } from '../dossier/reading.ts'
import type { DocumentBounds } from './bounds.ts'
import type { ProcessReading } from './process/messages.ts'
import { noText, overBounds } from './readers/unread.ts'
import type { TrustList } from './signature/trust-list.ts'

/** What reading documents needs from the edge. */
export interface ReadTextOptions extends Pick<ReadOptions, 'limits' | 'stopwatch' | 'signal'> {
  bounds: Readonly<DocumentBounds>
  trust: TrustList
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
    case 'docx':
      return (await import('./readers/docx.ts')).readDocx(bytes, options)
    case 'xlsx':
      return (await import('./readers/sheet.ts')).readSheet(bytes, options)
    case 'csv':
      return (await import('./readers/sheet-csv.ts')).readCsvText(bytes)
    case 'text':
      return (await import('./readers/plain.ts')).readPlain(bytes, options.bounds)
    case 'other':
      return noText('other')
  }
}

/** A picture is a scan of one page; what cannot be drawn has no text and is no fault. */
async function pictureRead(bytes: Uint8Array, options: ReadTextOptions): Promise<TimedReading> {
  const { pdfOfPicture } = await import('./readers/picture.ts')
  const pdf = pdfOfPicture(bytes)
  if (pdf === undefined) return { text: noText('picture'), signatures: [], milliseconds: 0 }
  const { text, ...rest } = await inProcess('pdf', pdf, options)
  return { text: { ...text, format: 'picture' }, ...rest }
}

async function inProcess(
  format: 'pdf' | 'doc',
  bytes: Uint8Array,
  { bounds, trust }: ReadTextOptions,
): Promise<TimedReading> {
  const { documentProcess } = await import('./process/document-process.ts')
  const answer = await documentProcess.read({ format, bounds, trust }, bytes)
  if ('reading' in answer) return { ...answer.reading, milliseconds: answer.milliseconds }
  const text = overBounds(format, answer.stopped)
  return { text, signatures: answer.signatures, milliseconds: bounds.milliseconds }
}
