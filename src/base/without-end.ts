/**
 * A text without the characters at its end that are among `characters`. A pattern for this (`[.,]+$`) takes quadratic
 * time over a text full of them that does not end in them.
 */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
