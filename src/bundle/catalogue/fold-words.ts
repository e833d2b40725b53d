import { Recall } from '../../base/recall.ts'

/** Headings, labels and chosen words, which a sheet asks for with each of its rows; longer texts are hardly met twice. */
const FOLDED = new Recall<string, string>()
const LONGEST_KEPT = 80

/**
 * A text in the form headings and phrases are compared in: no diacritics, lower case, words parted by single spaces,
 * remarks in parentheses dropped, `linhVuc` and `effective_from` taken apart.
 * @param text in NFC
 */
export function foldWords(text: string): string {
  return text.length > LONGEST_KEPT ? fold(text) : FOLDED.get(text, () => fold(text))
}

function fold(text: string): string {
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
