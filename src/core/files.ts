/** Random access to bytes that need not be in memory: a file, an object in a store, a buffer. */
export interface ByteSource {
  /** Total size in bytes. */
  readonly size: number
  /**
   * Exactly `length` bytes from `offset`.
   * @throws when the bytes cannot be had (a fault of the store or the disk, never of the bundle)
   */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** Milliseconds since some start. Only the edges hold a real one; the core is handed it to keep its time limits. */
export type Stopwatch = () => number

/** A {@link ByteSource} over bytes already in memory. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) }
}

/** What the first bytes of a file say it is, as far as archives and common mix-ups go. */
export type Magic = 'zip' | 'empty-zip' | 'rar' | '7z' | 'gzip' | 'pdf' | 'ole' | 'exe' | 'unknown'

/**
 * PKWARE APPNOTE 6.3.10 (4.3.7, 4.3.16, 8.5.3), RAR technical notes 4 and 5, 7zFormat.txt, RFC 1952, ISO 32000-1,
 * MS-CFB (also Office files with a password).
 */
const SIGNATURES: readonly (readonly [Magic, string])[] = [
  ['zip', '504b0304'],
  ['zip', '504b3030504b0304'],
  ['zip', '504b0708504b0304'],
  ['empty-zip', '504b0506'],
  ['rar', '526172211a07'],
  ['7z', '377abcaf271c'],
  ['gzip', '1f8b'],
  ['pdf', '25504446'],
  ['ole', 'd0cf11e0a1b11ae1'],
  ['exe', '4d5a'],
]

/** Tells a file by its first bytes (8 are enough). */
export function magicOf(head: Uint8Array): Magic {
  const hex = [...head.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return SIGNATURES.find(([, signature]) => hex.startsWith(signature))?.[0] ?? 'unknown'
}

/** Under the old names too: programs of offices write the new formats there. */
const OFFICE = /\.(?:docx?|docm|rtf|xlsx?|xlsm|pptx?|pptm|odt|ods|odp)$/i

/** Whether a file is an archive of other files; an Office file, though a ZIP, is a document. */
export function isArchive(path: string, head: Uint8Array): boolean {
  const magic = magicOf(head)
  return (magic === 'zip' && !OFFICE.test(path)) || ['empty-zip', 'rar', '7z', 'gzip'].includes(magic)
}

const LITTER_FOLDER = '__macosx'
const LITTER_FILES = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.localized'])

/** What Word keeps beside a document that is open, or was when the machine stopped: `~$giay-moi.docx`, `~WRL0001.tmp`. */
const OF_WORD = /^(?:~\$.*|~wr[a-z]\d{1,8}\.tmp)$/

/** Whether a path is of a file that macOS, Windows or Word adds by itself and nobody means to send. */
export function isLitter(path: string): boolean {
  const segments = path.toLowerCase().split('/')
  const file = segments.at(-1) ?? ''
  return segments.includes(LITTER_FOLDER) || LITTER_FILES.has(file) || file.startsWith('._') || OF_WORD.test(file)
}
