import type { BlockTotals, TargetResult } from '../../province/prescreen.ts'
import { tasksInForce } from '../../province/targets.ts'
import type { Target } from '../../rules/rule-set.ts'
import type { Status } from '../../verdict/verdict.ts'
import { type Cell, type Column, type Formula, headingRow, type Table } from '../office.ts'
import { fill } from '../renderer.ts'
import { showNumber } from '../values.ts'
import { STATUS_WORDS } from '../words.ts'
import { blockLabel, type DeskContext, exactShare, gradesInUse, roundedShare, roundedShareText } from './context.ts'
import { COLUMN_WORDS, TABLE_WORDS } from './words.ts'

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
      { label: COLUMN_WORDS.ofGraded[lang], kind: 'share', width: 18 },
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

const BLANK_ROWS = 5

/**
 * PAR criterion 7.4: the points that the share declared earns by the authority's own table; without one, rows to fill.
 * Points changed over the years and are never a constant of ours.
 */
export function criterionTable({ prescreen, authority, lang }: DeskContext): Table {
  const stated = authority.criterion74
  const own = prescreen.blocks.filter(({ block }) => stated?.blocks === undefined || stated.blocks.includes(block))
  const all = allBlocks(own)
  const whole = all.total
  // A grade is given only to who is judged met with nothing essential left to a person.
  const met = all.submitted - ungraded(all)
  const part = stated?.over === 'declaredAndMet' ? met : all.declared
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
    notes: [note, bothShares(all.declared, met, whole, lang)],
    columns: [
      { label: COLUMN_WORDS.fromShare[lang], kind: 'share', width: 24, toFill: true },
      { label: COLUMN_WORDS.points[lang], kind: 'points', width: 12, toFill: true },
      { label: COLUMN_WORDS.applies[lang], kind: 'text', width: 20 },
    ],
    rows,
    total: [COLUMN_WORDS.earned[lang], earnedPoints(share, rows.length, stated ? values.points : null), null],
  }
}

/** Both shares side by side: who declared, and who declared and is judged to meet the requirements. */
function bothShares(declared: number, met: number, whole: number, lang: DeskContext['lang']): string {
  const text = (part: number) => exactShare(whole === 0 ? 0 : part / whole, lang)
  return fill(
    TABLE_WORDS.criterionShares[lang],
    { declared, met, whole, shareDeclared: text(declared), shareMet: text(met) },
    lang,
  )
}

/** The year's tasks of the plan beside what the authority says was done of each. */
export function tasksTable({
  ruleSet,
  prescreen,
  authority,
  lang,
}: Pick<DeskContext, 'ruleSet' | 'prescreen' | 'authority' | 'lang'>): Table {
  const profile = ruleSet.profiles.find(({ id }) => id === prescreen.profile.id)
  const tasks = profile ? tasksInForce(profile, prescreen.asOf) : []
  return {
    id: 'tasks',
    sheet: TABLE_WORDS.tasks[lang],
    title: TABLE_WORDS.tasksTitle[lang],
    notes: [TABLE_WORDS.tasksNote[lang]],
    columns: [
      { label: COLUMN_WORDS.task[lang], kind: 'text', width: 50 },
      { label: COLUMN_WORDS.planned[lang], kind: 'count', width: 12 },
      { label: COLUMN_WORDS.done[lang], kind: 'count', width: 12, toFill: true },
    ],
    rows: tasks.map(({ id, label, required }) => [label[lang], required ?? null, authority.tasks?.[id] ?? null]),
  }
}

/** The points of the highest step that the share reaches, from whatever a person writes into the table. */
function earnedPoints(share: number, rows: number, value: number | null): Formula {
  const first = headingRow({ notes: ['', ''] }) + 1
  const range = (column: string) => `${column}${first}:${column}${first + rows - 1}`
  return { formula: `SUMPRODUCT(MAX((${range('A')}<>"")*(${range('A')}<=${share})*${range('B')}))`, value }
}

/** The one third of the law, then the targets of the programme: required, exact, rounded, reached or not. */
export function targetsTable(context: DeskContext): Table {
  const { prescreen, lang } = context
  const text = (label: string, width: number) => ({ label, kind: 'text' as const, width })
  return {
    id: 'targets',
    sheet: TABLE_WORDS.targets[lang],
    title: TABLE_WORDS.targetsTitle[lang],
    notes: [TABLE_WORDS.targetsNote[lang]],
    columns: [
      text(COLUMN_WORDS.target[lang], 56),
      text(COLUMN_WORDS.required[lang], 14),
      text(COLUMN_WORDS.counted[lang], 20),
      text(COLUMN_WORDS.exact[lang], 12),
      text(COLUMN_WORDS.rounded[lang], 10),
      text(COLUMN_WORDS.met[lang], 12),
    ],
    rows: [thirdRow(context), ...prescreen.targets.map((target) => targetRow(target, context))],
  }
}

function thirdRow({ prescreen, lang }: DeskContext): Cell[] {
  const { obliged, required, picked } = prescreen.plan.quota
  return [
    TABLE_WORDS.third[lang],
    fill(TABLE_WORDS.atLeast[lang], { required }, lang),
    fill(TABLE_WORDS.ofObliged[lang], { picked, obliged }, lang),
    showNumber(picked, lang),
    null,
    reached(picked >= required, lang),
  ]
}

function targetRow(target: TargetResult, context: DeskContext): Cell[] {
  const { lang } = context
  const { label, value, required, strict, met, information } = target
  const stated = statedTarget(target, context)
  const isShare = stated?.measure.endsWith('Share') === true
  const shown = isShare ? `${showNumber(Math.round(required * 10_000) / 100, lang)}%` : showNumber(required, lang)
  return [
    label[lang],
    information ? null : fill((strict ? TABLE_WORDS.moreThan : TABLE_WORDS.atLeast)[lang], { required: shown }, lang),
    stated?.measure === 'declaredShare' ? counted(stated, context) : null,
    isShare ? exactShare(value, lang, required) : showNumber(value, lang),
    isShare ? roundedShareText(value) : null,
    information ? TABLE_WORDS.information[lang] : reached(met, lang),
  ]
}

/** What the figure of a result is counted by stands in the profile alone. */
function statedTarget({ id }: TargetResult, { prescreen, ruleSet }: DeskContext): Target | undefined {
  const profile = ruleSet.profiles.find((one) => one.id === prescreen.profile.id)
  return profile?.targets?.find((one) => one.id === id)
}

/** `307/322`. */
function counted({ blocks }: Target, { prescreen, lang }: DeskContext): string {
  const own = prescreen.blocks.filter(({ block }) => blocks === undefined || blocks.includes(block))
  const { declared, total } = allBlocks(own)
  return fill(TABLE_WORDS.of[lang], { part: declared, whole: total }, lang)
}

const reached = (met: boolean, lang: DeskContext['lang']) => (met ? TABLE_WORDS.reached : TABLE_WORDS.notReached)[lang]
