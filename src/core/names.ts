import { BoundedMemo } from './async.ts'

/** The same few heads and units are compared with every document and process. */
const FOLDED_NAMES = new BoundedMemo<string, string>()

/** A text in the one form it is compared in: NFC, case folded, single spaces. */
export function foldName(text: string): string {
  return FOLDED_NAMES.get(text, () => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim())
}

/** The first two groups of a procedure code, by which codes match: `1.001612.000.00.00.H29` → `1.001612`. */
export function procedureKey(code: string): string {
  const plain = code.trim()
  const second = plain.indexOf('.', plain.indexOf('.') + 1)
  return second > 0 ? plain.slice(0, second) : plain
}

const LEGACY_AGENCY = /^(\d{2,3}\.)+[A-Z]\d{2}$/

/**
 * An agency code in the form of Quyết định 20/2020/QĐ-TTg: upper case, and the legacy reversed form turned round with
 * its trailing all-zero groups dropped (`000.00.12.H61` → `H61.12`).
 */
export function agencyCode(code: string): string {
  const upper = code.trim().toUpperCase()
  if (!LEGACY_AGENCY.test(upper)) return upper
  const groups = upper.split('.').reverse()
  while (groups.length > 1 && /^0+$/.test(groups.at(-1) ?? '')) groups.pop()
  return groups.join('.')
}

/** Edits (insert, delete, replace, swap neighbours) that turn `a` into `b`. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + same)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}

/** Does an agency belong to a province? Its code begins with the province's, up to the end of a group. */
export function isOfProvince(agency: string, province: string): boolean {
  return agency === province || agency.startsWith(`${province}.`)
}

/** The province that an agency is of: the first group of its code. */
export function provinceOf(agency: string): string {
  return agency.split('.')[0] ?? agency
}

/** The known word nearest to a mistyped one, or undefined when none is near enough to be meant. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const low = word.slice(0, 64).toLowerCase()
  let best: string | undefined
  let least = Math.max(2, Math.floor(low.length * 0.4)) + 1
  for (const candidate of known) {
    const edits = distance(low, candidate.toLowerCase())
    if (edits < least) [least, best] = [edits, candidate]
  }
  return best
}

/** Headings, labels and chosen words, which a sheet asks for with each of its rows; longer texts are hardly met twice. */
const FOLDED_WORDS = new BoundedMemo<string, string>()
const LONGEST_KEPT = 80

/**
 * A text in the form headings and phrases are compared in: no diacritics, lower case, words parted by single spaces,
 * remarks in parentheses dropped, `linhVuc` and `effective_from` taken apart.
 * @param text in NFC
 */
export function foldWords(text: string): string {
  return text.length > LONGEST_KEPT ? fold(text) : FOLDED_WORDS.get(text, () => fold(text))
}

function fold(text: string): string {
  return text
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * A text as plain words: lower case, without accents, one space between words and around the whole, so that a phrase is
 * looked for whole: ` danh gia noi bo `. Officers and scanners lose accents; what remains still tells one paper from
 * another.
 */
export function plainWords(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đð]/gu, 'd')
  return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

const PLACE = / (?:tinh|thanh pho|tp) /u

/** What remains of a name in plain words where a heading leaves out the province, as most do. */
export function withoutPlace(words: string): string {
  const at = words.search(PLACE)
  return at < 0 ? words : words.slice(0, at)
}
