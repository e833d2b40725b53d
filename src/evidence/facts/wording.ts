const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
/** Vowels whose tone is written on the first (hòa) or on the second (hoà). */
const TWO_PLACES = ['oa', 'oe', 'uy', 'OA', 'OE', 'UY', 'Oa', 'Oe', 'Uy']

/**
 * A pattern in which words between « and » match as Vietnamese is met in documents: with stray spaces inside the words,
 * or none between them, and with the tone in its old or its new place. `|` inside « » separates alternatives; outside it
 * is an ordinary regular expression.
 */
export function wording(pattern: string, flags = 'iu'): RegExp {
  return new RegExp(
    pattern.replace(/«([^»]*)»/gu, (_, words: string) => `(?:${words.split('|').map(loose).join('|')})`),
    flags,
  )
}

function loose(words: string): string {
  const letters = [...words.normalize('NFC').replaceAll(' ', '')]
  const parts: string[] = []
  for (let at = 0; at < letters.length; at += 1) {
    const pair = twoPlaces(`${letters[at]}${letters[at + 1] ?? ''}`)
    parts.push(pair ?? escaped(letters[at] ?? ''))
    if (pair) at += 1
  }
  return parts.join(' ?')
}

/** Both ways to write a pair of vowels that bears a tone; nothing for other letters. */
function twoPlaces(pair: string): string | undefined {
  const marks = [...pair.normalize('NFD')]
  const tone = marks.find((mark) => TONES.includes(mark))
  const [first, second, ...more] = marks.filter((mark) => mark !== tone)
  if (!tone || !first || !second || more.length > 0 || !TWO_PLACES.includes(first + second)) return undefined
  return `(?:${`${first}${tone}`.normalize('NFC')} ?${second}|${first} ?${`${second}${tone}`.normalize('NFC')})`
}

function escaped(letter: string): string {
  return letter.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')
}
