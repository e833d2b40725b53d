/**
 * A text in the form headings and phrases are compared in: no diacritics, lower case, words parted by single spaces,
 * remarks in parentheses dropped, `linhVuc` and `effective_from` taken apart.
 * @param text in NFC
 */
export function foldWords(text: string): string {
  return text
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
