const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
/** Vowels whose tone is written on the first (hòa) or on the second (hoà). */
const TWO_PLACES = ['oa', 'oe', 'uy', 'OA', 'OE', 'UY', 'Oa', 'Oe', 'Uy']

/**
 * A pattern in which words between « and » match as Vietnamese is met in documents: in small letters or capitals, with
 * stray spaces inside the words or none between them, and with the tone in its old or its new place; between ‹ and ›
 * likewise, in the letters as written. `|` inside separates alternatives; all else is an ordinary regular expression.
 */
export function wording(pattern: string, flags = 'u'): RegExp {
  const anyCase = pattern.replace(/«([^«»]*)»/gu, (_, words: string) => oneOf(words, bothCases))
  return new RegExp(
    anyCase.replace(/‹([^‹›]*)›/gu, (_, words: string) => oneOf(words, escaped)),
    flags,
  )
}

function oneOf(words: string, letter: (letter: string) => string): string {
  return `(?:${words
    .split('|')
    .map((one) => loose(one, letter))
    .join('|')})`
}

function loose(words: string, letter: (letter: string) => string): string {
  const letters = [...words.normalize('NFC').replaceAll(' ', '')]
  const parts: string[] = []
  for (let at = 0; at < letters.length; at += 1) {
    const pair = twoPlaces(`${letters[at]}${letters[at + 1] ?? ''}`)
    if (pair) at += 1
    parts.push(pair ? `(?:${pair.map((way) => way.map(letter).join(' ?')).join('|')})` : letter(letters[at] ?? ''))
  }
  return parts.join(' ?')
}

/** Both ways to write a pair of vowels that bears a tone; nothing for other letters. */
function twoPlaces(pair: string): [string[], string[]] | undefined {
  const marks = [...pair.normalize('NFD')]
  const tone = marks.find((mark) => TONES.includes(mark))
  const [first, second, ...more] = marks.filter((mark) => mark !== tone)
  if (!tone || !first || !second || more.length > 0 || !TWO_PLACES.includes(first + second)) return undefined
  return [
    [`${first}${tone}`.normalize('NFC'), second],
    [first, `${second}${tone}`.normalize('NFC')],
  ]
}

function bothCases(letter: string): string {
  const [small, capital] = [letter.toLowerCase(), letter.toUpperCase()]
  return small === capital ? escaped(letter) : `[${small}${capital}]`
}

function escaped(letter: string): string {
  return letter.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
}

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

/** No syllable of Vietnamese has so many letters: words with marks that are as long have lost the spaces between them. */
const LONG_WORD = /\p{L}{8,}/gu
const MARKED = /[\u00c0-\u1ef9]/u

/**
 * Whether words fell apart, or into each other, on the way out of a file: a part without a vowel is no word, nor is one
 * with a letter unknown.
 */
export function isBroken(words: string): boolean {
  if (hasUnknown(words) || (words.match(LONG_WORD) ?? []).some((word) => MARKED.test(word))) return true
  const capitals = inCapitals(words)
  return words
    .split(/[^\p{L}\p{M}\d/&.'’-]+/u)
    .some((part) => SMALL_PART.test(part) || (capitals && CAPITAL_PART.test(part)))
}

function close(words: string): string {
  return words.normalize('NFC').replaceAll(' ', '')
}

/** Whether a text has letters and all of them are capitals. */
export function inCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** What may stand before the first word of a statement: `II.`, `1.2.`, `a)`, `-`; for the beginning of a pattern. */
export const NUMBERED = '^(?:[IVX]+[.)] ?|\\d+(?:\\.\\d+)*[.)]? ?|[a-zđ][.)] ?|[-–+•*] ?)?'
