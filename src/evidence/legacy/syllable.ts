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
