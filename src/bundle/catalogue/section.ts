import { foldWords } from './fold-words.ts'

/** A row that heads the rows below it: `I. LĨNH VỰC HỘ TỊCH`, `B. THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ`. */
export interface Section {
  /** The smaller, the more it holds: parts, titles without a sign, letters, Roman numbers, numbers, fields without a sign. */
  level: number
  /** After the word Lĩnh vực, as written. */
  field?: string
  /** Everything below was repealed. */
  repealed: boolean
  /** Everything below is internal. */
  internal: boolean
}

const SIGN =
  /^(PHẦN|Phần|PHỤ LỤC|Phụ lục|CHƯƠNG|Chương|MỤC|Mục)?\s*([IVX]+|[A-ZĐ]|\d+(?:\.\d+)*)(?:\s*[.):]+\s*|\s+[–-]\s+|\s*$)/u
/** How many procedures a section has: `(15 TTHC)`. */
const COUNT = / ?\(\d[^()]*\)$/
const GROUP = /\b(?:thu tuc hanh chinh|tthc|danh muc|phu luc|cap (?:trung uong|tinh|huyen|xa))\b/
const LIST = /\b(?:thu tuc hanh chinh|tthc)\b/g
const INTERNAL_LIST = /\b(?:thu tuc hanh chinh|tthc) noi bo\b/g
const REPEALED = /\b(?:bai bo|huy bo)\b/
const NOT_ONLY_REPEALED = /\b(?:moi|sua doi|bo sung|thay the|chuan hoa|con hieu luc|khong bi)\b/

/**
 * The section a row heads, or undefined when its text reads like anything else.
 * @param sign a letter or number that stands in a cell of its own before the title, or empty
 * @param asName whether the title stands where names of procedures do: then, without a sign, it could be one whose code
 *   is missing, and must both name a list and look like a title
 */
export function readSection(sign: string, title: string, asName: boolean): Section | undefined {
  const signed = SIGN.exec(sign === '' ? title : sign)
  const text = sign === '' && signed !== null ? title.slice(signed[0].length) : title
  const folded = foldWords(text)
  const field = /^lĩnh vực[ :]+([^\s:].*)$/iu.exec(text)?.[1]?.replace(COUNT, '')
  const group = GROUP.test(folded)
  const level = signLevel(signed)
  const likeTitle = asName && level === LEVELS.none ? group && isTitle(text) : group || isTitle(text)
  if (field === undefined && level >= LEVELS.number && !likeTitle) return undefined
  return {
    level: level === LEVELS.none && group && field === undefined ? LEVELS.title : level,
    ...(field === undefined ? {} : { field }),
    repealed: REPEALED.test(folded) && !NOT_ONLY_REPEALED.test(folded),
    internal: count(folded, LIST) > 0 && count(folded, LIST) === count(folded, INTERNAL_LIST),
  }
}

/** The sections that hold a row, outermost first, once `next` has begun. */
export function enterSection(open: readonly Section[], next: Section): Section[] {
  return [...open.filter(({ level }) => level < next.level), next]
}

const LEVELS = { part: 0, title: 1, letter: 2, roman: 3, number: 4, none: 5 }

function signLevel(signed: RegExpExecArray | null): number {
  if (signed === null) return LEVELS.none
  const [, word, mark = ''] = signed
  if (word !== undefined) return LEVELS.part
  if (/^\d/.test(mark)) return LEVELS.number
  return /^[IVX]+$/.test(mark) ? LEVELS.roman : LEVELS.letter
}

function isTitle(text: string): boolean {
  return text === text.toUpperCase() && text.split(' ').filter((word) => /\p{Lu}/u.test(word)).length > 1
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
