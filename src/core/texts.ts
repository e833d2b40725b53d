/**
 * Characters that nobody sees, or that change how others are seen: controls, line breaks, marks and overrides of
 * direction, zero-width characters, the tag characters that can hide a whole text, line and paragraph separators.
 */
export const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u

const LINE_BREAK = /\r{1,2}\n|[\r\v\f\u0085\u2028\u2029]/g
const NEVER_SEEN = /(?!\n)[\p{Cc}\p{Cf}]/gu
const ALL_HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * A text without hidden characters. What parts words (a tab, a line break in a text of one line) becomes a space.
 * @param lines keep line breaks, as `\n`
 */
export function withoutHidden(text: string, lines = false): string {
  if (!HIDDEN.test(text)) return text
  const seen = text.replace(LINE_BREAK, '\n').replaceAll('\t', ' ').replace(NEVER_SEEN, '')
  return lines ? seen : seen.replaceAll('\n', ' ')
}

/** The hidden characters of a text by their names (`U+200B`), each once, five at most. */
export function hiddenIn(text: string): string[] {
  const named = (character: string) =>
    `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return [...new Set(text.match(ALL_HIDDEN))].slice(0, 5).map(named)
}

/**
 * A text without the characters at its end that are among `characters`. A pattern for this (`[.,]+$`) takes quadratic
 * time over a text full of them that does not end in them.
 */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
