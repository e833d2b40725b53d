/** NFC, white space made one space, trimmed. The soft hyphen stays: in TCVN3 it is the letter ư. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
