import { html } from '../../html/markup.ts'
import { fill } from '../../render.ts'
import type { DeskContext } from '../desk-context.ts'
import { workbook } from '../ooxml/workbook.ts'
import { deskPage } from '../page/desk-page.ts'
import { tableSection } from '../table/table-markup.ts'
import { PAGE_WORDS } from '../words/pages.ts'
import { TABLE_WORDS } from '../words/tables.ts'
import { planTable, reasonsTable } from './plan-tables.ts'

/** The inspection plan as a workbook (XLSX). */
export function planWorkbook(context: DeskContext): Promise<Uint8Array> {
  return workbook([planTable(context), reasonsTable(context)])
}

/** The inspection plan as a page. */
export function planPage(context: DeskContext): string {
  const { prescreen, lang } = context
  const { onSite, dossier } = prescreen.plan
  const title = fill(TABLE_WORDS.planTitle[lang], { year: prescreen.year }, lang)
  const table = { ...planTable(context), title: TABLE_WORDS.plan[lang] }
  return deskPage(
    title,
    [
      [PAGE_WORDS.onSite[lang], onSite.length],
      [PAGE_WORDS.byDossier[lang], dossier.length],
    ],
    context,
    html`${tableSection(table, lang)}${tableSection(reasonsTable(context), lang)}`,
  )
}
