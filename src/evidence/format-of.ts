import { extname } from 'node:path'
import type { BundleFile } from '../dossier/dossier.ts'
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
  '.txt': 'text',
  '.md': 'text',
}

/** As what a file is read: by its name, or by its bytes where the name promises nothing. */
export function formatOf({ path, kind }: Pick<BundleFile, 'path' | 'kind'>): Format {
  const extension = extname(path).toLowerCase()
  if (Object.hasOwn(BY_NAME, extension)) return BY_NAME[extension] ?? 'other'
  return kind === 'pdf' || kind === 'text' ? kind : 'other'
}
