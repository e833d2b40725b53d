/** ZIP64 sizes (APPNOTE 6.3.10, 4.5.3). */
export const ZIP64_FIELD = 0x0001
/** Info-ZIP Unicode Path (4.6.9): a version, the CRC-32 of the plain name, then the name in UTF-8. */
export const UNICODE_PATH_FIELD = 0x7075
export const UNICODE_PATH_NAME_AT = 5

/** The extra fields of a header by their id, the last of each; a field cut off at the end is left out. */
export function extraFields(extra: Buffer): ReadonlyMap<number, Buffer> {
  const fields = new Map<number, Buffer>()
  let at = 0
  while (at + 4 <= extra.length) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    if (end <= extra.length) fields.set(extra.readUInt16LE(at), extra.subarray(at + 4, end))
    at = end
  }
  return fields
}
