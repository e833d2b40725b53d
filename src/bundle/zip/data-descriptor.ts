import { archiveRefusal } from '../refusals-archive.ts'
import type { AdmittedEntry } from './gate.ts'

/** Most bytes a data descriptor takes: signature, CRC-32 and two 64-bit sizes (APPNOTE 6.3.10, 4.3.9). */
export const DESCRIPTOR_BYTES = 24
const SIGNATURE = 0x08074b50

function fits(view: Buffer, at: number, wide: boolean, entry: AdmittedEntry): boolean {
  const { crc32, packedBytes, unpackedBytes } = entry.record
  if (view.length < at + (wide ? 20 : 12) || view.readUInt32LE(at) !== crc32) return false
  if (wide)
    return (
      view.readBigUInt64LE(at + 4) === BigInt(packedBytes) && view.readBigUInt64LE(at + 12) === BigInt(unpackedBytes)
    )
  return view.readUInt32LE(at + 4) === packedBytes && view.readUInt32LE(at + 8) === unpackedBytes
}

/**
 * Length of the data descriptor that `bytes` begin with, in any of its four layouts.
 * @throws Refusal when none of them agrees with the directory's record
 */
export function descriptorLength(bytes: Uint8Array, entry: AdmittedEntry): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = view.length >= 4 && view.readUInt32LE(0) === SIGNATURE ? [4, 0] : [0]
  for (const at of start) {
    if (fits(view, at, false, entry)) return at + 12
    if (fits(view, at, true, entry)) return at + 20
  }
  throw archiveRefusal('local-header-mismatch', { entry: entry.shown, found: 'data descriptor' })
}
