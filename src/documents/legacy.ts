import type { DocumentText, TextLine, TextPage } from './document-text.ts'
import {
  convert,
  isInCapitals,
  isUnicode,
  type LegacyEncoding,
  legacyFontOf,
  shareOf,
  type WordScore,
  wordScore,
} from './legacy-encodings.ts'

/**
 * A document that was read, in Unicode whatever font it was typed in.
 * @param fontNames where the format tells them
 */
export function inUnicode(
  format: DocumentText['format'],
  content: readonly TextPage[],
  fontNames: readonly string[] = [],
): DocumentText {
  const unicode = fromLegacy(
    content.flatMap(({ lines }) => lines),
    fontNames,
  )
  if (unicode === 'legacyFont') return { format, text: 'legacyFont', flags: [], content: [] }
  let start = 0
  const pages = content.map((page) => {
    const lines = unicode.lines.slice(start, start + page.lines.length)
    start += lines.length
    return { ...page, lines }
  })
  return { format, text: 'read', flags: unicode.flags, content: pages }
}

/** Fewer accented words say nothing about a text. */
const FEWEST_JUDGED = 20
/** Texts of an office have 0.95 and more, lists of names of the ethnic minorities 0.6. */
const GARBLED_BELOW = 0.5
/** A conversion that is right reaches 0.95. */
const GOOD_FROM = 0.8
const HORNED_U = '\u00ad'
/** `ơ` with any tone before `ng` or `c`, where only `ươ` can stand. */
const WITHOUT_HORN = /(?<!ư)[ơờớởỡợ](?:ng|c)(?!\p{L})/iu

/** Lines in Unicode, and what was done or found. */
export interface UnicodeLines {
  lines: TextLine[]
  flags: DocumentText['flags'][number][]
}

/**
 * Turns text of the fonts of before Unicode (TCVN3, VNI) into Unicode, line by line, where it is such text: a font's name
 * says so, or the words are garbled and one of the conversions makes them clearly good. Other text stays as it is.
 * Lines come with their soft hyphens, which are letters in TCVN3.
 * @param fontNames of the whole document, where they are known
 * @returns `legacyFont` when the text is garbled and cannot be turned without loss
 */
export function fromLegacy(lines: readonly TextLine[], fontNames: readonly string[]): UnicodeLines | 'legacyFont' {
  const texts = lines.map(({ text }) => text)
  const flags: UnicodeLines['flags'] = lettersLost(texts) ? ['lettersLost'] : []
  const stays = () => ({ lines: lines.map((line) => mapLine(line, plain)), flags })
  const named = new Set(fontNames.flatMap((name) => legacyFontOf(name)?.encoding ?? []))
  const garbled = isGarbled(texts)
  if (named.size === 0 && !garbled) return stays()
  const tries = (named.size > 0 ? [...named] : (['tcvn3', 'vni'] as const)).map((encoding) =>
    tryOut(lines, encoding, garbled),
  )
  const best = tries.reduce((most, one) => (shareOf(one.score) > shareOf(most.score) ? one : most))
  if (!best.changed) return garbled ? 'legacyFont' : stays()
  if (shareOf(best.score) < GOOD_FROM || best.lost) return 'legacyFont'
  return { lines: best.lines, flags: [...flags, 'converted'] }
}

/** Words with letters that only Unicode has are no legacy text, whatever else they are: names of the ethnic minorities. */
function isGarbled(texts: readonly string[]): boolean {
  const { accented, syllables, foreign } = wordScore(texts)
  return accented >= FEWEST_JUDGED && syllables + foreign < accented * GARBLED_BELOW
}

interface Try {
  lines: TextLine[]
  score: WordScore
  changed: boolean
  lost: boolean
}

/** @param alike whether a line is converted that is as good before as after; so it is where most lines are not good */
function tryOut(lines: readonly TextLine[], encoding: LegacyEncoding, alike: boolean): Try {
  let changed = false
  const [replaced, converted]: [string[], string[]] = [[], []]
  const unicode = lines.map((line) => {
    const text = convert(line.text, encoding)
    const gain = shareOf(wordScore([text])) - shareOf(wordScore([line.text]))
    const better = gain > 0 || (alike && gain === 0)
    if (text === line.text || isUnicode(line.text) || !better) return mapLine(line, plain)
    changed = true
    const capitals = isInCapitals(line.text, encoding)
    const whole = mapLine(line, (part) => (capitals ? convert(part, encoding).toUpperCase() : convert(part, encoding)))
    replaced.push(line.text)
    converted.push(convert(line.text, encoding))
    return whole
  })
  const lost = encoding === 'tcvn3' && hornLost(replaced, converted)
  return { lines: unicode, score: wordScore(unicode.map(({ text }) => text)), changed, lost }
}

/**
 * The letter ư of TCVN3 is the soft hyphen, which PDF writers drop. It stands in every tenth accented word; words such as
 * `nước` are no syllables without it, while others still are.
 */
function hornLost(before: readonly string[], after: readonly string[]): boolean {
  if (before.some((text) => text.includes(HORNED_U))) return false
  return wordScore(after).accented >= FEWEST_JUDGED || after.some((text) => WITHOUT_HORN.test(text))
}

function mapLine(line: TextLine, to: (text: string) => string): TextLine {
  return { ...line, text: to(line.text), cells: line.cells.map(to) }
}

function plain(text: string): string {
  return text.replaceAll(HORNED_U, '')
}

/** A question mark, or the sign for an unknown character, between letters; addresses of the web have question marks too. */
const LOST = /\p{L}(?:\?+|\ufffd+)\p{L}/u
const ADDRESS = /[/=@]/
/** One may be a slip of the typist. */
const FEWEST_LOST = 3

/** Whether a conversion that was done before has lost letters of the text for good. */
function lettersLost(texts: Iterable<string>): boolean {
  let words = 0
  for (const text of texts)
    for (const word of text.split(' '))
      if (LOST.test(word) && !ADDRESS.test(word) && ++words >= FEWEST_LOST) return true
  return false
}
