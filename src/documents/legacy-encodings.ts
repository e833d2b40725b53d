export type LegacyEncoding = 'tcvn3' | 'vni'

/** What a font of before Unicode needs for its text to be read. */
export interface LegacyFont {
  encoding: LegacyEncoding
  /** The font shows small letters as capitals. */
  capitals: boolean
}

/** Tells a legacy font by its name (`.VnTime`, `.VnTimeH`, `VNI-Times`), with a PDF's prefix of a subset or without. */
export function legacyFontOf(name: string): LegacyFont | undefined {
  const bare = name.replace(/^[A-Z]{6}\+/, '')
  const tcvn3 = /^\.?Vn[A-Z][A-Za-z ]*/.exec(bare)
  if (tcvn3 !== null) return { encoding: 'tcvn3', capitals: /H$/.test(tcvn3[0].trim()) }
  return /^VNI[- ]?[A-Z]/i.test(bare) ? { encoding: 'vni', capitals: false } : undefined
}

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

/**
 * TCVN 5712:1993, third table (VN3, "ABC"): what the fonts `.Vn…` show for a byte. Only these seven capitals have
 * codes of their own; a font whose name ends in H shows small letters as capitals.
 */
const LETTERS: ReadonlyMap<string, string> = new Map(
  (
    [
      [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
      [0xb5, 'àảãáạ'],
      [0xbb, 'ằẳẵắ'],
      [0xc6, 'ặầẩẫấậè'],
      [0xce, 'ẻẽéẹềểễếệìỉ'],
      [0xdc, 'ĩíịò'],
      [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
      [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
    ] as const
  ).flatMap(([first, letters]) =>
    Array.from(letters.normalize('NFC'), (letter, at) => [String.fromCharCode(first + at), letter] as const),
  ),
)

/** Text in TCVN3, its bytes read as Latin-1, as Unicode. What the table does not have stays. */
function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00fe]/g, (letter) => LETTERS.get(letter) ?? letter)
}

/** Marks that VNI writes after a vowel, by the combining marks they stand for; capitals have their own. */
const MARKS: readonly (readonly [string, string, string])[] = [
  ['ù', 'Ù', '\u0301'],
  ['ø', 'Ø', '\u0300'],
  ['û', 'Û', '\u0309'],
  ['õ', 'Õ', '\u0303'],
  ['ï', 'Ï', '\u0323'],
  ['â', 'Â', '\u0302'],
  ['á', 'Á', '\u0302\u0301'],
  ['à', 'À', '\u0302\u0300'],
  ['å', 'Å', '\u0302\u0309'],
  ['ã', 'Ã', '\u0302\u0303'],
  ['ä', 'Ä', '\u0302\u0323'],
  ['ê', 'Ê', '\u0306'],
  ['é', 'É', '\u0306\u0301'],
  ['è', 'È', '\u0306\u0300'],
  ['ú', 'Ú', '\u0306\u0309'],
  ['ü', 'Ü', '\u0306\u0303'],
  ['ë', 'Ë', '\u0306\u0323'],
]
const COMBINING = new Map(MARKS.flatMap(([small, capital, mark]) => [[small, mark] as const, [capital, mark] as const]))

/** Letters of one code. */
const SINGLE: ReadonlyMap<string, string> = new Map(
  Array.from('ñÑôÔöÖíÍìÌæÆóÓòÒîÎ', (code, at) => [code, Array.from('đĐơƠưƯíÍìÌỉỈĩĨịỊỵỴ')[at] ?? code] as const),
)
const LETTER = /([aeoAEO])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|([uyôöUYÔÖ])([ùøûõïÙØÛÕÏ])|[ñÑôÔöÖíÍìÌæÆóÓòÒîÎ]/g

/** Text in VNI for Windows, its bytes read as Latin-1, as Unicode: a vowel and its mark are two characters there. */
function fromVni(text: string): string {
  return text.replace(LETTER, (whole, wide?: string, wideMark?: string, narrow?: string, narrowMark?: string) => {
    const vowel = wide ?? narrow
    if (vowel === undefined) return SINGLE.get(whole) ?? whole
    const mark = COMBINING.get(wideMark ?? narrowMark ?? '') ?? ''
    return `${SINGLE.get(vowel) ?? vowel}${mark}`.normalize('NFC')
  })
}

