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

const OFFICE = /\.(?:docx|docm|xlsx|xlsm|pptx|pptm|odt|ods|odp)$/i

/** Whether a file is an archive of other files; an Office file, though a ZIP, is a document. */
export function isArchive(path: string, head: Uint8Array): boolean {
  const magic = magicOf(head)
  return (magic === 'zip' && !OFFICE.test(path)) || ['empty-zip', 'rar', '7z', 'gzip'].includes(magic)
}
