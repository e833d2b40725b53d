import type { Box } from '../../dossier/reading.ts'
import type { CellBox, TextLine } from '../document-text.ts'
import type { Run } from '../pdf/letters.ts'
import { linesOf } from '../pdf-lines.ts'
import type { SeenWord } from './recognizer.ts'

/** Where a point of the picture that was recognised was on the page as it is drawn. */
export type Back = (x: number, y: number) => [number, number]

/** Rules of tables and edges of the paper, taken for signs. */
const RULE = /^[|[\]{}_—–=~¦!'"`.,:;]+$/u
/** Points: no letter of a paper is so low, nor a dash so wide. */
const LOWEST = 2.5
const WIDEST_DASH = 10
const DASH = /^[-–—]+$/u
/** In place of a word that is not sure: no fact is read with it. */
const UNSURE = '\ufffd'
/** The height of letters with marks, of that of their line. */
const TYPE = 0.8

/**
 * Lines of recognised words as they stand beside and below each other, their boxes on the page in points.
 * @param sure words of less confidence are told as unknown
 */
export function scanLines(words: readonly SeenWord[], back: Back, scale: number, sure: number): TextLine[] {
  const byLine = new Map<string, SeenWord[]>()
  for (const word of words) {
    if (RULE.test(word.text) || isStroke(word, scale, sure)) continue
    const line = byLine.get(word.line)
    if (line === undefined) byLine.set(word.line, [word])
    else line.push(word)
  }
  const runs = [...byLine.values()].flatMap((line) => runsIn(line, scale, sure))
  return linesOf(runs).lines.map((line) => ({ ...line, boxes: line.boxes?.map((box) => cellOnPage(box, back, scale)) }))
}

/** Specks, and rules below a heading, that were taken for a word: what is as low and looks like a dash is one. */
function isStroke(word: SeenWord, scale: number, sure: number): boolean {
  return word.confidence < sure && word.height * scale < LOWEST && !isDash(word, scale)
}

function isDash({ text, width, height }: SeenWord, scale: number): boolean {
  return DASH.test(text) && height * scale < LOWEST && width * scale < WIDEST_DASH
}

/** The words of a line have one base line and one height: a word alone tells neither. */
function runsIn(line: readonly SeenWord[], scale: number, sure: number): Run[] {
  const base = middle(line.map(({ y, height }) => y + height))
  const size = TYPE * middle(line.map(({ height }) => height))
  return line.map((seen) => {
    const { text, confidence, x, width } = seen
    const word = spelt(text)
    const told = confidence >= sure || isFormWord(word, confidence) || isDash(seen, scale) ? word : UNSURE
    return { text: told, left: x, right: x + width, base, size, edges: [...told].flatMap(() => [x, x + width]) }
  })
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** The box on the page, in points, of what was recognised at a place of the picture. */
export function boxOf(
  { x, y, width, height }: Pick<SeenWord, 'x' | 'y' | 'width' | 'height'>,
  back: Back,
  scale: number,
): Box {
  const corners = [back(x, y), back(x + width, y), back(x, y + height), back(x + width, y + height)]
  const [xs, ys] = [corners.map(([at]) => at * scale), corners.map(([, at]) => at * scale)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [tenth(left), tenth(top), tenth(Math.max(...xs) - left), tenth(Math.max(...ys) - top)]
}

function cellOnPage(cell: CellBox, back: Back, scale: number): CellBox {
  const [x, y, width, height] = boxOf(cell, back, scale)
  return { x, y, width, height }
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** The confidence, of 100, from which a recognised word counts: measured on real scans, no wrong number or day has it. */
export const SURE = 85

/**
 * From this confidence on a word of the form is one: nothing else of these letters stands in papers. Were they, too, to be as
 * sure as values are, fewer facts would be found and none fewer wrong: of good scans of 15 papers 81 of 110 instead of 86, of bad
 * ones 59 instead of 63, none wrong either way (`npm run corpus`). What is lost are days and editions for one word `ngày` or `TCVN`.
 */
const KNOWN = 50

/**
 * Words that stand in the form of papers and tell nothing by themselves: no number, day, name or edition is read of them.
 * A paper is misread in its values, and a word of the form between them need not be as sure.
 */
const FORM_WORDS = new Set(
  (
    'số ngày tháng năm căn cứ kính gửi nơi nhận điều về việc của và các theo tại cho với đến từ trong được ' +
    'cộng hòa xã hội chủ nghĩa việt nam độc lập tự do hạnh phúc hệ thống quản lý chất lượng tiêu chuẩn quốc gia phù hợp ' +
    'quyết định thông báo kế hoạch báo cáo biên bản tờ trình công bố quy trình danh mục sổ tay mục tiêu phiếu kiểm soát ' +
    'ủy ban nhân dân ubnd sở chi cục phòng văn trung tâm thanh tra đánh giá nội bộ họp xem xét lãnh đạo kết quả ' +
    'tcvn iso giám đốc phó chủ tịch trưởng kt tm tl mã hiệu lần ban hành ngày phê duyệt'
  ).split(' '),
)
/** Of words with one capital, which may be a part of a name, only these. */
const HEADS = new Set('Số Căn Kính Nơi Điều Về Hệ Tiêu Quyết Ngày Mã Lần Công'.split(' '))
const NAME = /^\p{Lu}\p{Ll}+$/u
/** Words with which agencies' names begin, in capitals, by what is read of them where a mark is lost. */
const OPENERS: ReadonlyMap<string, string> = new Map([
  ['SƠ', 'SỞ'],
  ['SO', 'SỞ'],
  ['TÍNH', 'TỈNH'],
  ['TĨNH', 'TỈNH'],
  ['TINH', 'TỈNH'],
])
const ENDS = /^[("“]|[.,;:)"”]$/gu
/** `ISO`, as a machine sees it. */
const ISO = /^[I1l|]S[O0]$/u

/** Whether a word counts though it is not sure: it belongs to the form, letter by letter. */
export function isFormWord(text: string, confidence: number): boolean {
  const word = text.replace(ENDS, '')
  if (confidence < KNOWN || word === '') return false
  return NAME.test(word) ? HEADS.has(word) : FORM_WORDS.has(word.toLowerCase())
}

/** A word as it is spelt, of those that are often misread: none of them is a value. */
export function spelt(text: string): string {
  return ISO.test(text) ? 'ISO' : (OPENERS.get(text) ?? text)
}
