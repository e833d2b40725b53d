import { html, type Markup } from '../markup.ts'
import type { Table } from '../office.ts'
import { fill, Renderer } from '../renderer.ts'
import { showNumber } from '../values.ts'
import { type DeskContext, deskWorkbook, exactShare, gradesInUse } from './context.ts'
import { barChart, deskPage, scoreChart, tableSection } from './page.ts'
import { BLOCK_WORDS, PAGE_WORDS, TABLE_WORDS } from './words.ts'
import {
  agenciesTable,
  difficultiesTable,
  membersTable,
  problemsTable,
  shortfallsByKind,
  shortfallsTable,
} from './yearly-agencies.ts'
import {
  allBlocks,
  blocksTable,
  criterionTable,
  gradesByBlockTable,
  gradesTable,
  targetsTable,
  tasksTable,
  ungraded,
} from './yearly-blocks.ts'

/** Every table of the yearly report, in order. */
export function yearlyTables(context: DeskContext): Table[] {
  return [
    blocksTable(context),
    targetsTable(context),
    gradesTable(context),
    gradesByBlockTable(context),
    shortfallsTable(context),
    agenciesTable(context),
    membersTable(context),
    criterionTable(context),
    ...tasksOf(context),
    difficultiesTable(context),
    problemsTable(context),
  ]
}

/** The yearly report (Q Điều 12 khoản 6, T Điều 38) as a workbook (XLSX). */
export function yearlyWorkbook(context: DeskContext): Promise<Uint8Array> {
  return deskWorkbook(yearlyTables(context), context)
}

/** The yearly report as a page with its drawings: shares by block, grades, shortfalls, scores against last year. */
export function yearlyPage(context: DeskContext): string {
  const { prescreen, lang } = context
  const all = allBlocks(prescreen.blocks)
  return deskPage(
    fill(PAGE_WORDS.reportTitle[lang], { year: prescreen.year }, lang),
    [
      [PAGE_WORDS.agencies[lang], all.total],
      [PAGE_WORDS.submitted[lang], all.submitted],
      [PAGE_WORDS.declared[lang], all.declared],
      [PAGE_WORDS.onSite[lang], prescreen.plan.onSite.length],
    ],
    context,
    html`${tableSection(blocksTable(context), lang, shareBars(context))}
${tableSection(targetsTable(context), lang)}
${tableSection(gradesTable(context), lang, gradeBars(context))}
${tableSection(gradesByBlockTable(context), lang)}
${tableSection(shortfallsTable(context), lang, shortfallBars(context))}
${scoreChart(context)}
${tableSection(membersTable(context), lang)}
${tableSection(criterionTable(context), lang)}
${tasksOf(context).map((table) => tableSection(table, lang))}
${tableSection(difficultiesTable(context), lang)}
${tableSection(agenciesTable(context), lang)}
${tableSection(problemsTable(context), lang)}`,
  )
}

/** The year's tasks, where the programme sets any. */
function tasksOf(context: DeskContext): Table[] {
  const table = tasksTable(context)
  return table.rows.length === 0 ? [] : [table]
}

/** The rest stands in the table below the drawing. */
const SHORTFALLS_DRAWN = 12

/** Share declared by block. */
function shareBars({ prescreen, lang }: DeskContext): Markup {
  return barChart(
    PAGE_WORDS.shareChart[lang],
    prescreen.blocks.map(({ block, share }) => ({
      label: BLOCK_WORDS[block][lang],
      length: share,
      figure: exactShare(share, lang),
    })),
  )
}

/** Agencies by grade, those without one last; bars are shares of the dossiers handed in. */
function gradeBars(context: DeskContext): Markup | null {
  const { prescreen, lang } = context
  const all = allBlocks(prescreen.blocks)
  if (all.submitted === 0) return null
  const counts = [
    ...gradesInUse(context).map(({ id, label }) => ({ label: label[lang], count: all.grades[id] ?? 0 })),
    { label: TABLE_WORDS.ungraded[lang], count: ungraded(all) },
  ]
  return barChart(
    PAGE_WORDS.gradeChart[lang],
    counts.map(({ label, count }) => ({ label, length: count / all.submitted, figure: showNumber(count, lang) })),
  )
}

/** The points that most often do not meet a requirement; bars are shares of the dossiers handed in. */
function shortfallBars({ prescreen, ruleSet, lang }: DeskContext): Markup | null {
  const { submitted } = allBlocks(prescreen.blocks)
  const shortfalls = shortfallsByKind(prescreen)
    .filter(({ notMet }) => notMet > 0)
    .sort((a, b) => b.notMet - a.notMet)
  if (shortfalls.length === 0 || submitted === 0) return null
  const renderer = new Renderer(ruleSet, lang)
  const drawn = shortfalls.slice(0, SHORTFALLS_DRAWN)
  const cut = fill(PAGE_WORDS.shown[lang], { shown: drawn.length, total: shortfalls.length }, lang)
  return barChart(
    `${PAGE_WORDS.shortfallChart[lang]}${drawn.length < shortfalls.length ? ` (${cut})` : ''}`,
    drawn.map(({ rule, notMet }) => ({
      label: renderer.title(rule),
      length: Math.min(1, notMet / submitted),
      figure: showNumber(notMet, lang),
    })),
    'long',
  )
}
