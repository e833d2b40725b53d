import { isSyllable } from './syllable.ts'
import { isUnicode } from './unicode-letters.ts'

/** How many words of a text have letters beyond ASCII, and how many of those are built like Vietnamese syllables. */
export interface WordScore {
  accented: number
  syllables: number
  /** Accented words that are no syllables and have letters only Unicode has. */
  foreign: number
}

/** Latin-1 signs belong to words: in legacy encodings they are letters. */
const WORD = /[A-Za-z\u00a1-\u024f\u1e00-\u1eff]+/g
const BEYOND_ASCII = /[^A-Za-z]/

/** Scores texts by the words in them. */
export function wordScore(texts: Iterable<string>): WordScore {
  const score = { accented: 0, syllables: 0, foreign: 0 }
  for (const text of texts)
    for (const [word] of text.matchAll(WORD)) {
      if (!BEYOND_ASCII.test(word)) continue
      score.accented++
      if (isSyllable(word)) score.syllables++
      else if (isUnicode(word)) score.foreign++
    }
  return score
}

/** Share of the accented words that are syllables; 1 where there are none. */
export function shareOf({ accented, syllables }: WordScore): number {
  return accented === 0 ? 1 : syllables / accented
}
