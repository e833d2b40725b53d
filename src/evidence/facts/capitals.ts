/** Whether a text has letters and all of them are capitals. */
export function inCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}
