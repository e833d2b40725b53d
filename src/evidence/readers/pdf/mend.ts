/**
 * A vowel alone, then a final consonant alone: no Vietnamese text has that. Some writers put a space after a mark that
 * stands as a character of its own ("á p dụng").
 */
const TORN = /(?<!\p{L})(\p{Lu}?[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY]\p{M}+) (c|ch|m|n|ng|nh|p|t)(?![\p{L}\p{M}])/gu

/** Text of a PDF in NFC, words that decomposed characters tore apart put together again. */
export function mended(text: string): string {
  const marksJoined = text.normalize('NFC').replace(/ (?=\p{M})/gu, '')
  return marksJoined.normalize('NFD').replace(TORN, '$1$2').normalize('NFC')
}
