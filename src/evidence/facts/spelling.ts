import { inCapitals } from './capitals.ts'

const SMALL_PART = /^[bcdđghklmnpqrstvx]{1,3}$/u
const CAPITAL_PART = /^[BCDĐGHKLMNPQRSTVX]$/u

/** Words that begin with one of `names`, met with stray spaces, begin with it as it is spelt. */
export function respelt(words: string, beginning: RegExp, names: readonly string[]): string {
  const met = beginning.exec(words)?.[0] ?? ''
  const name = names.find((one) => close(one) === close(met))
  return name === undefined ? words : `${name}${words.slice(met.length)}`
}

/** Whether letters stand in the words that nobody can tell. */
export function hasUnknown(words: string): boolean {
  return words.includes('\ufffd')
}

/** Whether words fell apart on the way out of a file: a part without a vowel is no word, nor is one with a letter unknown. */
export function isBroken(words: string): boolean {
  if (hasUnknown(words)) return true
  const capitals = inCapitals(words)
  return words
    .split(/[^\p{L}\p{M}\d/&.'’-]+/u)
    .some((part) => SMALL_PART.test(part) || (capitals && CAPITAL_PART.test(part)))
}

function close(words: string): string {
  return words.normalize('NFC').replaceAll(' ', '')
}
