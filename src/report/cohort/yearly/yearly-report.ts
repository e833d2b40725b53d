import { html } from '../../html/markup.ts'
import { fill } from '../../render.ts'
import type { DeskContext } from '../desk-context.ts'
import { workbook } from '../ooxml/workbook.ts'
import { deskPage } from '../page/desk-page.ts'
import { scoreChart } from '../page/score-chart.ts'
import type { Table } from '../table/table.ts'
import { tableSection } from '../table/table-markup.ts'
import { PAGE_WORDS } from '../words/pages.ts'
import { agenciesTable, membersTable } from './agency-tables.ts'
import { allBlocks, blocksTable, gradesByBlockTable, gradesTable } from './block-tables.ts'
import { criterionTable } from './criterion-table.ts'
import { problemsTable, shortfallsTable } from './list-tables.ts'
import { gradeBars, shareBars, shortfallBars } from './report-bars.ts'
import { targetsTable } from './target-table.ts'

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
    problemsTable(context),
  ]
}

/** The yearly report (Q Điều 12 khoản 6, T Điều 38) as a workbook (XLSX). */
export function yearlyWorkbook(context: DeskContext): Promise<Uint8Array> {
  return workbook(yearlyTables(context))
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
${tableSection(agenciesTable(context), lang)}
${tableSection(problemsTable(context), lang)}`,
  )
}
