import type { BlockTotals } from '../../../cohort/prescreen.ts'
import type { Status } from '../../../verdict/verdict.ts'
import { STATUS_WORDS } from '../../words/verdict.ts'
import { blockLabel, type DeskContext, gradesInUse } from '../desk-context.ts'
import { roundedShare } from '../shares.ts'
import type { Column, Table } from '../table/table.ts'
import { COLUMN_WORDS, TABLE_WORDS } from '../words/tables.ts'

const STATUSES: readonly Status[] = ['met', 'insufficientEvidence', 'notMet', 'undetermined', 'notApplicable']

/** Figures of a block, or of all. */
type Figures = Pick<BlockTotals, 'total' | 'submitted' | 'declared' | 'declaredAgain' | 'statuses' | 'grades'>

/** Per block: agencies, dossiers, declarations and their share, and results. */
export function blocksTable(context: DeskContext): Table {
  const { prescreen, lang } = context
  const count = (label: string): Column => ({ label, kind: 'count', width: 10 })
  return {
    id: 'blocks',
    sheet: TABLE_WORDS.blocks[lang],
    title: TABLE_WORDS.blocksTitle[lang],
    notes: [TABLE_WORDS.blocksNote[lang]],
    columns: [
      { label: COLUMN_WORDS.block[lang], kind: 'text', width: 40 },
      count(COLUMN_WORDS.total[lang]),
      count(COLUMN_WORDS.submitted[lang]),
      count(COLUMN_WORDS.declared[lang]),
      count(COLUMN_WORDS.declaredAgain[lang]),
      { label: COLUMN_WORDS.share[lang], kind: 'share', width: 10 },
      { label: COLUMN_WORDS.rounded[lang], kind: 'rounded', width: 8 },
      ...STATUSES.map((status) => count(STATUS_WORDS[status].label[lang])),
    ],
    rows: prescreen.blocks.map((block) => [blockLabel(block.block, context), ...figures(block)]),
    total: [TABLE_WORDS.sum[lang], ...figures(allBlocks(prescreen.blocks))],
  }
}

/** Per block: how many agencies have each grade. */
export function gradesByBlockTable(context: DeskContext): Table {
  const { prescreen, lang } = context
  const grades = gradesInUse(context)
  const row = (one: Figures) => [...grades.map(({ id }) => one.grades[id] ?? 0), ungraded(one)]
  return {
    id: 'grades-by-block',
    sheet: TABLE_WORDS.gradesByBlock[lang],
    title: TABLE_WORDS.gradesByBlock[lang],
    notes: [TABLE_WORDS.gradesNote[lang]],
    columns: [
      { label: COLUMN_WORDS.block[lang], kind: 'text', width: 50 },
      ...[...grades.map(({ label }) => label[lang]), TABLE_WORDS.ungraded[lang]].map(
        (label): Column => ({ label, kind: 'count', width: 12 }),
      ),
    ],
    rows: prescreen.blocks.map((block) => [blockLabel(block.block, context), ...row(block)]),
    total: [TABLE_WORDS.sum[lang], ...row(allBlocks(prescreen.blocks))],
  }
}

/** How many agencies have each grade, and their share of those that handed in a dossier. */
export function gradesTable(context: DeskContext): Table {
  const { prescreen, lang } = context
  const all = allBlocks(prescreen.blocks)
  const counted = [
    ...gradesInUse(context).map(({ id, label }): [string, number] => [label[lang], all.grades[id] ?? 0]),
    [TABLE_WORDS.ungraded[lang], ungraded(all)] as const,
  ]
  const share = (number: number) => (all.submitted === 0 ? 0 : number / all.submitted)
  const row = (label: string, number: number) => [label, number, share(number), roundedShare(share(number))]
  return {
    id: 'grades',
    sheet: TABLE_WORDS.grades[lang],
    title: TABLE_WORDS.gradesTitle[lang],
    notes: [TABLE_WORDS.gradesNote[lang]],
    columns: [
      { label: COLUMN_WORDS.grade[lang], kind: 'text', width: 30 },
      { label: COLUMN_WORDS.agencies[lang], kind: 'count', width: 12 },
      { label: COLUMN_WORDS.ofSubmitted[lang], kind: 'share', width: 18 },
      { label: COLUMN_WORDS.rounded[lang], kind: 'rounded', width: 10 },
    ],
    rows: counted.map(([label, number]) => row(label, number)),
    total: row(TABLE_WORDS.sum[lang], all.submitted),
  }
}

/** The figures of several blocks together. */
export function allBlocks(blocks: readonly BlockTotals[]): Figures {
  const sum = (pick: (one: BlockTotals) => number) => blocks.reduce((total, one) => total + pick(one), 0)
  const ids = [...new Set(blocks.flatMap(({ grades }) => Object.keys(grades)))]
  return {
    total: sum(({ total }) => total),
    submitted: sum(({ submitted }) => submitted),
    declared: sum(({ declared }) => declared),
    declaredAgain: sum(({ declaredAgain }) => declaredAgain),
    statuses: Object.fromEntries(
      STATUSES.map((id) => [id, sum(({ statuses }) => statuses[id] ?? 0)]),
    ) as Figures['statuses'],
    grades: Object.fromEntries(ids.map((id) => [id, sum(({ grades }) => grades[id] ?? 0)])),
  }
}

function figures({ total, submitted, declared, declaredAgain, statuses }: Figures): number[] {
  const share = total === 0 ? 0 : declared / total
  const counts = STATUSES.map((status) => statuses[status] ?? 0)
  return [total, submitted, declared, declaredAgain, share, roundedShare(share), ...counts]
}

/** Handed in, but without a grade. */
export function ungraded({ submitted, grades }: Figures): number {
  return submitted - Object.values(grades).reduce((sum, one) => sum + one, 0)
}
