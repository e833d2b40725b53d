/**
 * A text as plain words: lower case, without accents, one space between words and around the whole, so that a phrase is
 * looked for whole: ` danh gia noi bo `. Officers and scanners lose accents; what remains still tells one paper from
 * another.
 */
export function plainWords(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đð]/gu, 'd')
  return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}
