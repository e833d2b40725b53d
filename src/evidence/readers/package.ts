import { magicOf } from '../../base/archive-magic.ts'
import { bytesInMemory } from '../../base/bytes.ts'
import type { ReadLimits, ReadOptions } from '../../bundle/container.ts'
import { isEncryptedOffice } from '../../bundle/encrypted-office.ts'
import { Refusal } from '../../bundle/refusal.ts'
import { SIZE_REFUSALS } from '../../bundle/refusals-size.ts'
import { SheetUnreadable } from '../../bundle/sheet/sheet.ts'
import { PackageParts } from '../../bundle/xlsx/package-parts.ts'
import { readZip } from '../../bundle/zip/read-zip.ts'
import type { DocumentText } from '../document-text.ts'
import { TextTooLarge } from './line-sink.ts'

const MIB = 1024 * 1024

/** Bounds of one office file, tighter than those of a bundle: a part is in memory as bytes and as text while it is read. */
export const OFFICE_LIMITS = {
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

/** Why a file has no text, as it is kept. */
export type NoText = Pick<DocumentText, 'text' | 'reason'>

/** What an office file is that is no ZIP, or undefined for one that is. */
export function notAPackage(bytes: Uint8Array): NoText | undefined {
  const magic = magicOf(bytes)
  if (magic === 'zip') return undefined
  if (magic === 'ole' && isEncryptedOffice(bytes)) return { text: 'locked', reason: 'password' }
  return { text: 'unreadable', reason: bytes.length === 0 ? 'damaged' : 'wrongType' }
}

/**
 * The reason in what a reader threw. Other errors are faults of ours.
 * @throws the error itself when it says nothing about the file
 */
export function noTextFor(error: unknown): NoText {
  if (error instanceof SheetUnreadable) return ofReason(error.reason)
  if (error instanceof TextTooLarge) return ofReason('size')
  if (!(error instanceof Refusal)) throw error
  if (error.code === 'read-timeout') return { text: 'overBounds', reason: 'time' }
  if (error.code === 'encrypted') return { text: 'locked', reason: 'password' }
  return ofReason(Object.hasOwn(SIZE_REFUSALS, error.code) ? 'size' : 'damaged')
}

function ofReason(reason: SheetUnreadable['reason']): NoText {
  return { text: reason === 'size' || reason === 'nesting' ? 'overBounds' : 'unreadable', reason }
}