/** TCVN3 has no small capitals: where whole words were typed in capitals, the font showed the other letters as such. */
export function isInCapitals(text: string, encoding: LegacyEncoding): boolean {
  if (encoding !== 'tcvn3') return false
  const words = text.match(/[A-Za-z\u00a1-\u00fe]+/g) ?? []
  return !/[a-z]/.test(text) && words.some((word) => /[A-Z].*[A-Z]/.test(word) && /[\u00a8-\u00fe]/.test(word))
}

/** Letters that no legacy encoding has: who typed them typed Unicode, whatever the font. */
const UNICODE_LETTERS = /[\u0100-\u017f\u01a0-\u01b0\u1e00-\u1eff]|\p{M}/u

/** Whether a text has letters that only Unicode has. */
export function isUnicode(text: string): boolean {
  return UNICODE_LETTERS.test(text)
}

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
  const times = new Map<string, number>()
  for (const text of texts)
    for (const word of text.match(WORD) ?? []) if (BEYOND_ASCII.test(word)) times.set(word, (times.get(word) ?? 0) + 1)
  const score = { accented: 0, syllables: 0, foreign: 0 }
  for (const [word, many] of times) {
    score.accented += many
    if (isSyllable(word)) score.syllables += many
    else if (isUnicode(word)) score.foreign += many
  }
  return score
}

/** Share of the accented words that are syllables; 1 where there are none. */
export function shareOf({ accented, syllables }: WordScore): number {
  return accented === 0 ? 1 : syllables / accented
}

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')
/** Rimes with nothing after the vowels. */
const OPEN =
  'a ai ao au ay âu ây e eo ê êu i ia iu iêu yêu o oi ô ôi ơ ơi u ua ui uôi ư ưa ưi ưu ươi ươu y oa oai oao oay oe oeo uây uê uơ uy uya uyu'
/** By what closes them, the vowels that can stand before it. */
const CLOSED: Readonly<Record<string, string>> = {
  c: 'a ă â e i iê o ô oo u uô ư ươ oa oă',
  ch: 'a ê i oa uê uy y',
  m: 'a ă â e ê i iê yê o ô ơ u uô ư ươ oa oă',
  n: 'a ă â e ê i iê yê o ô ơ u uô ư ươ oa oă oe uâ uy uyê y',
  ng: 'a ă â e iê yê o oo ô u uô ư ươ oa oă uâ',
  nh: 'a ê i oa uê uy y',
  p: 'a ă â e ê i iê o ô ơ u ươ oa uy',
  t: 'a ă â e ê i iê yê o ô ơ u uô ư ươ oa oă oe uâ uy uyê y',
}
const RIMES = new Set([
  ...OPEN.split(' '),
  ...Object.entries(CLOSED).flatMap(([coda, vowels]) => vowels.split(' ').map((vowel) => vowel + coda)),
])
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const SHARP_OR_HEAVY = /[\u0301\u0323]/

/**
 * Whether a word is built as Vietnamese syllables are: an onset, a rime, at most one tone, and before c, ch, p, t only the
 * tones sắc and nặng. Says nothing about whether the word exists.
 */
export function isSyllable(word: string): boolean {
  const parts = word.normalize('NFD').toLowerCase()
  const tones = parts.match(TONES) ?? []
  const toneless = parts.replace(TONES, '').normalize('NFC')
  if (tones.length > 1) return false
  if (/[cpt]$|ch$/.test(toneless) && !SHARP_OR_HEAVY.test(tones.join(''))) return false
  return RIMES.has(toneless) || ONSETS.some((onset) => startsRime(toneless, onset))
}

function startsRime(toneless: string, onset: string): boolean {
  if (!toneless.startsWith(onset)) return false
  const rime = toneless.slice(onset.length)
  // `gì` is written with one i for two.
  return RIMES.has(rime) || (onset === 'gi' && (rime === '' || RIMES.has(`i${rime}`)))
}
