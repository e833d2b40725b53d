import { extname } from 'node:path'
import type { BundleFile, FileKind } from '../dossier/dossier.ts'
import type { DocumentReading } from '../dossier/reading.ts'

type Format = DocumentReading['format']

const BY_NAME: Readonly<Record<string, Format>> = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.docm': 'docx',
  '.doc': 'doc',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.csv': 'csv',
  '.rtf': 'text',
  '.html': 'text',
  '.htm': 'text',
  '.jpg': 'picture',
  '.jpeg': 'picture',
  '.png': 'picture',
  '.txt': 'text',
  '.md': 'text',
}

/** Names under which Word files go about, whatever they hold: programs of offices write HTML and RTF under `.doc`. */
const WORD_NAMES = ['.doc', '.docx', '.docm', '.rtf']
const WORD_KINDS: Readonly<Partial<Record<FileKind, Format>>> = { ole: 'doc', zip: 'docx', text: 'text', xml: 'text' }

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
