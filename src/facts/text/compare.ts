import { isIsoDate, toDay } from '../../base/day.ts'
import { foldName, procedureKey } from '../../base/names.ts'
import { withoutEnd } from '../../base/without-end.ts'
import type { ReadingRule } from '../../rules/readings.ts'
import { editionOf } from '../standard-edition.ts'

type Compare = ReadingRule['compare']

/** Compares by one form of both; `unclear` where either has none, or where they differ by accents alone. */
function by(form: (text: string) => string | undefined): Compare {
  return (declared, found) => {
    const [a, b] = [form(String(declared)), form(String(found))]
    if (a === undefined || b === undefined) return 'unclear'
    if (a === b) return 'same'
    return withoutMarks(a) === withoutMarks(b) ? 'unclear' : 'other'
  }
}

const withoutMarks = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

/** The same day; a declared day is a day number, one that was read `YYYY-MM-DD`. */
export const sameDay: Compare = (declared, found) =>
  isIsoDate(String(found)) ? (toDay(String(found)) === declared ? 'same' : 'other') : 'unclear'

/** The same count. */
export const sameNumber: Compare = (declared, found) => (declared === found ? 'same' : 'other')

/** The look-alike Ð (U+00D0) is written for Đ. */
const foldLetters = (text: string) => foldName(text).replaceAll('ð', 'đ')

/**
 * Number and sign without regard to case, white space, kinds of dash, zeros before the number, words before it and the day
 * behind it: `08/QĐ-STP`, `Quyết định số 8/QĐ-STP ngày 02/4/2026`.
 */
export const sameSign = by((text) => {
  const number = foldLetters(text)
    .replace(/,? ?ngày .*$/su, '')
    .replace(/[\s&]/gu, '')
    .replace(/\p{Pd}|(?<=\p{L})\.(?=\p{L})/gu, '-')
  const sign = withoutEnd(number, '.,;')
    .replace(/^\D*0*(?=\d)/u, '')
    .replace(/^(\d{1,3})\.(\d{3})(?=\/)/u, '$1$2')
  return /^\d.*\//u.test(sign) ? sign : undefined
})

const RANK = '(?:đại|thượng|trung|thiếu) (?:tướng|tá|uý|úy)'
const TITLES = new RegExp(
  `^(?:(?:ông|bà|đồng chí|đ/c|gs|pgs|ts|ths|cn|ks|ls|(?:bs)?(?:cki{1,2})?|${RANK})(?:\\. ?| |(?<=/c)))+`,
  'u',
)
/** What a person is, told behind the name: `(Trưởng đoàn)`, `, Chủ tịch`, ` - Phó Giám đốc`. */
const POST =
  / ?\(.*$|(?:[,;]| \p{Pd}) (?:phó|trưởng|giám|chủ|chánh|quyền|thành viên|thư ký|ủy viên|uỷ viên|chuyên|công chức|đại diện|cục|chi cục|tổ|bí thư).*$/su
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu

/**
 * A person's name without regard to case, titles before and posts behind it, where in a syllable the tone mark stands (hoà,
 * hòa), i for y (Lý, Lí) and how its parts are joined (H'Hen, H’ Hen). A name of one word, or with initials, cannot be
 * compared.
 */
export const sameName = by((text) => {
  const name = foldLetters(text)
    .replace(POST, '')
    .replace(/['’‘ʼ`´] ?/gu, "'")
    .replace(/ ?\p{Pd} ?/gu, ' ')
  const words = name.replace(TITLES, '').split(' ')
  if (words.length < 2 || words.some((word) => word.endsWith('.'))) return undefined
  return words.map(foldSyllable).join(' ')
})

/** A folded word without regard to where its tone mark stands and to i for y: `hoà` and `hòa`, `lý` and `lí` are one. */
export function foldSyllable(word: string): string {
  const parts = word.normalize('NFD')
  return (parts.replace(TONES, '') + (parts.match(TONES)?.join('') ?? '')).replaceAll('y', 'i').normalize('NFC')
}

/** The same edition of the standard, however it is written. */
export const sameEdition: Compare = (declared, found) => {
  const edition = editionOf(String(found).replace(/[()]/gu, ''))
  if (edition === undefined) return 'unclear'
  return edition === declared ? 'same' : 'other'
}

/** The same procedure by the first two groups of its code. */
export const sameCode: Compare = (declared, found) =>
  procedureKey(String(declared)) === procedureKey(String(found)) ? 'same' : 'other'

/** The same word of a closed list. */
export const sameWord: Compare = (declared, found) => (declared === found ? 'same' : 'other')
