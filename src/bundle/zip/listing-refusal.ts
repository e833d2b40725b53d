import { Refusal } from '../refusal.ts'
import { type ArchiveRefusalCode, archiveRefusal } from '../refusals-archive.ts'

/** What the messages and reasons of zip.js mean to the sender; every other one is a directory that is not valid. */
const CODES: Readonly<Record<string, ArchiveRefusalCode>> = {
  'File format is not recognized': 'truncated',
  'End of central directory not found': 'truncated',
  'Split zip file': 'split-archive',
  'End of Zip64 central directory locator not found': 'zip64-invalid',
  'Zip64 extra field not found': 'zip64-invalid',
  '64-bit value exceeds Number.MAX_SAFE_INTEGER': 'zip64-invalid',
  'mismatched zip64 end of central directory record': 'zip64-invalid',
  'missing zip64 extra field': 'zip64-invalid',
  'unknown zip64 extensible data': 'zip64-invalid',
  'Encrypted central directory is not supported': 'encrypted',
}

/** The refusal of an archive whose directory zip.js could not list, or listed with a reason that can mix up contents. */
export function listingRefusal(reason: string, cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause
  return archiveRefusal(CODES[reason] ?? 'central-directory-invalid', { cause })
}
