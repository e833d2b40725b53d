import { fill } from '../../render.ts'
import type { DeskContext } from '../desk-context.ts'
import { exactShare } from '../shares.ts'
import { type Cell, type Formula, headingRow, type Table } from '../table/table.ts'
import { COLUMN_WORDS, TABLE_WORDS } from '../words/tables.ts'
import { allBlocks } from './block-tables.ts'

const BLANK_ROWS = 5

/**
 * PAR criterion 7.4: the points that the share declared earns by the authority's own table; without one, rows to fill.
 * Points changed over the years and are never a constant of ours.
 */
export function criterionTable({ prescreen, authority, lang }: DeskContext): Table {
  const stated = authority.criterion74
  const own = prescreen.blocks.filter(({ block }) => stated?.blocks === undefined || stated.blocks.includes(block))
  const { declared: part, total: whole } = allBlocks(own)
  const share = whole === 0 ? 0 : part / whole
  const steps = [...(stated?.steps ?? [])].sort((a, b) => b.share - a.share)
  const earned = steps.find((step) => share >= step.share)
  const values = { share: exactShare(share, lang, earned?.share), part, whole, points: earned?.points ?? 0 }
  const blank: Cell[][] = Array.from({ length: BLANK_ROWS }, () => [null, null, null])
  const note = stated
    ? fill(TABLE_WORDS.criterionPoints[lang], { ...values, maximum: stated.maximum }, lang)
    : fill(TABLE_WORDS.criterionEmpty[lang], values, lang)
  const rows: Cell[][] = stated ? steps.map((step) => [step.share, step.points, step === earned ? '✓' : null]) : blank
  return {
    id: 'criterion',
    sheet: TABLE_WORDS.criterion[lang],
    title: TABLE_WORDS.criterionTitle[lang],
    notes: [note],
    columns: [
      { label: COLUMN_WORDS.fromShare[lang], kind: 'share', width: 24, toFill: true },
      { label: COLUMN_WORDS.points[lang], kind: 'points', width: 12, toFill: true },
      { label: COLUMN_WORDS.applies[lang], kind: 'text', width: 20 },
    ],
    rows,
    total: [null, earnedPoints(share, rows.length, stated ? values.points : null), COLUMN_WORDS.earned[lang]],
  }
}

/** The points of the highest step that the share reaches, from whatever a person writes into the table. */
function earnedPoints(share: number, rows: number, value: number | null): Formula {
  const first = headingRow({ notes: [''] }) + 1
  const range = (column: string) => `${column}${first}:${column}${first + rows - 1}`
  return { formula: `SUMPRODUCT(MAX((${range('A')}<>"")*(${range('A')}<=${share})*${range('B')}))`, value }
}
