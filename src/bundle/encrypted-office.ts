/** Name of the stream that holds the encrypted package (MS-OFFCRYPTO 2.3.4). */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')

/** Whether an OLE file is a DOCX or XLSX behind a password. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_STREAM)
}
