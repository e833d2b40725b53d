import type { Found } from '../../dossier/reading.ts'
import { found, type Line } from './lines.ts'
import { inCapitals, wording } from './wording.ts'

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
/** Whoever signs by software prints at the top when that was: it is no body of a text. */
const BODY = wording(
  '^(?!«Thời gian ký»)(?:«Căn cứ|Kính gửi|Hôm nay|Thời gian|Điều 1|Thực hiện|Nơi nhận»(?!\\p{L})|I\\.|1\\.|Phần )',
)
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

/**
 * Kinds of documents, as written in capitals: those of NĐ 30/2020, Điều 7, those of the law on legal documents and what
 * they issue, and those of a quality management system.
 * A longer name stands before its own beginning.
 */
const KINDS = [
  'NGHỊ QUYẾT',
  'NGHỊ ĐỊNH',
  'THÔNG TƯ LIÊN TỊCH',
  'THÔNG TƯ',
  'QUYẾT ĐỊNH',
  'CHỈ THỊ',
  'QUY CHẾ',
  'QUY ĐỊNH',
  'NỘI QUY',
  'QUY TẮC',
  'ĐIỀU LỆ',
  'THÔNG CÁO',
  'THÔNG BÁO',
  'HƯỚNG DẪN',
  'CHƯƠNG TRÌNH',
  'KẾ HOẠCH',
  'PHƯƠNG ÁN',
  'ĐỀ ÁN',
  'DỰ ÁN',
  'BÁO CÁO',
  'BIÊN BẢN',
  'TỜ TRÌNH',
  'HỢP ĐỒNG',
  'CÔNG ĐIỆN',
  'BẢN GHI NHỚ',
  'BẢN THỎA THUẬN',
  'GIẤY ỦY QUYỀN',
  'GIẤY MỜI',
  'GIẤY GIỚI THIỆU',
  'GIẤY NGHỈ PHÉP',
  'GIẤY XÁC NHẬN',
  'XÁC NHẬN',
  'PHIẾU GỬI',
  'PHIẾU CHUYỂN',
  'PHIẾU BÁO',
  'PHIẾU KIỂM SOÁT',
  'PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC',
  'THƯ CÔNG',
  'KẾT LUẬN',
  'BẢN CÔNG BỐ',
  'CÔNG BỐ',
  'QUY TRÌNH',
  'SỔ TAY CHẤT LƯỢNG',
  'CHÍNH SÁCH CHẤT LƯỢNG',
  'MỤC TIÊU CHẤT LƯỢNG',
  'DANH MỤC',
] as const

const PATTERNS = KINDS.map((kind) => ({ kind, pattern: wording(`^‹${kind}›(?!\\p{L})[ :.]*`) }))
/** Words in capitals that begin as a kind does and are none: the rest of an agency's name, and the title of a chapter. */
const NO_KIND = wording(
  '^‹KẾ HOẠCH VÀ ĐẦU TƯ|KẾ HOẠCH - TÀI CHÍNH|KẾ HOẠCH TÀI CHÍNH|DỰ ÁN ĐẦU TƯ|DỰ ÁN KHU VỰC|QUY ĐỊNH CHUNG|QUY ĐỊNH CỤ THỂ|XÁC NHẬN CỦA›',
)

/** The kind a cell of a heading begins with, and what follows it there; a cell not in capitals has none. */
function kindIn(cell: string): { kind: string; rest: string } | undefined {
  if (!inCapitals(cell) || NO_KIND.test(cell)) return undefined
  for (const { kind, pattern } of PATTERNS) {
    const match = pattern.exec(cell)
    if (match) return { kind, rest: cell.slice(match[0].length) }
  }
  return undefined
}

/** The kind of the document, as its heading writes it in capitals; a letter (công văn) has none. */
export function kind({ own, title }: Outline): readonly Found<string>[] {
  const line = title && own[title.index]
  return line ? [found(title.kind, line, title.cell)] : []
}

/** Quốc hiệu. */
const COUNTRY = wording('«CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»|«CỘNG HÒA XÃ HỘI CHỦ NGHĨA»(?: ?«VIỆT»)?$')
/** Tiêu ngữ. */
const MOTTO = wording('«Độc lập» ?[-–—.]* ?«Tự do» ?[-–—.]* ?«Hạnh phúc»')
const ENGLISH = /SOCIALIST REPUBLIC OF VIET ?NAM|Independence ?[-–—] ?Freedom ?[-–—] ?Happiness/iu
const BOTH = [COUNTRY, MOTTO, ENGLISH]

/** What stands beside the name of the country and its motto, which take the right half of a heading. */
export function withoutMotto(text: string): string {
  return BOTH.reduce((left, pattern) => left.replace(pattern, ' '), text)
    .replace(/\s+/gu, ' ')
    .trim()
}
