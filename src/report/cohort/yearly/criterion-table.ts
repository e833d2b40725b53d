import { fill } from '../../render.ts'
import type { DeskContext } from '../desk-context.ts'
import { exactShare } from '../shares.ts'
import type { Cell, Table } from '../table/table.ts'
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
    rows: stated ? steps.map((step) => [step.share, step.points, step === earned ? '✓' : null]) : blank,
  }
}
