import type { Context } from 'hono'
import { DESK_PAGE_POLICY } from '../../../report/cohort/page/desk-page.ts'
import { planPage, planWorkbook } from '../../../report/cohort/plan/plan.ts'
import { yearlyPage, yearlyWorkbook } from '../../../report/cohort/yearly/yearly-report.ts'
import { textHeaders } from '../../../web/text-headers.ts'
import { withWays } from '../../layout/with-ways.ts'
import type { AuthorityPageCall } from '../../page.ts'
import type { WayOn } from '../../problems/page-problem.ts'
import { planPath, reportPath, yearPath } from '../paths.ts'
import { PLAN_WORDS } from '../plan/words.ts'
import { DESK_WORDS } from '../words.ts'
import { deskContext } from './desk-context.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file for the browser to save. */
export function download(context: Context, bytes: Uint8Array, type: string, name: string): Response {
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}

/** The inspection plan as a workbook. */
export async function planFile(call: AuthorityPageCall): Promise<Response> {
  const desk = await deskContext(call)
  return download(call.context, await planWorkbook(desk), XLSX, `ke-hoach-kiem-tra-${desk.prescreen.year}.xlsx`)
}

/** The yearly report as a workbook. */
export async function reportFile(call: AuthorityPageCall): Promise<Response> {
  const desk = await deskContext(call)
  return download(call.context, await yearlyWorkbook(desk), XLSX, `bao-cao-${desk.prescreen.year}.xlsx`)
}

/** The plan as a page of its own, to print. */
export async function planToPrint(call: AuthorityPageCall): Promise<Response> {
  const desk = await deskContext(call)
  const { year } = desk.prescreen
  return printed(call, planPage(desk), [
    { href: planPath(year), label: PLAN_WORDS.back },
    { href: `${planPath(year)}.xlsx`, label: PLAN_WORDS.workbook },
  ])
}

/** The yearly report as a page of its own, with its drawings. */
export async function reportToPrint(call: AuthorityPageCall): Promise<Response> {
  const desk = await deskContext(call)
  const { year } = desk.prescreen
  return printed(call, yearlyPage(desk), [
    { href: yearPath(year), label: DESK_WORDS.back },
    { href: `${reportPath(year)}.xlsx`, label: DESK_WORDS.reportFile },
  ])
}

function printed({ context, lang }: AuthorityPageCall, page: string, ways: readonly WayOn[]): Response {
  const policy = { 'Content-Security-Policy': `${DESK_PAGE_POLICY}; frame-ancestors 'none'` }
  const shown = withWays(page, ways, context.req.path, lang)
  return context.body(shown, 200, { ...textHeaders('text/html', lang), ...policy })
}
