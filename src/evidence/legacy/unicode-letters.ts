/** Letters that no legacy encoding has: who typed them typed Unicode, whatever the font. */
const UNICODE_LETTERS = /[\u0100-\u017f\u01a0-\u01b0\u1e00-\u1eff]|\p{M}/u

/** Whether a text has letters that only Unicode has. */
export function isUnicode(text: string): boolean {
  return UNICODE_LETTERS.test(text)
}
