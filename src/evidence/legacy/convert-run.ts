import { isInCapitals } from './in-capitals.ts'
import type { LegacyFont } from './legacy-font.ts'
import { fromTcvn3 } from './tcvn3.ts'
import { isUnicode } from './unicode-letters.ts'
import { fromVni } from './vni.ts'
import { shareOf, wordScore } from './word-score.ts'

/** Text as one encoding has it, in Unicode. */
export function convert(text: string, encoding: LegacyFont['encoding']): string {
  return encoding === 'tcvn3' ? fromTcvn3(text) : fromVni(text)
}

/** Text that stands in a legacy font, in Unicode and as its font shows it; text that is Unicode already stays. */
export function convertRun(text: string, { encoding, capitals }: LegacyFont): string {
  if (isUnicode(text)) return text
  const unicode = convert(text, encoding)
  if (shareOf(wordScore([unicode])) < shareOf(wordScore([text]))) return text
  return capitals || isInCapitals(text, encoding) ? unicode.toUpperCase() : unicode
}
