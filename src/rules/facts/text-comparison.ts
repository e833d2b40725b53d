import { isIsoDate, toDay } from '../../core/days.ts'
import { foldName, procedureKey } from '../../core/names.ts'
import { withoutEnd } from '../../core/texts.ts'
import type { DocumentFacts, Found } from '../../dossier/reading.ts'
import type { ReadingRule, TextReading } from '../vocabulary.ts'
import { editionOf } from './declaration-edition.ts'
import { namesDost } from './declaration-publication.ts'
import { type Kind, readingOf, signers } from './fact.ts'
import type { Scope } from './scope.ts'

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
const sameNumber: Compare = (declared, found) => (declared === found ? 'same' : 'other')

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
function foldSyllable(word: string): string {
  const parts = word.normalize('NFD')
  return (parts.replace(TONES, '') + (parts.match(TONES)?.join('') ?? '')).replaceAll('y', 'i').normalize('NFC')
}

/** The same edition of the standard, however it is written. */
export const sameEdition: Compare = (declared, found) => {
  const edition = editionOf(String(found))
  if (edition === undefined) return 'unclear'
  return edition === declared ? 'same' : 'other'
}

/** The same procedure by the first two groups of its code. */
const sameCode: Compare = (declared, found) =>
  procedureKey(String(declared)) === procedureKey(String(found)) ? 'same' : 'other'

/** The same word of a closed list. */
const sameWord: Compare = (declared, found) => (declared === found ? 'same' : 'other')

type CompareNames = ReadingRule['compare']

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
export const sameAgency: CompareNames = (declared, found) => {
  const [a, b] = [nameOf(String(declared)), nameOf(String(found))]
  if (!a || !b || a.kind !== b.kind || a.words.length === 0 || b.words.length === 0) return 'unclear'
  return within(a.words, b.words) || within(b.words, a.words) ? 'same' : 'other'
}

/** Whether a document is addressed to the agency declared; Sở Khoa học và Công nghệ in any of its short forms. */
export const sameAddressee: CompareNames = (declared, found) => {
  if (namesDost(String(declared)) && namesDost(String(found))) return 'same'
  const [a, b] = [nameOf(String(declared)), nameOf(String(found))]
  if (!a || !b) return 'unclear'
  return a.kind === b.kind && (within(a.words, b.words) || within(b.words, a.words)) ? 'same' : 'other'
}

/** What an act is known by: it cannot rightly differ from what is declared of that act. */
export const ACT_NUMBER: Kind = { against: 'text', differs: 'contradicts', compare: sameSign }
export const ACT_DAY: Kind = { against: 'day', differs: 'contradicts', compare: sameDay }
export const ACT_PERSON: Kind = { against: 'text', differs: 'contradicts', compare: sameName }
export const ACT_EDITION: Kind = { against: 'text', differs: 'contradicts', compare: sameEdition }
/** A list that an act annexes. */
export const ACT_CODES: Kind = { against: 'texts', differs: 'contradicts', compare: sameCode }
/** The day of a document of the system, which may bear the day it was issued beside the day it was approved. */
export const DOCUMENT_DAY: Kind = { against: 'day', differs: 'ambiguous', compare: sameDay }
/** One of several who may have signed: who wrote it, who checked it, who approved it. */
export const AMONG_SIGNERS: Kind = { against: 'text', differs: 'notFound', several: true, compare: sameName }
/** Persons of a list that a report may shorten. */
export const PEOPLE: Kind = { against: 'texts', differs: 'ambiguous', compare: sameName }
/** Items of a standard that a text may treat in other words. */
export const ITEMS: Kind = { against: 'texts', differs: 'notFound', compare: sameWord }
/** A count that a report may make by other kinds. */
export const COUNT: Kind = { against: 'number', differs: 'ambiguous', guard: true, compare: sameNumber }
/** To whom a document is addressed, among others. */
export const ADDRESSEE: Kind = { against: 'text', differs: 'ambiguous', several: true, compare: sameAddressee }
/** Who issued it: only an agency that is clearly another one raises a doubt. */
export const ISSUER: Kind = { against: 'text', differs: 'ambiguous', guard: true, several: true, compare: sameAgency }

/**
 * Who issued a document, as its heading says. One that bears a name the agency had, and is dated no later than the name was
 * borne, is the agency's own.
 */
export function issuer(facts: DocumentFacts, { manifest }: Scope): readonly Found<string>[] {
  const { name, formerNames = [] } = manifest.agency
  const dated = facts.date[0]?.value
  const isFormer = (value: string) =>
    formerNames.some(
      (former) => sameAgency(former.name, value) === 'same' && (dated === undefined || dated <= former.until),
    )
  return facts.issuer.map((one) => (isFormer(one.value) ? { ...one, value: name } : one))
}

interface Approved {
  file?: string | undefined
  approvedBy?: string | undefined
}

/**
 * The day on a document that is the day of its approval: where it is a decision, or bears the signature of who approved
 * it. Any other document may be dated when it was drawn up, and approved by a paper of its own.
 */
export function approvalDay(scope: Scope, { file, approvedBy }: Approved): TextReading | undefined {
  return readingOf(scope, file, (facts) => (isApproval(facts, approvedBy) ? facts.date : []))
}

function isApproval(facts: DocumentFacts, approvedBy: string | undefined): boolean {
  if (facts.kind.length === 1 && facts.kind[0]?.value === 'QUYẾT ĐỊNH') return true
  return approvedBy !== undefined && signers(facts).some(({ value }) => sameName(approvedBy, value) === 'same')
}

/** Who signed a document, each a reading. */
export function approvers(scope: Scope, { file }: Approved): TextReading | undefined {
  return readingOf(scope, file, (facts): readonly Found<string>[] => signers(facts))
}
