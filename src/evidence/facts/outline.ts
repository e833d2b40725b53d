import { kindIn } from './kinds.ts'
import type { Line } from './line.ts'
import { COUNTRY } from './motto.ts'
import { wording } from './wording.ts'

/** Where the parts of a document stand. What belongs to the document itself ends before annexes, copies and forms. */
export interface Outline {
  /** Every line of the file. */
  all: readonly Line[]
  /** The first document of the file, without its annexes. */
  own: readonly Line[]
  /** Its heading: agency, number, place and day; down to the kind or to the first words of the body. */
  head: readonly Line[]
  /** Its kind, where one is written, with the line and what follows on it. */
  title: { index: number; kind: string; rest: string; cell: string } | undefined
}

/** Lines within which a heading and the kind of a document stand. */
const HEADING = 30
/** Lines that may be a heading where nothing tells its end. */
const UNTOLD = 12
const NUMBER = wording('^«Số» ?:')
const BODY = wording('^(?:«Căn cứ|Kính gửi|Hôm nay|Thời gian|Điều 1|Thực hiện|Nơi nhận»(?!\\p{L})|I\\.|1\\.|Phần )')
/** Where a part of a text begins: what stands below it is the title of that part, never of the document. */
const CHAPTER = wording('^«Chương|Phần|Mục» (?:[IVXLC]+|\\d+|«thứ|một|hai|ba»)(?![\\p{L}\\d])')
const COPY = wording('^[\\[(]?‹SAO Y|SAO LỤC|TRÍCH SAO|BẢN SAO|SAO Y BẢN CHÍNH›[\\])]?$')
const ANNEX = wording('^(?:‹PHỤ LỤC›(?!\\p{Ll})|\\(«Kèm theo|Ban hành kèm theo» )')

/** Finds the parts of a document by the form of NĐ 30/2020, Phụ lục I. */
export function outlineOf(all: readonly Line[]): Outline {
  const title = titleOf(all)
  const headEnd = title?.index ?? bodyStart(all)
  const own = all.slice(0, endOfOwn(all, headEnd))
  return { all, own, head: own.slice(0, headEnd), title }
}

function bodyStart(lines: readonly Line[]): number {
  const told = lines.slice(0, HEADING).findIndex(({ cells: [first = ''] }) => BODY.test(first) || CHAPTER.test(first))
  return told < 0 ? Math.min(UNTOLD, lines.length) : told
}

/** The first kind below the number, or below the name of the country, where these are written. */
function titleOf(lines: readonly Line[]): Outline['title'] {
  const top = lines.slice(0, Math.min(HEADING, bodyStart(lines) + 1))
  const from = top.findIndex(({ cells }) => cells.some((cell) => NUMBER.test(cell)))
  for (let index = Math.max(from, 0); index < top.length; index += 1)
    for (const cell of top[index]?.cells ?? []) {
      if (CHAPTER.test(cell)) return undefined
      const kind = kindIn(cell)
      if (kind) return { index, cell, ...kind }
    }
  return undefined
}

/** Before the first annex below a body, the next document, the mark of a copy, or a form with a heading of its own. */
function endOfOwn(lines: readonly Line[], headEnd: number): number {
  const body = headEnd + 3
  const end = lines.findIndex(({ cells: [first = ''], text }, index) => {
    if (index <= body) return false
    return COPY.test(first) || ANNEX.test(first) || COUNTRY.test(text)
  })
  return end < 0 ? lines.length : end
}
