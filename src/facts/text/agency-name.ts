import { foldName } from '../../base/names.ts'
import type { ReadingRule } from '../../rules/readings.ts'
import { namesDost } from '../declaration-publication.ts'
import { foldSyllable } from './compare.ts'

type Compare = ReadingRule['compare']

/** Kinds of agencies, as their names begin. `ubnd` is written out before. */
const KINDS = [
  'ủy ban nhân dân xã',
  'ủy ban nhân dân phường',
  'ủy ban nhân dân huyện',
  'ủy ban nhân dân tỉnh',
  'ủy ban nhân dân thành phố',
  'ủy ban nhân dân',
  'chi cục',
  'cục',
  'sở',
  'ban quản lý',
  'thanh tra',
  'văn phòng',
  'trung tâm',
  'phòng',
  'bộ',
  'ban',
]
const VOWEL = /[aeiouy]/u
/** A place, which a heading may leave out. */
const PLACE = / (?:tỉnh|thành phố|tp) .*$/su

interface Name {
  kind: string
  words: readonly string[]
}

/** Undefined for a name of no known kind, or in a short form (`Sở GD và ĐT`): such names cannot be compared. */
function nameOf(text: string): Name | undefined {
  const plain = foldName(text)
    .replace(/\bubnd\b/gu, 'ủy ban nhân dân')
    .replaceAll('uỷ', 'ủy')
    .replace(/[^\p{L}\p{M}\d]+/gu, ' ')
    .trim()
  const kind = KINDS.find((one) => plain === one || plain.startsWith(`${one} `))
  if (kind === undefined) return undefined
  const words = plain
    .slice(kind.length)
    .replace(PLACE, '')
    .split(' ')
    .filter((word) => word !== 'và' && word !== '')
  return words.every((word) => VOWEL.test(word.normalize('NFD'))) ? { kind, words: words.map(foldSyllable) } : undefined
}

const within = (some: readonly string[], all: readonly string[]) => some.every((word) => all.includes(word))

/**
 * Whether a heading names the agency itself. `other` only where both are of one kind and each name has words the other
 * lacks: Sở Tư pháp, Sở Nội vụ. The body above it, a unit below it and short forms tell nothing.
 */
export const sameAgency: Compare = (declared, found) => {
  const [a, b] = [nameOf(String(declared)), nameOf(String(found))]
  if (!a || !b || a.kind !== b.kind || a.words.length === 0 || b.words.length === 0) return 'unclear'
  return within(a.words, b.words) || within(b.words, a.words) ? 'same' : 'other'
}

/** Whether a document is addressed to the agency declared; Sở Khoa học và Công nghệ in any of its short forms. */
export const sameAddressee: Compare = (declared, found) => {
  if (namesDost(String(declared)) && namesDost(String(found))) return 'same'
  const [a, b] = [nameOf(String(declared)), nameOf(String(found))]
  if (!a || !b) return 'unclear'
  return a.kind === b.kind && (within(a.words, b.words) || within(b.words, a.words)) ? 'same' : 'other'
}
