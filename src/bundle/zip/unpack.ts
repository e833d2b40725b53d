import { crc32, inflateRawSync } from 'node:zlib'
import { archiveRefusal } from '../refusals-archive.ts'
import type { AdmittedEntry } from './gate.ts'

/** Output is asked for in one piece, with a byte to spare that tells zlib it was enough; larger ones come in pieces. */
const FIRST_PIECE_BYTES = 4 * 1024 * 1024
const SMALLEST_PIECE_BYTES = 64

interface Inflated {
  buffer: Buffer
  engine: { bytesWritten: number }
}

function inflate(packed: Uint8Array, { record, shown }: AdmittedEntry): Uint8Array {
  const most = Math.max(1, record.unpackedBytes)
  try {
    const options = {
      info: true,
      maxOutputLength: most,
      chunkSize: Math.max(SMALLEST_PIECE_BYTES, Math.min(most + 1, FIRST_PIECE_BYTES)),
    }
    // With `info`, Node returns this shape; its type says Buffer.
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as Inflated
    if (engine.bytesWritten !== packed.length)
      throw archiveRefusal('size-mismatch', { entry: shown, found: `${engine.bytesWritten} ≠ ${packed.length} B` })
    return buffer
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
    if (error.code === 'ERR_BUFFER_TOO_LARGE')
      throw archiveRefusal('size-mismatch', { entry: shown, found: `> ${record.unpackedBytes} B`, cause: error })
    if (!error.code.startsWith('Z_')) throw error
    throw archiveRefusal('corrupt-data', { entry: shown, found: error.code, cause: error })
  }
}

const hex = (value: number) => value.toString(16).padStart(8, '0')

/**
 * The content of an entry. Never more bytes than declared are produced: a header that lies small is found out at the
 * first byte too many, one that lies big at the end.
 * @throws Refusal when the data is damaged, its size or its CRC-32 is not the one declared, or packed bytes are left
 */
export function unpack(packed: Uint8Array, entry: AdmittedEntry): Uint8Array {
  const { record, shown } = entry
  const content = record.method === 0 ? packed : inflate(packed, entry)
  if (content.length !== record.unpackedBytes)
    throw archiveRefusal('size-mismatch', { entry: shown, found: `${content.length} ≠ ${record.unpackedBytes} B` })
  const sum = crc32(content)
  if (sum !== record.crc32)
    throw archiveRefusal('crc-mismatch', { entry: shown, found: `${hex(sum)} ≠ ${hex(record.crc32)}` })
  return content
}
