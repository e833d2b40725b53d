/** Bytes that are no Unicode, one character each: so the letters of TCVN3 and VNI stand in text, other than in windows-1258. */
export function fromLatin1(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1'))
}
