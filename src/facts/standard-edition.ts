/**
 * The edition of the standard that a text names: upper case, white space dropped, dashes read as colons, "TCVN" and
 * "ISO" optional: "TCVN ISO 9001-2015" → `9001:2015`. The misprint `900:2015`, met in real declarations, is read as
 * `9001:2015`.
 *
 * @returns undefined when the text names no edition in such a form
 */
export function editionOf(text: string): string | undefined {
  const plain = text
    .normalize('NFC')
    .toUpperCase()
    .replace(/\s/gu, '')
    .replace(/\p{Pd}/gu, ':')
  const edition = /^(?:TCVN[:/]?)?(?:ISO:?)?(\d{3,4}:\d{4})$/.exec(plain)?.[1]
  return edition === '900:2015' ? '9001:2015' : edition
}
