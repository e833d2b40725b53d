import { sha256 } from '../core/json.ts'
import type { BundleFile, FileKind } from '../dossier/dossier.ts'
import type { DocumentReading } from '../dossier/reading.ts'
import type { DocumentFile, DocumentReader } from '../intake/container.ts'
import { contentOf, type LookedFor, wordsFound } from './content.ts'
import { type DocumentText, noText, overBounds, unreadable } from './document-text.ts'
import { factsOf, stampedIn } from './facts/facts.ts'
import type { ProcessReading } from './process/messages.ts'
import { DOCUMENT_BOUNDS, NO_TRUST } from './settings.ts'
import { formatOf, type ReadTextOptions, readText } from './text-reader.ts'

/** What reads documents, from the edge; bounds and trust list are the usual ones unless given. */
export type DocumentReaderSettings = Pick<ReadTextOptions, 'limits' | 'stopwatch' | 'signal'> &
  Partial<Pick<ReadTextOptions, 'bounds' | 'trust'>> & {
    /** Words that rules look for in papers, as plain words; nothing is looked for unless given. */
    lookedFor?: LookedFor | undefined
  }

/**
 * Reads what documents say. Files of the same bytes and format are read once; what is left when the time for a bundle is
 * over is not read. Text is let go of at once: only facts, signatures and states are kept, and of a stamped file no fact.
 */
export function documentReader(settings: DocumentReaderSettings): DocumentReader {
  const options = { bounds: DOCUMENT_BOUNDS, trust: NO_TRUST, ...settings }
  const { lookedFor } = options
  return async (files, agencyName) => {
    const by = sha256(JSON.stringify([options.bounds, options.trust.sha256, lookedFor, lookedFor && agencyName]))
    const end = options.stopwatch() + options.bounds.bundleMilliseconds
    const readings = new Map<string, DocumentReading>()
    for (const document of files) {
      const { path, file } = document
      const format = formatOf(file)
      const reading = await memoizedReading(`${file.sha256} ${format} ${by}`, async () =>
        readingOf(path, await read(document, format, end, options), lookedFor, agencyName),
      )
      readings.set(path, { ...reading, path })
    }
    return readings
  }
}

async function read(
  { file, open }: DocumentFile,
  format: DocumentReading['format'],
  end: number,
  options: ReadTextOptions,
): Promise<ProcessReading> {
  const unread = withoutOpening(file, format)
  if (unread !== undefined) return { text: unread, signatures: [] }
  if (options.stopwatch() > end) return { text: overBounds(format, 'time'), signatures: [] }
  return readText(format, await open(), options)
}

/** What the bytes of a file must be to be read in a format; an office file may be one behind a password, which is OLE. */
const READABLE: Readonly<Record<DocumentReading['format'], readonly FileKind[]>> = {
  pdf: ['pdf'],
  doc: ['ole'],
  docx: ['zip', 'ole'],
  xlsx: ['zip', 'ole'],
  csv: ['text'],
  text: ['text', 'xml'],
  other: [],
}

function withoutOpening({ state, kind }: BundleFile, format: DocumentReading['format']): DocumentText | undefined {
  if (format === 'other') return noText(format)
  if (state === 'empty') return unreadable(format, 'empty')
  return READABLE[format].includes(kind) ? undefined : unreadable(format, 'wrongType')
}

function readingOf(
  path: string,
  { text, signatures }: ProcessReading,
  lookedFor: LookedFor | undefined,
  agencyName: string,
): DocumentReading {
  const { content: _, ...head } = text
  const stamped = stampedIn(text)
  const told = text.text === 'read' && !stamped
  return {
    path,
    ...head,
    stamped,
    content: contentOf(text),
    ...(told && { facts: factsOf(text) }),
    ...(told && lookedFor && { says: wordsFound(text, lookedFor, agencyName) }),
    signatures,
  }
}

/** A reading has some kB: a quote for every fact. */
const MOST = 2_000
/** What the next attempt may well come to differently: the machine was slow, or short of memory. */
const BY_CHANCE = ['time', 'memory', 'crash']

const readings = new Map<string, DocumentReading>()

/**
 * A reading of this process, or one made now. Dossiers are judged again and again with most papers unchanged.
 * @param key names the bytes and everything else that the reading hangs on
 */
export async function memoizedReading(key: string, read: () => Promise<DocumentReading>): Promise<DocumentReading> {
  const known = readings.get(key)
  if (known !== undefined) return known
  const reading = await read()
  if (reading.text === 'overBounds' && BY_CHANCE.includes(reading.reason ?? '')) return reading
  if (readings.size >= MOST) readings.clear()
  readings.set(key, reading)
  return reading
}
