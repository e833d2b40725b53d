import { bytesInMemory, magicOf } from '../core/files.ts'
import type { ReadLimits, ReadOptions } from '../intake/container.ts'
import { isEncryptedOffice } from '../intake/file-kinds.ts'
import { SIZE_REFUSALS } from '../intake/refusals/archive.ts'
import { Refusal } from '../intake/refusals/refusal.ts'
import { SheetUnreadable } from '../intake/sheet.ts'
import { PackageParts } from '../intake/xlsx/package.ts'
import { readZip } from '../intake/zip/zip.ts'
import { type DocumentText, locked, overBounds, TextTooLarge, unreadable } from './document-text.ts'

const MIB = 1024 * 1024

/** Bounds of one office file, tighter than those of a bundle: a part is in memory as bytes and as text while it is read. */
const OFFICE_LIMITS = {
  entryBytes: 48 * MIB,
  unpackedBytes: 256 * MIB,
} as const satisfies Partial<ReadLimits>

/** The options of a bundle, narrowed to {@link OFFICE_LIMITS}. */
export function officeOptions(options: ReadOptions): ReadOptions {
  const { limits, stopwatch, signal } = options
  const entryBytes = Math.min(limits.entryBytes, OFFICE_LIMITS.entryBytes)
  const unpackedBytes = Math.min(limits.unpackedBytes, OFFICE_LIMITS.unpackedBytes)
  const kind = 'package' as const
  return { limits: { ...limits, entryBytes, unpackedBytes }, stopwatch, kind, ...(signal && { signal }) }
}

/** The parts of a DOCX or XLSX, through the gate that bundles pass. @throws Refusal when the gate refuses it */
export async function openPackage(bytes: Uint8Array, options: ReadOptions): Promise<PackageParts> {
  return new PackageParts(await readZip(bytesInMemory(bytes), officeOptions(options)))
}

/**
 * What reading an office file comes to.
 * @param read reads the file, which is a ZIP; what it throws about the file becomes the reason why there is no text
 */
export async function officeText(
  format: 'docx' | 'xlsx' | 'odt' | 'ods',
  bytes: Uint8Array,
  read: () => Promise<DocumentText>,
): Promise<DocumentText> {
  const magic = magicOf(bytes)
  if (magic === 'ole' && isEncryptedOffice(bytes)) return locked(format)
  if (magic !== 'zip') return unreadable(format, bytes.length === 0 ? 'damaged' : 'wrongType')
  return read().catch((error: unknown) => withoutText(format, error))
}

/**
 * A file without text, for the reason in what its reader threw.
 * @throws the error itself when it says nothing about the file: it is a fault of ours
 */
export function withoutText(format: DocumentText['format'], error: unknown): DocumentText {
  if (error instanceof SheetUnreadable) return ofReason(format, error.reason)
  if (error instanceof TextTooLarge) return overBounds(format, 'size')
  if (!(error instanceof Refusal)) throw error
  if (error.code === 'read-timeout') return overBounds(format, 'time')
  if (error.code === 'encrypted') return locked(format)
  return ofReason(format, Object.hasOwn(SIZE_REFUSALS, error.code) ? 'size' : 'damaged')
}

function ofReason(format: DocumentText['format'], reason: SheetUnreadable['reason']): DocumentText {
  return reason === 'size' || reason === 'nesting' ? overBounds(format, reason) : unreadable(format, reason)
}
