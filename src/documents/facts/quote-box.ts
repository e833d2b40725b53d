import type { Box } from '../../dossier/reading.ts'
import type { CellBox } from '../document-text.ts'
import type { Line } from './lines.ts'

/** Lines from where a quote begins within which the rest of it stands. */
const FAR = 40

/** A cell of a line with its letters, and where these begin among all that are looked at. */
interface Part {
  line: number
  cell: string
  box: CellBox
  from: number
  letters: number
}

/**
 * Where the parts of a quote stand on the page: one box for each line of it. A part that is not found from the line on is
 * left out; nothing is found where the places of words are not known.
 */
export function boxesOf(parts: readonly string[], line: Line): readonly Box[] {
  const { text, cells } = lettersFrom(line)
  const byLine = new Map<number, Box>()
  let from = 0
  for (const part of parts) {
    const letters = close(part)
    const further = text.indexOf(letters, from)
    const at = further < 0 ? text.indexOf(letters) : further
    if (at < 0 || letters === '') continue
    const past = at + letters.length
    from = Math.max(from, past)
    for (const cell of cells) {
      const begin = Math.max(at, cell.from)
      const end = Math.min(past, cell.from + cell.letters)
      if (begin >= end) continue
      const box = boxIn(cell, begin - cell.from, end - cell.from)
      const known = byLine.get(cell.line)
      byLine.set(cell.line, known === undefined ? box : around(known, box))
    }
  }
  return [...byLine.values()]
}

function lettersFrom(first: Line): { text: string; cells: Part[] } {
  const cells: Part[] = []
  let text = ''
  let line: Line | undefined = first
  for (let at = 0; at < FAR && line !== undefined; at++) {
    for (const [index, cell] of line.cells.entries()) {
      const [box, letters] = [line.boxes?.[index], close(cell)]
      if (box !== undefined) cells.push({ line: at, cell, box, from: text.length, letters: letters.length })
      text += letters
    }
    line = line.below
  }
  return { text, cells }
}

/** The words of a cell that hold its letters from one to another; the whole cell where words have no places. */
function boxIn({ cell, box }: Part, from: number, to: number): Box {
  const { x, y, width, height, words = [] } = box
  let [left, right, at] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
  for (const [index, word] of cell.split(' ').entries()) {
    const [begin, wide] = [words[2 * index], words[2 * index + 1]]
    if (begin !== undefined && wide !== undefined && at < to && at + word.length > from) {
      left = Math.min(left, begin)
      right = Math.max(right, begin + wide)
    }
    at += word.length
  }
  return right > left ? [left, y, tenth(right - left), height] : [x, y, width, height]
}

function around([x, y, width, height]: Box, [x2, y2, width2, height2]: Box): Box {
  const [left, top] = [Math.min(x, x2), Math.min(y, y2)]
  return [left, top, tenth(Math.max(x + width, x2 + width2) - left), tenth(Math.max(y + height, y2 + height2) - top)]
}

function close(words: string): string {
  return words.replace(/\s+/gu, '')
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
