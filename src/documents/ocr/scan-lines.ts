import type { Box } from '../../dossier/reading.ts'
import type { CellBox, TextLine } from '../document-text.ts'
import type { Run } from '../pdf/letters.ts'
import { linesOf } from '../pdf-lines.ts'
import { isFormWord, spelt } from './form-words.ts'
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
