/** A question mark, or the sign for an unknown character, between letters; addresses of the web have question marks too. */
const LOST = /\p{L}(?:\?+|\ufffd+)\p{L}/u
const ADDRESS = /[/=@]/
/** One may be a slip of the typist. */
const FEWEST_WORDS = 3

/** Whether a conversion that was done before has lost letters of the text for good. */
export function lettersLost(texts: Iterable<string>): boolean {
  let words = 0
  for (const text of texts)
    for (const word of text.split(' '))
      if (LOST.test(word) && !ADDRESS.test(word) && ++words >= FEWEST_WORDS) return true
  return false
}
