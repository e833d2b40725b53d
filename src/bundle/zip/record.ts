/** One record of the central directory, as it stands there: nothing of it is believed yet. */
export interface ZipRecord {
  rawName: Uint8Array
  /** Raw name of a valid Unicode Path field (APPNOTE 4.6.9), which wins over {@link rawName}. */
  unicodeName: Uint8Array | undefined
  /** General purpose bit flags. */
  flags: number
  /** Compression method: 0 stored, 8 deflate. */
  method: number
  crc32: number
  packedBytes: number
  unpackedBytes: number
  /** Offset of the local header in the archive. */
  offset: number
  /** File type bits of the Unix mode (`mode & 0o170000`), 0 when there are none. */
  unixType: number
  /** The MS-DOS attribute "directory". */
  dosDirectory: boolean
}

export const FLAG_ENCRYPTED = 0x1
export const FLAG_DESCRIPTOR = 0x8
export const FLAG_STRONG_ENCRYPTION = 0x40
export const FLAG_UTF8 = 0x800
export const FLAG_MASKED_HEADERS = 0x2000

/** The whole central directory of an archive. */
export interface ZipDirectory {
  records: readonly ZipRecord[]
  /** Where the central directory begins: no entry's data may reach it. */
  offset: number
}
