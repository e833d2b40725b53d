import type { Found } from '../../dossier/reading.ts'
import { found } from '../facts/found.ts'
import type { Line } from '../facts/line.ts'
import { datesIn } from '../facts/written-dates.ts'
import type { Paper } from './paper.ts'
import { type Given, given, type Piece, together } from './piece.ts'

/** Days of an audit as its plan or report tells them, where it tells one period. */
export function periodOf({ facts, lines }: Paper): { from: readonly Found<string>[]; to: readonly Found<string>[] } {
  if (facts.audit.from.length > 0) return { from: facts.audit.from, to: facts.audit.to }
  const told = lines.flatMap((line) => {
    const [first, second, ...more] = datesIn(line.text)
    const isPeriod =
      first && second && more.length === 0 && /thời gian(?:(?!thời gian).)*từ ngày(?:(?!từ ngày).)*đến/i.test(line.text)
    return isPeriod ? [{ from: found(first.iso, line, line.text), to: found(second.iso, line, line.text) }] : []
  })
  return { from: told.map(({ from }) => from), to: told.map(({ to }) => to) }
}

/** The report of an internal audit: its days, who audited and what, from tables whose every row is whole. */
export function auditOf(paper: Paper): Given {
  const { from, to } = periodOf(paper)
  const team = tableOf(paper, ['Họ và tên', 'Đơn vị', 'Nhiệm vụ'])
  const audited = tableOf(paper, ['Đơn vị được đánh giá', 'Chuyên gia đánh giá'])
  const pieces = [
    ...column(team, 1, (row) => `/team/${row}/name`),
    ...column(team, 2, (row) => `/team/${row}/unit`),
    ...column(audited, 1, (row) => `/units/${row}`),
    ...column(audited, 1, (row) => `/unitAuditors/${row}/unit`),
    ...column(audited, 2, (row) => `/unitAuditors/${row}/auditor`),
  ]
  return together(given('/from', from), given('/to', to), { pieces, doubts: [] })
}

/**
 * Rows of the one table with these headings after that of its numbers, numbered from 1 and each with a cell for every heading. A row that goes on in
 * the next line, or whose cells could not be told apart, leaves the whole table unread: half a list would be a wrong one.
 */
function tableOf({ lines }: Paper, headings: readonly string[]): readonly Line[] {
  const heads = lines.flatMap(({ cells }, index) =>
    cells.slice(1).join('|') === headings.join('|') && /^S?TT$/.test(cells[0] ?? '') ? [index] : [],
  )
  const [head, ...more] = heads
  if (head === undefined || more.length > 0) return []
  const below = lines.slice(head + 1)
  const end = below.findIndex(({ cells, text }, at) => cells[0] !== String(at + 1) || !/^\d+ /.test(text))
  const rows = below.slice(0, end < 0 ? below.length : end)
  const after = below[rows.length]?.text ?? ''
  const whole = rows.every(({ cells }) => cells.length === headings.length + 1)
  return whole && (after === '' || /^(?:\d+\.|[IVX]+\.|Chuyên gia|Nơi nhận) ?/.test(after)) ? rows : []
}

function column(rows: readonly Line[], at: number, pointer: (row: number) => string): Piece[] {
  return rows.map((row, index) => {
    const { value, ...from } = found(row.cells[at] ?? '', row, row.text)
    return { at: pointer(index), value, from, certainty: 'certain' }
  })
}
