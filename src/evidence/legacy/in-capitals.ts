import type { LegacyEncoding } from './legacy-font.ts'

/** TCVN3 has no small capitals: where whole words were typed in capitals, the font showed the other letters as such. */
export function isInCapitals(text: string, encoding: LegacyEncoding): boolean {
  if (encoding !== 'tcvn3') return false
  const words = text.match(/[A-Za-z\u00a1-\u00fe]+/g) ?? []
  return !/[a-z]/.test(text) && words.some((word) => /[A-Z].*[A-Z]/.test(word) && /[\u00a8-\u00fe]/.test(word))
}
